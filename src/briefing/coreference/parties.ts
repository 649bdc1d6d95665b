import { isCapital, type Tokens } from '../mentions/tokens.ts';
import { CAP, DET, PARTY, PLACE, PREP, STOP } from '../mentions/word-flags.ts';
import { AMERICAN_PARTIES, AMERICAN_WORDS, PARTIES } from '../words/parties.ts';
import { SIDES } from '../words/places.ts';
import type { CoreferenceContext } from './context.ts';

type PartyContext = Pick<CoreferenceContext, 'tokens' | 'isAmericanNews'>;

/** The first party named in a range of tokens. */
export function partyIn(context: PartyContext, from: number, to: number): string | undefined {
  for (let at = from; at < to; at += 1) {
    const party = isCapital(context.tokens, at) ? partyAt(context, at, to) : undefined;
    if (party !== undefined) return party;
  }
  return undefined;
}

// Democratic senator     Liberal Democrats     Democratic Reform Party     the People Power Party
// ----------             -----------------     -----------------------         ------------------
/** The party named here: a well-known one, or a party by its own name. */
function partyAt({ tokens, isAmericanNews }: PartyContext, at: number, to: number): string | undefined {
  const { words, flags, text, starts, ends } = tokens;
  const word = words[at] ?? '';
  if (word === 'liberal' && at + 1 < to && PARTIES[`liberal ${words[at + 1]}`])
    return PARTIES[`liberal ${words[at + 1]}`];
  if (!((flags[at] ?? 0) & PARTY)) return partyByName(tokens, at, to) ?? partyOfAbbreviation(word);
  const before = words[at - 1] ?? '';
  if (/^democrats?$/.test(word) && /^(?:social|christian|free|sweden)$/.test(before)) {
    return `${before.charAt(0).toUpperCase()}${before.slice(1)} Democrats`;
  }
  let end = at + 1;
  while (end < to && PARTY_WORD.test(words[end] ?? '')) end += 1;
  if (end > at + 1 && end < to && words[end] === 'party') end += 1;
  if (end > at + 1) return text.slice(starts[at], ends[end - 1]);
  const party = PARTIES[word];
  const isOtherCountry = party !== undefined && AMERICAN_PARTIES.has(party) && !isAmericanNews;
  return isOtherCountry ? partyByName(tokens, at, to) : party;
}

/** The party that follows a name: “of the ruling Centre Party”. */
export function partyAfter(context: PartyContext, from: number): string | undefined {
  const { words, count } = context.tokens;
  if (!/^(?:of|from)$/.test(words[from] ?? '')) return undefined;
  let at = from + 1;
  while (/^(?:the|main|ruling|governing|opposition|rival)$/.test(words[at] ?? '')) at += 1;
  return isCapital(context.tokens, at) ? partyAt(context, at, Math.min(count, at + MAX_NAME + 1)) : undefined;
}

const PARTY_WORD =
  /^(?:front|reform|alliance|union|unionist|movement|league|forces|progressive|unity|justice|network|labour|left|future)$/;

/** “(D-Md.)”, “R-Ariz.” */
function partyOfAbbreviation(word: string): string | undefined {
  if (/^d-[a-z.]+$/.test(word)) return 'Democrats';
  return /^r-[a-z.]+$/.test(word) ? 'Republicans' : undefined;
}

/** The most words of its name before “Party”. */
const MAX_NAME = 4;

/** “People Power Party”: a name that ends in the word. */
function partyByName(tokens: Tokens, at: number, to: number): string | undefined {
  const { words, flags, text, starts, ends } = tokens;
  if ((flags[at] ?? 0) & (DET | PREP | STOP | PLACE) || words[at] === 'party') return undefined;
  let end = at;
  while (end < to && end - at < MAX_NAME && isNamePart(tokens, end) && words[end] !== 'party') end += 1;
  const isName = end > at && end < to && words[end] === 'party' && ((flags[end] ?? 0) & CAP) !== 0;
  return isName ? text.slice(starts[at], ends[end]) : undefined;
}

/** “People | ’s | Future | Party” */
const isNamePart = (tokens: Tokens, at: number): boolean =>
  isCapital(tokens, at) || /^['’]s$/.test(tokens.words[at] ?? '');

/** Whether the article is about the United States, where “Democrats” are one party. */
export const isAmericanNews = (tokens: Tokens): boolean =>
  (tokens.words.includes('republican') && tokens.words.includes('democratic')) || isMostlyAmerican(tokens);

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
