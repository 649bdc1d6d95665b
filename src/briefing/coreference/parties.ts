import { isCapital, type Tokens } from '../mentions/tokens.ts';
import { CAMP, CAP, DET, PLACE, PREP, STOP } from '../mentions/word-flags.ts';
import { AMERICAN_CAMPS, AMERICAN_WORDS, CAMPS } from '../words/camps.ts';
import { SIDES } from '../words/places.ts';

// Democratic senator     Liberal Democrats     Democratic Reform Party     the People Power Party
// ----------             -----------------     -----------------------         ------------------
/** The camp named here: a well-known one, or a party by its own name. */
export function campAt(tokens: Tokens, at: number, to: number): string | undefined {
  const { words, flags, text, starts, ends } = tokens;
  const word = words[at] ?? '';
  if (word === 'liberal' && at + 1 < to && CAMPS[`liberal ${words[at + 1]}`]) return CAMPS[`liberal ${words[at + 1]}`];
  if (!((flags[at] ?? 0) & CAMP)) return partyAt(tokens, at, to) ?? partyOf(word);
  const before = words[at - 1] ?? '';
  if (/^democrats?$/.test(word) && /^(?:social|christian|free|sweden)$/.test(before)) {
    return `${before.charAt(0).toUpperCase()}${before.slice(1)} Democrats`;
  }
  let end = at + 1;
  while (end < to && OF_A_PARTY.test(words[end] ?? '')) end += 1;
  if (end > at + 1 && end < to && words[end] === 'party') end += 1;
  if (end > at + 1) return text.slice(starts[at], ends[end - 1]);
  const camp = CAMPS[word];
  const isOtherCountry = camp !== undefined && AMERICAN_CAMPS.has(camp) && !isAmericanNews(tokens);
  return isOtherCountry ? partyAt(tokens, at, to) : camp;
}

/** The camp that hangs behind a name: “of the ruling Centre Party”. */
export function campBehind(tokens: Tokens, from: number): string | undefined {
  const { words, count } = tokens;
  if (!/^(?:of|from)$/.test(words[from] ?? '')) return undefined;
  let at = from + 1;
  while (/^(?:the|main|ruling|governing|opposition|rival)$/.test(words[at] ?? '')) at += 1;
  return isCapital(tokens, at) ? campAt(tokens, at, Math.min(count, at + MAX_NAME + 1)) : undefined;
}

const OF_A_PARTY =
  /^(?:front|reform|alliance|union|unionist|movement|league|forces|progressive|unity|justice|network|labour|left|future)$/;

/** “(D-Md.)”, “R-Ariz.” */
function partyOf(word: string): string | undefined {
  if (/^d-[a-z.]+$/.test(word)) return 'Democrats';
  return /^r-[a-z.]+$/.test(word) ? 'Republicans' : undefined;
}

/** So many words of its name stand before “Party”. */
const MAX_NAME = 4;

/** “People Power Party”: a name that ends in the word. */
function partyAt(tokens: Tokens, at: number, to: number): string | undefined {
  const { words, flags, text, starts, ends } = tokens;
  if ((flags[at] ?? 0) & (DET | PREP | STOP | PLACE) || words[at] === 'party') return undefined;
  let end = at;
  while (end < to && end - at < MAX_NAME && isCapital(tokens, end) && words[end] !== 'party') end += 1;
  const isName = end > at && end < to && words[end] === 'party' && ((flags[end] ?? 0) & CAP) !== 0;
  return isName ? text.slice(starts[at], ends[end]) : undefined;
}

const remembered = new WeakMap<Tokens, boolean>();

/** Whether the story is of the United States, where “Democrats” are one party; the answer for a text is remembered. */
function isAmericanNews(tokens: Tokens): boolean {
  const before = remembered.get(tokens);
  if (before !== undefined) return before;
  const found = new Set(tokens.words).isSupersetOf(new Set(['republican', 'democratic'])) || isMostlyAmerican(tokens);
  remembered.set(tokens, found);
  return found;
}

/** Whether it names the United States, its states and people as often as any other country. */
function isMostlyAmerican({ words, flags, count }: Tokens): boolean {
  const named = new Map<string, number>();
  let american = 0;
  for (let at = 0; at < count; at += 1) {
    if (!((flags[at] ?? 0) & CAP)) continue;
    const word = words[at] ?? '';
    const side = SIDES.get(`${word} ${words[at + 1]}`) ?? SIDES.get(word);
    if (side === 'United States' || AMERICAN_WORDS.has(word)) american += 1;
    else if (side) named.set(side, (named.get(side) ?? 0) + 1);
  }
  return [...named.values()].every((times) => times <= american);
}
