import { boundedName, isNamedPlace, joinNames, typeByNoun, withGivenName } from './name-bounds.ts';
import { labelOf, type NameType, namesOf, type TaggedName } from './name-labels.ts';
import { HEADLINE, SMALL } from './name-usage.ts';
import type { TokenFacts } from './token-facts.ts';
import type { Tokens } from './tokens.ts';
import {
  CAP,
  DATE,
  DET,
  FIRST,
  GIVEN,
  NAMED_ORG,
  ORG,
  PARTICLE,
  PREP,
  PRON,
  STOP,
  TITLE,
  UPPER,
  VERB,
} from './word-flags.ts';

const MAX_HEADLINE_NAME = 6;
const MAX_PERSON_NAME = 3;

/** The words by which the people of an article are called alone. */
interface CallNames {
  readonly families: ReadonlySet<string>;
  readonly given: ReadonlySet<string>;
}

/**
 * Makes the names of an article agree: a name has the same type everywhere, a person’s given or family name is its
 * bearer’s, and a headline in capitals has only names that the story has.
 */
export function agreeNames(tokens: Tokens, { allCaps, elsewhere }: TokenFacts): void {
  const bounded = namesOf(tokens).flatMap((name) => boundedName(tokens, name) ?? []);
  const names = joinNames(tokens, bounded).map(
    (name): TaggedName =>
      name.type === 'person' && isNamedPlace(tokens, name)
        ? { ...name, type: 'place' }
        : { ...name, type: typeByNoun(tokens, name) },
  );
  const isInHeadline = (at: number): boolean => Boolean((allCaps[tokens.sentences[at] ?? 0] ?? 0) & HEADLINE);
  const inHeadline = ({ from }: TaggedName): boolean => isInHeadline(from);
  const story = withPeople(
    tokens,
    names.filter((name) => !inHeadline(name)),
  );
  const called = callNamesOf(tokens, story);
  const types = typesOf(tokens, story, called);
  const headlines = story.length > 0 ? namesInHeadlines(tokens, allCaps, types, names.filter(inHeadline)) : names;
  tokens.names.fill(0);
  const label = ({ type, from, to }: TaggedName): void => {
    for (let at = from; at < to; at += 1) tokens.names[at] = labelOf(type, at - from, to - from);
  };
  for (const name of [...story, ...headlines].map((name) => withSheikh(tokens, name, called)))
    label({ ...name, type: types.get(wordsOf(tokens, name.from, name.to)) ?? name.type });
  for (let at = 0; at < tokens.count; at += 1) {
    if (tokens.names[at] || !((tokens.flags[at] ?? 0) & CAP) || (elsewhere[at] ?? 0) & SMALL) continue;
    const word = tokens.words[at] ?? '';
    const name: TaggedName = { type: 'person', from: at, to: at + 1 };
    // “Nathan Law”: with the given name before it.
    if (called.families.has(word)) label(tokens.names[at - 1] ? name : withGivenName(tokens, name));
    else if (called.given.has(word) && isAlone(tokens, at) && !isInHeadline(at)) label(name);
  }
}

/** “Sheikh Amira”: a part of the name before one word, a title where the article has a longer name with that word. */
function withSheikh({ words, sentences }: Tokens, name: TaggedName, { families, given }: CallNames): TaggedName {
  const { type, from, to } = name;
  const word = words[from] ?? '';
  const isOneWord = type === 'person' && to - from === 1 && sentences[from - 1] === sentences[from];
  if (!isOneWord || !/^sh(?:ei|ai|ay|ey)kh?$/.test(words[from - 1] ?? '')) return name;
  return families.has(word) || given.has(word) ? name : { ...name, from: from - 1 };
}

/** Words that need be no name where a sentence begins: “Will it …”, “May is …”. */
const COMMON = STOP | VERB | DATE | PREP | DET | PRON;

/** Whether no capitalised word is next to it, and it is no common word at the start of a sentence. */
const isAlone = ({ flags, sentences }: Tokens, at: number): boolean =>
  !((flags[at] ?? 0) & FIRST && (flags[at] ?? 0) & COMMON) &&
  [at - 1, at + 1].every((beside) => sentences[beside] !== sentences[at] || !((flags[beside] ?? 0) & CAP));

function callNamesOf({ words, flags }: Tokens, names: readonly TaggedName[]): CallNames {
  const people = names.filter(({ type, from, to }) => type === 'person' && to - from > 1);
  const isGiven = (at: number): boolean => (words[at]?.length ?? 0) > 2 && !((flags[at] ?? 0) & PARTICLE);
  return {
    families: new Set(people.map(({ to }) => words[to - 1] ?? '')),
    given: new Set(people.filter(({ from }) => isGiven(from)).map(({ from }) => words[from] ?? '')),
  };
}

/** Makes people of those names whose last word is a person’s elsewhere. */
function withPeople(tokens: Tokens, names: readonly TaggedName[]): TaggedName[] {
  const alone = new Map<string, number>();
  for (const { type, from, to } of names) {
    if (type !== 'person' || to - from > 1) continue;
    const word = tokens.words[from] ?? '';
    alone.set(word, (alone.get(word) ?? 0) + ((tokens.flags[from - 1] ?? 0) & TITLE ? SURE : 1));
  }
  const shouted = shoutedNames(tokens, alone);
  const covered = new Uint8Array(tokens.count);
  for (const { from, to } of shouted) covered.fill(1, from, to);
  const rest = names.filter(({ from, to }) => !covered.subarray(from, to).includes(1));
  const { families } = callNamesOf(tokens, names);
  const agreed = rest.map((name): TaggedName => {
    if (!isPerson(tokens, name, alone) && !isUnseenPerson(tokens, name, alone, families)) return name;
    return boundedName(tokens, { ...name, type: 'person' }) ?? name;
  });
  return [...shouted, ...agreed];
}

