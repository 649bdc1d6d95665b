import { isPlace } from '../mentions/named-entities.ts';
import { isCapital, type Tokens } from '../mentions/tokens.ts';
import { CAP, GIVEN, NAMED_ORG, ORG, PARTY, PERSON, PLACE, PORTFOLIO, TITLE } from '../mentions/word-flags.ts';
import type { Sentence } from '../segment.ts';
import { LONG_PLACES, SIDES } from '../words/places.ts';

const STATE_WORDS: ReadonlySet<string> = new Set(
  `official officials minister ministers ministry presidential president government police military army parliament
  cabinet state foreign defense defence intelligence embassy authorities
  diplomat premier chancellor palace ambassador envoy consul secretary governor general commander navy forces force guard troops
  soldier soldiers negotiator delegation king queen prince emir sultan monarch dictator junta regime
  commissioner administration representative representatives mission delegate delegates envoys ambassadors`.split(
    /\s+/,
  ),
);

/** “former minister”, “presidential candidate”, “opposition leader”: none of them speaks for the state. */
const OUT_OF_OFFICE = /^(?:former|ex|ex-\w+|late|candidates?|nominees?|contenders?|opposition|hopefuls?)$/;

/** International bodies are not countries. */
export const INTERNATIONAL_BODIES: ReadonlySet<string> = new Set(['United Nations', 'European Union', 'NATO']);

/** The country named in a range of tokens, and whether it mentions an office of the state. */
export interface Affiliation {
  readonly side?: string;
  readonly official: boolean;
}

/**
 * Reads the affiliation of an entity from its description.
 *
 * // South Korean UN Ambassador        spokesperson for the Ministry of National Defense in Seoul
 * // ------------ South Korea                                                               ----- South Korea
 */
export function affiliationOf(tokens: Tokens, from: number, to: number): Affiliation {
  let side: string | undefined;
  let international: string | undefined;
  let official = false;
  let mayBeOfficial = true;
  for (let at = from; at < to; at += 1) {
    const word = tokens.words[at] ?? '';
    if (STATE_WORDS.has(word) || (word === 'national' && tokens.words[at + 1] === 'security')) official = true;
    if (OUT_OF_OFFICE.test(word)) mayBeOfficial = false;
    if (!isCapital(tokens, at)) continue;
    if (isGivenName(tokens, at, to) || isHost(tokens, from, at)) continue;
    const found = (tokens.flags[at] ?? 0) & CAP ? placeAt(tokens, at, to) : undefined;
    if (!found) continue;
    if (INTERNATIONAL_BODIES.has(found)) international ??= found;
    else side ??= found;
  }
  const found = side ?? international;
  return { official: official && mayBeOfficial, ...(found ? { side: found } : {}) };
}

/** “ambassador to Norway”, “embassy in Norway”, “war against Norway”: not the country that an office is of. */
function isHost({ words }: Tokens, from: number, at: number): boolean {
  const before = words[at - 1] ?? '';
  return DESTINATION.test(before) || (before === 'in' && words.slice(from, at).some((word) => ABROAD.has(word)));
}

const DESTINATION = /^(?:to|against|on|about|into|between|than)$/;
const ABROAD: ReadonlySet<string> = new Set(
  'embassy embassies consulate consulates ambassador ambassadors consul diplomat diplomats envoy envoys'.split(' '),
);

const NOT_FAMILY_NAME = PERSON | ORG | NAMED_ORG | TITLE | PLACE | PORTFOLIO | PARTY;

/** “Sofia Lund”, unlike “Georgia Governor Ann Lee”: a place name that is a given name, followed by a family name. */
function isGivenName({ flags }: Tokens, at: number, to: number): boolean {
  const next = at + 1 < to ? (flags[at + 1] ?? 0) : 0;
  return ((flags[at] ?? 0) & GIVEN) !== 0 && (next & CAP) !== 0 && (next & NOT_FAMILY_NAME) === 0;
}

