import { groupOf } from '../models/clusters.ts';
import { FeatureList } from '../models/feature-list.ts';
import { hashOf, hashOfPart } from '../models/hash.ts';
import { HEADLINE, isUpper, MIDDLE, SMALL } from './name-usage.ts';
import type { TokenFacts } from './token-facts.ts';
import type { Tokens } from './tokens.ts';
import { BREAK, FIRST, GIVEN, ORG, PERSON, QUOTED } from './word-flags.ts';

const seedOf = (name: string): number => hashOf(`name-tagger ${name}`);
const WORD_BY = seedOf('word');
const SHAPE = seedOf('shape');
const KNOWN = seedOf('known');
const PREFIX = seedOf('prefix');
const SUFFIX = seedOf('suffix');
const PAIR = seedOf('pair');
const TRIPLE = seedOf('triple');
const WIDE = seedOf('wide');
const DOCUMENT = seedOf('document');
const OPENING = seedOf('first');
const CLUSTER = seedOf('cluster');

/** Whether an aside after a name describes a person (1) or a body (2): “Jo Moe, political science professor,” */
function described({ words, flags, sentences }: Tokens, at: number): number {
  if (words[at] !== ',') return 0;
  for (let next = at + 1; next < at + 8 && sentences[next] === sentences[at]; next += 1) {
    const flag = flags[next] ?? 0;
    if (flag & BREAK) return 0;
    if (flag & PERSON && !(flag & GIVEN)) return 1;
    if (flag & ORG) return 2;
  }
  return 0;
}

/** The hashed features of one token. */
export function nameFeatures(tokens: Tokens, facts: TokenFacts, at: number): number[] {
  const list = new FeatureList();
  addNameFeatures(list, tokens, facts, at);
  return [...list.take()];
}

/** Adds them to a list. */
export function addNameFeatures(list: FeatureList, tokens: Tokens, facts: TokenFacts, at: number): void {
  list.push(WORD_BY);
  const w = around(tokens, facts.words, at);
  const s = around(tokens, facts.shapes, at);
  const k = around(tokens, facts.known, at);
  addNeighbours(list, w, s, k);
  addLetters(list, tokens, s, at);
  addClusters(list, around(tokens, facts.clusters, at), s);
  addPlace(list, tokens, facts, at, s, k[2]);
  addRun(list, tokens, facts, at);
}

/** Two before, the token itself, two after. */
type Five = readonly [number, number, number, number, number];

/** What a list says of a token so far away, within the sentence; beyond it, how far away that is. */
function valueAt(tokens: Tokens, list: Int32Array, at: number, by: number): number {
  const other = at + by;
  const inside = other >= 0 && other < tokens.count && tokens.sentences[other] === tokens.sentences[at];
  return inside ? (list[other] as number) : -1 - by;
}

const around = (tokens: Tokens, list: Int32Array, at: number): Five => [
  valueAt(tokens, list, at, -2),
  valueAt(tokens, list, at, -1),
  list[at] as number,
  valueAt(tokens, list, at, 1),
  valueAt(tokens, list, at, 2),
];

function addNeighbours(list: FeatureList, w: Five, s: Five, k: Five): void {
  for (let by = 0; by < 5; by += 1) {
    list.add(WORD_BY, by, w[by] as number);
    list.add(SHAPE, by, s[by] as number);
    list.add(KNOWN, by, k[by] as number);
  }
  list.add(WORD_BY, 5, w[2], s[2]);
  list.add(PAIR, 0, w[1], w[2]);
  list.add(PAIR, 1, w[2], w[3]);
  list.add(PAIR, 2, w[1], s[2]);
  list.add(PAIR, 3, w[3], s[2]);
  list.add(PAIR, 4, s[1], s[2]);
  list.add(PAIR, 5, s[2], s[3]);
  list.add(PAIR, 6, k[1], k[2], s[2]);
  list.add(PAIR, 7, k[2], s[2], k[3]);
  list.add(PAIR, 8, w[0], w[1], s[2]);
  list.add(PAIR, 9, w[3], w[4], s[2]);
  list.add(TRIPLE, 0, s[1], s[2], s[3]);
  list.add(TRIPLE, 1, s[0], s[1], s[2]);
  list.add(TRIPLE, 2, s[2], s[3], s[4]);
  list.add(TRIPLE, 3, k[1], s[2], k[3]);
  list.add(TRIPLE, 4, k[0], k[1], s[2]);
  list.add(TRIPLE, 5, k[1], k[2], k[3], s[2]);
}