/** So many mentions of a family name alone show that it is one; a title before it is enough. */
const SURE = 2;

const isBodyWord = (flag: number): boolean => (flag & (ORG | NAMED_ORG)) !== 0;

/** “Christof Heyns”, where the article has “Mr Heyns”: no body bears that name. */
function isPerson(
  { flags, words }: Tokens,
  { type, from, to }: TaggedName,
  alone: ReadonlyMap<string, number>,
): boolean {
  if (type !== 'organisation' || to - from < 2 || to - from > MAX_PERSON_NAME) return false;
  if (flags.subarray(from, to).some(isBodyWord)) return false;
  return (alone.get(words[to - 1] ?? '') ?? 0) >= SURE;
}

/**
 * A person whose family name is another thing too: “Yun Park”, where no other name ends as “Ms. Park” does, and “Nathan
 * Law”, by the given name.
 */
function isUnseenPerson(
  { flags, words }: Tokens,
  { type, from, to }: TaggedName,
  alone: ReadonlyMap<string, number>,
  families: ReadonlySet<string>,
): boolean {
  if (!(type === 'place' || type === 'title') || to - from < 2 || to - from > MAX_PERSON_NAME) return false;
  if (flags.subarray(from, to).some((flag) => !(flag & CAP) || isBodyWord(flag))) return false;
  const before = flags[from - 1] ?? 0;
  if (before & DET || MARK.test(words[from - 1] ?? '')) return false;
  if (type === 'title') return Boolean((flags[from] ?? 0) & GIVEN);
  const family = words[to - 1] ?? '';
  return !(before & PREP) && (alone.get(family) ?? 0) >= SURE && !families.has(family);
}

/** Works stand in quotation marks. */
const MARK = /^["'“‘]$/;

/** “ADA MOE, who …”: the first words of a story in capitals, where “Moe” stands in it. */
function shoutedNames({ flags, words, count }: Tokens, alone: ReadonlyMap<string, number>): TaggedName[] {
  const names: TaggedName[] = [];
  for (let from = 0; from < count; from += 1) {
    if (!((flags[from] ?? 0) & FIRST)) continue;
    let to = from;
    while (to <= from + MAX_PERSON_NAME && (flags[to] ?? 0) & UPPER) to += 1;
    if (to - from > 1 && to - from <= MAX_PERSON_NAME && alone.has(words[to - 1] ?? ''))
      names.push({ type: 'person', from, to });
  }
  return names;
}

const wordsOf = ({ words }: Tokens, from: number, to: number): string => words.slice(from, to).join(' ');

/** For each name the type that it has most often; for a given or family name on its own, a person’s. */
function typesOf(tokens: Tokens, names: readonly TaggedName[], { families, given }: CallNames): Map<string, NameType> {
  const counts = new Map<string, Map<NameType, number>>();
  for (const { type, from, to } of names) {
    const words = wordsOf(tokens, from, to);
    const count = counts.get(words) ?? new Map<NameType, number>();
    counts.set(words, count.set(type, (count.get(type) ?? 0) + 1));
  }
  const types = new Map<string, NameType>();
  for (const [words, count] of counts) {
    let most: NameType | undefined;
    for (const [type, times] of count) if (most === undefined || times > (count.get(most) ?? 0)) most = type;
    // A place or nation that shares its word with a person keeps what it mostly is.
    const isCalled = families.has(words) || given.has(words);
    if (most) types.set(words, isCalled && (count.has('person') || most === 'organisation') ? 'person' : most);
  }
  for (const family of families) if (!types.has(family)) types.set(family, 'person');
  return types;
}

/**
 * In sentences where every word has a capital, the names that the story has, the longest first; of those that only the
 * tagger found there, people whom the story calls by their last word.
 */
function namesInHeadlines(
  tokens: Tokens,
  allCaps: Uint8Array,
  types: ReadonlyMap<string, NameType>,
  tagged: readonly TaggedName[],
): TaggedName[] {
  const names: TaggedName[] = [];
  const isKnown = ({ type, from, to }: TaggedName): boolean =>
    type === 'person' && to - from <= MAX_PERSON_NAME && types.get(tokens.words[to - 1] ?? '') === 'person';
  const full = new Map(tagged.filter(isKnown).map((name): [number, TaggedName] => [name.from, name]));
  for (let at = 0; at < tokens.count; at += 1) {
    if (!((allCaps[tokens.sentences[at] ?? 0] ?? 0) & HEADLINE)) continue;
    const known = full.get(at);
    if (known) {
      names.push(known);
      at = known.to - 1;
      continue;
    }
    for (let to = Math.min(at + MAX_HEADLINE_NAME, tokens.count); to > at; to -= 1) {
      const type = types.get(wordsOf(tokens, at, to));
      if (!type) continue;
      names.push({ type, from: at, to });
      at = to - 1;
      break;
    }
  }
  return names;
}