/** The side of the place name that begins at this token, the longest first. */
function placeAt(tokens: Tokens, at: number, to: number): string | undefined {
  const word = tokens.words[at] ?? '';
  for (let size = LONG_PLACES.has(word) ? Math.min(3, to - at) : 1; size > 1; size -= 1) {
    const found = SIDES.get(tokens.words.slice(at, at + size).join(' '));
    if (found) return found;
  }
  return SIDES.get(word);
}

/** How many tokens a place name takes that begins here: “New York”, “United Nations”; none where there is none. */
export function placeSize(tokens: Tokens, at: number, to: number): number {
  if (!((tokens.flags[at] ?? 0) & CAP)) return 0;
  for (const size of [3, 2, 1]) if (at + size <= to && isPlace(tokens, at, at + size)) return size;
  return 0;
}

/** The least share of all mentions of countries that the country of a story at home has. */
const MIN_SHARE = 0.6;
/** The least share of the mentions of the country named most that a country has whose officials speak. */
const MIN_OF_MOST = 0.3;

/** The countries that officials of a story speak for where their description gives none. */
export interface DefaultCountries {
  /** That of officials without a name: “the foreign ministry”. */
  readonly unnamed?: string;
  /** That of a minister or president with a name, who may be from abroad: the country that the story is all about. */
  readonly named?: string;
}

/** The least share of all mentions of countries, and the least number, that make a story all about one country. */
const MIN_SHARE_OF_ONLY = 0.8;
const MIN_MENTIONS_OF_ONLY = 2;

/**
 * The default country of unnamed officials: the country of the dateline, unless the story names another more often; else
 * that of most speakers with a side, if the story is about it as well; else the only country that the story is about.
 *
 * @param sides the known sides of the speakers.
 */
export function defaultCountries(
  tokens: Tokens,
  sentences: readonly Sentence[],
  sides: readonly string[],
): DefaultCountries {
  const counts = countriesIn(tokens);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!most) return {};
  const [country, mentions] = most;
  const share = (of: string | undefined): number => (counts.get(of ?? '') ?? 0) / mentions;
  const filed = datelineOf(tokens, sentences);
  const ofSpeakers = commonest(sides);
  const isOnly = mentions >= MIN_MENTIONS_OF_ONLY && mentions >= MIN_SHARE_OF_ONLY * total;
  const unnamed = [
    share(filed) >= 1 ? filed : undefined,
    share(ofSpeakers) >= MIN_OF_MOST ? ofSpeakers : undefined,
    mentions >= MIN_SHARE * total ? country : undefined,
  ].find((found) => found !== undefined);
  return { ...(unnamed && { unnamed }), ...(isOnly && unnamed === country && { named: country }) };
}

/** How often the text names each country, by its own name, its people or its cities. */
function countriesIn(tokens: Tokens): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (let at = 0; at < tokens.count; at += 1) {
    const found = (tokens.flags[at] ?? 0) & CAP ? placeAt(tokens, at, tokens.count) : undefined;
    if (found && !INTERNATIONAL_BODIES.has(found)) counts.set(found, (counts.get(found) ?? 0) + 1);
  }
  return counts;
}

function commonest(names: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const name of names) if (!INTERNATIONAL_BODIES.has(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return first && first[1] > (second?.[1] ?? 0) ? first[0] : undefined;
}

/** “KYIV (AFN) — …”, “BRUSSELS — …”: where the story was filed. */
function datelineOf(tokens: Tokens, sentences: readonly Sentence[]): string | undefined {
  const first = sentences.findIndex(({ paragraph }) => paragraph === 1);
  const start = tokens.sentences.indexOf(first);
  if (first < 0 || start < 0) return undefined;
  for (let at = start; at < Math.min(start + 9, tokens.count); at += 1) {
    if (/^(?:[—–:-]|--)$/.test(tokens.words[at] ?? '')) return placeAt(tokens, start, at);
  }
  return undefined;
}

/** “ghanaian”, “portuguese”, and no city: it has a plural, or an ending that needs none. */
export const isNational = (word: string): boolean =>
  SIDES.has(word) && (SIDES.has(`${word}s`) || /(?:ese|ish|[nt]ch|swiss)$/.test(word));
