import type { NameType, TaggedName } from './name-labels.ts';
import type { Tokens } from './tokens.ts';
import { BREAK, CAP, GIVEN, NAMED_ORG, ORG, PERSON, PLACE, PLURAL, POSS, TITLE } from './word-flags.ts';

/**
 * A name without what is certain to be no part of it, and with what is; none where nothing is left.
 *
 * // Datuk | Rahim Osman     the Washington Post | Trump     Breda Hanley | SC     Mitch McConnell |, R-Ky.
 * //         -----------                           -----     ------------           --------------
 */
export function boundedName(tokens: Tokens, name: TaggedName): TaggedName | undefined {
  const cut = cutEnd(tokens, withInitial(tokens, name));
  if (cut.type !== 'person') return cut.from < cut.to ? cut : undefined;
  const { flags, words } = tokens;
  let { from, to } = cut;
  // “Hen (Chief) | Lynda Dickson”, “Police (CoP) | Lynda Dickson”
  let bracket = to - 1;
  while (bracket > from && words[bracket] !== ')') bracket -= 1;
  if (bracket > from && bracket < to - 2 && ((flags[bracket - 1] ?? 0) & TITLE || isShort(tokens, bracket - 1)))
    from = bracket + 1;
  // “Tan Sri | Muhammad Osman”, “Miss Universe | Ada Moe”
  if (from < to - 2 && /^(?:sri|seri)$/.test(words[from + 1] ?? '')) from += 2;
  if (from < to - 2 && words[from - 1] === 'miss' && isRealm(tokens, from)) from += 1;
  while (from < to - 1 && (flags[from] ?? 0) & (TITLE | NAMED_ORG | ORG) && !((flags[from] ?? 0) & GIVEN)) from += 1;
  // “Six-year-old | Ada Moe”
  while (from < to - 1 && /-year-old$/.test(words[from] ?? '')) from += 1;
  // “Singer | Ada Moe”; a job before one word, “Hunter Moe”, may be a given name.
  while (from < to - 2 && (flags[from] ?? 0) & PERSON && !((flags[from] ?? 0) & GIVEN)) from += 1;
  while (from < to - 2 && LETTERS.test(words[to - 1] ?? '')) to -= 1;
  return from < to ? { type: 'person', from, to } : undefined;
}

const isRealm = ({ flags, words }: Tokens, at: number): boolean =>
  Boolean((flags[at] ?? 0) & PLACE) || /^(?:universe|world|earth|international)$/.test(words[at] ?? '');

/** “CoP”, “DGP”: an office in short. */
const isShort = ({ text, starts, ends }: Tokens, at: number): boolean =>
  /^\p{Lu}[\p{L}.]*\p{Lu}\.?$/u.test(text.slice(starts[at], ends[at]));

const LETTERS = /^(?:sc|qc|kc|md|phd|ph\.d|m\.d|esq|obe|mbe|cbe)$/;

/** “Loretta | E. Lynch”: no name begins with an initial after a capital. */
function withInitial({ flags, words, sentences }: Tokens, name: TaggedName): TaggedName {
  const before = flags[name.from - 1] ?? 0;
  const isInitial = /^\p{L}\.?$/u.test(words[name.from] ?? '') && name.to - name.from > 1;
  if (!isInitial || sentences[name.from - 1] !== sentences[name.from]) return name;
  return before & CAP && !(before & (TITLE | PERSON | ORG | BREAK))
    ? { ...name, from: name.from - 1, type: 'person' }
    : name;
}

