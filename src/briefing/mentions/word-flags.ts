import { BODIES, DOCUMENTS, NAMED_BODIES, PORTFOLIOS } from '../words/bodies.ts';
import { CALENDAR, DETERMINERS, PREPOSITIONS, QUANTIFIERS, STOPS, VERBS } from '../words/function-words.ts';
import { MEN_NAMES, WOMEN_NAMES } from '../words/names/index.ts';
import { MANY, MEN, MEN_TITLES, PEOPLE, TITLES, WOMEN, WOMEN_TITLES } from '../words/offices.ts';
import { PARTIES } from '../words/parties.ts';
import { OTHER_PLACES, SIDES } from '../words/places.ts';

/** What is known of a word before anything is read; one bit each, so that a token carries all of it in a number. */
export const WORD = 1;
export const CAP = 1 << 1;
export const UPPER = 1 << 2;
export const NUM = 1 << 3;
export const POSS = 1 << 4;
export const FIRST = 1 << 5;
export const BREAK = 1 << 6;
export const QUOTED = 1 << 7;
export const DET = 1 << 8;
export const PREP = 1 << 9;
export const STOP = 1 << 10;
export const VERB = 1 << 11;
export const PRON = 1 << 12;
export const QUANT = 1 << 13;
export const PERSON = 1 << 14;
export const ORG = 1 << 15;
export const DOC = 1 << 16;
export const TITLE = 1 << 17;
export const GIVEN = 1 << 18;
export const PARTICLE = 1 << 19;
export const DATE = 1 << 20;
export const PLURAL = 1 << 21;
export const MAN = 1 << 22;
export const WOMAN = 1 << 23;
export const NAMED_ORG = 1 << 24;
export const PLACE = 1 << 26;
export const PORTFOLIO = 1 << 27;
export const PARTY = 1 << 28;
export const ALL_CAPS = 1 << 29;

const PRONOUNS = `he she they it who which i we you his her their its him them whom whose my our himself herself
  themselves itself hers theirs`;
const PARTICLES =
  'de del della dello der den di da do dos das du des la le van von vom ter ten te bin bint binti ibn al el e y zu zur af av abu ap ul ur ud';

const words = new Map<string, number>();
const add = (list: Iterable<string>, flag: number): void => {
  for (const word of list) words.set(word, (words.get(word) ?? 0) | flag);
};
const addNouns = (list: readonly string[], flag: number): void => {
  for (const word of list) {
    add([word], flag);
    add([pluralOf(word)], flag | PLURAL);
  }
};

/** `spokesman` → `spokesmen`, `ministry` → `ministries`, `boss` → `bosses`. */
function pluralOf(word: string): string {
  if (/(?:man|woman)$/.test(word) && !/human$/.test(word)) return word.replace(/man$/, 'men');
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(?:s|x|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}

/** `ministers` → `minister`, `agencies` → `agency`, `spokesmen` → `spokesman`. */
export function singularOf(word: string): string {
  if (word.endsWith('men')) return `${word.slice(0, -3)}man`;
  if (word.endsWith('ies') && word.length > 5) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') && !/(?:ss|us|is)$/.test(word) ? word.slice(0, -1) : word;
}

add(DETERMINERS, DET);
add(PREPOSITIONS, PREP);
add(STOPS, STOP);
add(VERBS, VERB);
add(PRONOUNS.split(/\s+/), PRON);
add(QUANTIFIERS, QUANT);
for (const ten of ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']) {
  for (const singular of ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'])
    add([`${ten}-${singular}`], QUANT);
}
add(PARTICLES.split(' '), PARTICLE);
add(CALENDAR, DATE);
addNouns(PEOPLE, PERSON);
addNouns(MEN, PERSON | MAN);
addNouns(WOMEN, PERSON | WOMAN);
add(MANY, PERSON | PLURAL);
addNouns(BODIES, ORG);
addNouns(DOCUMENTS, DOC);
add(NAMED_BODIES, NAMED_ORG);
add(TITLES, TITLE);
add(MEN_TITLES, MAN);
add(WOMEN_TITLES, WOMAN);
add(MEN_NAMES, GIVEN | MAN);
add(WOMEN_NAMES, GIVEN | WOMAN);
add(PORTFOLIOS, PORTFOLIO);
add(Object.keys(PARTIES), PARTY);
for (const place of [...SIDES.keys(), ...OTHER_PLACES]) if (!place.includes(' ')) add([place], PLACE);
add(['republican', 'democrat', 'conservative', 'libertarian', 'liberal', 'socialist', 'communist', 'tory'], PERSON);
add(['republicans', 'democrats', 'conservatives', 'libertarians', 'tories', 'communists'], PERSON | PLURAL);

/** All that is known of a lower-case word; 0 for the many of which nothing is. */
export const flagsOfWord = (word: string): number => words.get(word) ?? 0;