/** Clusters of the words, alone and by their groups, so that a word never met in training is read like similar ones. */
function addClusters(list: FeatureList, c: Five, s: Five): void {
  const group = (at: 0 | 1 | 2 | 3 | 4): number => groupOf(c[at]);
  for (const by of [0, 1, 2, 3, 4] as const) {
    list.add(CLUSTER, by, c[by], s[2]);
    list.add(CLUSTER, 5 + by, group(by), s[2]);
  }
  list.add(CLUSTER, 10, group(1), group(2), s[2]);
  list.add(CLUSTER, 11, group(2), group(3), s[2]);
  list.add(CLUSTER, 12, group(1), group(2), group(3), s[2]);
}

/** How the word begins and ends, and how its neighbours end. */
function addLetters(list: FeatureList, { words, sentences, count }: Tokens, s: Five, at: number): void {
  const word = words[at] ?? '';
  for (let size = 1; size <= 4 && size < word.length; size += 1) {
    list.add(PREFIX, size, hashOfPart(word, 0, size), s[2]);
    list.add(SUFFIX, size, hashOfPart(word, word.length - size, word.length), s[2]);
  }
  const ending = (other: number): number => {
    const text = words[other] ?? '';
    return hashOfPart(text, Math.max(0, text.length - 3), text.length);
  };
  if (at + 1 < count && sentences[at + 1] === sentences[at]) list.add(SUFFIX, 5, ending(at + 1), s[3]);
  if (at > 0 && sentences[at - 1] === sentences[at]) list.add(SUFFIX, 6, ending(at - 1), s[1]);
}

/** Where it stands, and how it is written elsewhere in the text. */
function addPlace(list: FeatureList, tokens: Tokens, facts: TokenFacts, at: number, s: Five, known: number): void {
  const flag = tokens.flags[at] ?? 0;
  const capital = s[2];
  const other = facts.elsewhere[at] as number;
  if (flag & FIRST) list.add(OPENING, 0, capital, known);
  if (flag & FIRST) list.add(OPENING, 1, capital, s[3]);
  const allCaps = (facts.allCaps[tokens.sentences[at] as number] as number) & ~HEADLINE;
  if (allCaps) list.add(OPENING, 2, capital, known, allCaps);
  if (allCaps) list.add(OPENING, 3, other & (SMALL | MIDDLE), allCaps);
  if (flag & QUOTED) list.add(OPENING, 4, capital);
  list.add(DOCUMENT, 0, other, capital);
  list.add(DOCUMENT, 1, other & (SMALL | MIDDLE), capital, flag & FIRST);
  for (let bit = 2; bit < 9; bit += 1) if (other & (1 << bit)) list.add(DOCUMENT, bit, capital);
  list.add(DOCUMENT, 10, valueAt(tokens, facts.elsewhere, at, 1), s[3], capital);
  list.add(DOCUMENT, 11, valueAt(tokens, facts.elsewhere, at, -1), s[1], capital);
}

/** What stands around the whole run of capitals that the token is in. */
function addRun(list: FeatureList, tokens: Tokens, facts: TokenFacts, at: number): void {
  const { text, starts, ends, sentences, count } = tokens;
  const isCapital = (other: number): boolean =>
    other >= 0 && other < count && sentences[other] === sentences[at] && isUpper(text, starts[other] ?? 0);
  if (!isUpper(text, starts[at] ?? 0) || ends[at] === undefined) return;
  let from = at;
  while (from > at - 6 && isCapital(from - 1)) from -= 1;
  let to = at + 1;
  while (to < at + 6 && isCapital(to)) to += 1;
  list.add(WIDE, 0, at - from, to - at);
  list.add(WIDE, 1, valueAt(tokens, facts.words, at, from - 1 - at), to - from);
  list.add(WIDE, 2, valueAt(tokens, facts.words, at, to - at), to - from);
  list.add(WIDE, 3, valueAt(tokens, facts.known, at, to - 1 - at), at - from, to - at);
  list.add(WIDE, 4, valueAt(tokens, facts.words, at, to - 1 - at), to - at);
  list.add(WIDE, 5, valueAt(tokens, facts.known, at, from - at), at - from);
  list.add(WIDE, 6, valueAt(tokens, facts.words, at, from - at), at - from);
  list.add(WIDE, 7, described(tokens, to), to - from);
}