/** “Ann Moe | for Morning Consult”, “Mitch McConnell |, R-Ky.” */
function cutEnd({ flags, words }: Tokens, name: TaggedName): TaggedName {
  for (let at = name.from; at < name.to; at += 1) {
    const word = words[at] ?? '';
    const isBreak = (flags[at] ?? 0) & BREAK && !/^[&/'"“”‘’()-]$/.test(word);
    if (isBreak || /^[dri]-\p{L}/u.test(word)) return { ...name, to: at };
    if (at === name.from + 2 && /^(?:for|of|from|at)$/.test(word) && (flags[name.from] ?? 0) & GIVEN)
      return { type: 'person', from: name.from, to: at };
  }
  let { to } = name;
  while (to > name.from + 1 && words[to - 1] === '(') to -= 1;
  return { ...name, to };
}

/**
 * Joins the parts of a name that were found apart, or of which one was not found.
 *
 * // Emilio | Cardinal | Okoro     Dora | Orlen     Nathan | Orlen     the Weather, | Water and Sea Agency
 * // -------------------------     ------------     --------------         -------------------------------
 */
export function joinNames(tokens: Tokens, names: readonly TaggedName[]): TaggedName[] {
  const joined: TaggedName[] = [];
  for (const found of names) {
    const name = withListed(tokens, withGivenName(tokens, found, joined.at(-1)?.to ?? 0));
    while ((joined.at(-1)?.to ?? 0) > name.from) joined.pop();
    const before = joined.at(-1);
    if (before && areOne(tokens, before, name)) joined[joined.length - 1] = { ...before, to: name.to };
    else joined.push(name);
  }
  return joined;
}

function areOne({ words, sentences }: Tokens, before: TaggedName, name: TaggedName): boolean {
  if (before.type !== 'person' || name.type !== 'person' || sentences[before.from] !== sentences[name.from])
    return false;
  if (before.to === name.from) return before.to - before.from === 1;
  return before.to === name.from - 1 && words[before.to] === 'cardinal';
}

/** Takes in the given name before a family name, where only that was found. */
export function withGivenName({ flags, sentences }: Tokens, name: TaggedName, least = 0): TaggedName {
  const at = name.from - 1;
  const before = flags[at] ?? 0;
  const isGiven =
    before & GIVEN && before & CAP && !(before & (TITLE | POSS)) && sentences[at] === sentences[name.from];
  return name.type === 'person' && name.to - name.from === 1 && at >= least && isGiven ? { ...name, from: at } : name;
}

/** A body with what its list begins with, after an article: “the Weather, | Water and Sea Agency”. */
function withListed({ words, flags }: Tokens, name: TaggedName): TaggedName {
  const { type, from, to } = name;
  if (type !== 'organisation' || words[from - 1] !== ',' || !((flags[to - 1] ?? 0) & ORG)) return name;
  if (!words.slice(from, to).includes('and')) return name;
  let first = from - 1;
  while (first > from - 5 && (flags[first - 1] ?? 0) & CAP) first -= 1;
  return first < from - 1 && words[first - 1] === 'the' ? { ...name, from: first } : name;
}

const PLACES = /^(?:island|city|town|village|river|lake|province|district|county|region|suburb|mountain|port|capital)$/;

/** “the largest island, Ostra Kiv,”: what it is called before it shows that it is a place. */
export const isNamedPlace = ({ words, flags }: Tokens, { from, to }: TaggedName): boolean =>
  words[from - 1] === ',' && PLACES.test(words[from - 2] ?? '') && !((flags[from - 2] ?? 0) & CAP) && to - from < 4;

/** “the airline Pinga”, “a girl named Moe”: the words before a name say what bears it, where the tagger saw a title. */
export function typeByNoun({ words, flags, sentences }: Tokens, { type, from }: TaggedName): NameType {
  if (sentences[from - 1] !== sentences[from] || !(type === 'title' || type === 'place')) return type;
  const isCalled = /^(?:named|called)$/.test(words[from - 1] ?? '');
  const noun = flags[isCalled ? from - 2 : from - 1] ?? 0;
  if (noun & (CAP | PLURAL)) return type;
  if (isCalled) return noun & PERSON ? 'person' : type;
  return type === 'title' && noun & ORG ? 'organisation' : type;
}
