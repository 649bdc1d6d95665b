import { ALWAYS_INSIDE } from '../words/abbreviations.ts';
import { CAP, flagsOfWord, NUM, PERSON, PLURAL, PREP, PRON, STOP, UPPER, VERB, WORD } from './word-flags.ts';

const STOPPED = new Set([...ALWAYS_INSIDE, ...'jr sr inc corp co ltd del rt engr barr arch lic retd'.split(' ')]);

/** “20-year-old”, “eight-year-old” */
const isAge = (word: string): boolean => /^(?:\d{1,3}|[a-z]+(?:-[a-z]+)?)-year-old$/.test(word);

/** What follows a noun. */
const NOT_A_NOUN = VERB | PREP | STOP | PRON;

/** “R1,500”, “Rs30”, “Sh7”: a sum, with its currency before it. */
const MONEY = /^(?:R|Rs|Sh|[KTU]Sh|Tk|RM|Rp|Kr|CHF|EUR|USD)\d[\d,.]*$/;

/** What a word’s letters show, given the text and the offset after it. */
export function shapeOf(raw: string, word: string, text: string, at: number): number {
  if (isAge(word) && nounEnds(text, at)) return WORD | PERSON;
  const first = raw.charCodeAt(0);
  if (first >= 48 && first <= 57) return WORD | NUM;
  if (raw === word) return WORD;
  if (MONEY.test(raw)) return WORD | NUM;
  if (raw.length > 1 && raw === raw.toUpperCase()) return WORD | CAP | UPPER;
  // “MEPs”, “NGOs”
  if (/^[A-Z]{2,5}s$/.test(raw)) return WORD | CAP | PERSON | PLURAL;
  return WORD | CAP;
}

/** Whether no noun follows, up to which the word before would only describe it: “the 20-year-old said”. */
function nounEnds(text: string, at: number): boolean {
  const next = /^ ([a-z]+)/.exec(text.slice(at, at + 24))?.[1];
  return next === undefined ? text[at] !== ' ' : (flagsOfWord(next) & NOT_A_NOUN) !== 0;
}

/** “J.”, “U.S.”, “Sen.” keep their stop. */
export function hasStop(raw: string, word: string): boolean {
  if (raw.length === 1) return raw !== word || word === 'v';
  return STOPPED.has(word) || /^(?:\p{L}\.)+\p{L}$/u.test(raw);
}
