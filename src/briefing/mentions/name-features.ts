import { combine, hashOf } from '../models/hash.ts';
import { elsewhereOf, HEADLINE, isUpper, loudSentences, MIDDLE, SMALL } from './name-usage.ts';
import type { Tokens } from './tokens.ts';
import { ALL_CAPS, BREAK, CAP, FIRST, flagsOfWord, GIVEN, ORG, PERSON, QUOTED, UPPER, WORD } from './word-flags.ts';

const seedOf = (name: string): number => hashOf(`name-tagger ${name}`);
const S = Object.fromEntries(
  `word raw shape known prefix suffix pair triple wide document first`.split(' ').map((name) => [name, seedOf(name)]),
) as Record<string, number>;

/** What the tagger knows of each token by itself, computed once. */
export interface TokenFacts {
  readonly words: Int32Array;
  readonly shapes: Int32Array;
  readonly known: Int32Array;
  readonly elsewhere: Int32Array;
  /** By sentence: whether most words have a capital (1), or are all capitals (2); see `HEADLINE`. */
  readonly allCaps: Uint8Array;
}

/** The lexicon's bits, without those for how a word is written and where it stands. */
const LEXICAL = ~(WORD | CAP | UPPER | FIRST | BREAK | QUOTED | ALL_CAPS);

export function tokenFacts(tokens: Tokens): TokenFacts {
  const { count, words } = tokens;
  const hashes = new Int32Array(count + 1);
  const shapes = new Int32Array(count + 1);
  const known = new Int32Array(count + 1);
  for (let at = 0; at < count; at += 1) {
    hashes[at] = hashOf(words[at] ?? '');
    shapes[at] = hashOf(shapeOf(tokens.text.slice(tokens.starts[at], tokens.ends[at])));
    known[at] = flagsOfWord(words[at] ?? '') & LEXICAL;
  }
  return { words: hashes, shapes, known, elsewhere: elsewhereOf(tokens), allCaps: loudSentences(tokens) };
}

/** “McDonald” → XxXx, “U.S.” → X.X., “1,200” → d, “al-Sisi” → x-Xx. */
function shapeOf(raw: string): string {
  let shape = '';
  let last = '';
  for (const letter of raw) {
    const kind = /\p{Lu}/u.test(letter) ? 'X' : /\p{L}/u.test(letter) ? 'x' : /\d/.test(letter) ? 'd' : letter;
    if (kind !== last) shape += kind;
    last = kind;
  }
  return raw.length === 1 ? `${shape}1` : raw.length > 3 && shape === 'X' ? 'XXXX' : shape;
}

/** Whether an aside behind a name tells of a person (1) or of a body (2): “Jo Moe, political science professor,” */
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
  const { words, flags, text, starts, ends, sentences } = tokens;
  const sentence = sentences[at];
  const inside = (other: number): boolean => other >= 0 && other < tokens.count && sentences[other] === sentence;
  const of = (list: Int32Array, by: number): number => (inside(at + by) ? (list[at + by] as number) : -1 - by);
  const found: number[] = [S.word as number];
  const add = (seed: string, place: number, ...hashes: number[]): void => {
    let hash = combine(S[seed] as number, place);
    for (const other of hashes) hash = combine(hash, other);
    found.push(hash);
  };
  const w = [-2, -1, 0, 1, 2].map((by) => of(facts.words, by)) as [number, number, number, number, number];
  const s = [-2, -1, 0, 1, 2].map((by) => of(facts.shapes, by)) as [number, number, number, number, number];
  const k = [-2, -1, 0, 1, 2].map((by) => of(facts.known, by)) as [number, number, number, number, number];
  for (let by = 0; by < 5; by += 1) {
    add('word', by, w[by] as number);
    add('shape', by, s[by] as number);
    add('known', by, k[by] as number);
  }
  add('word', 5, w[2], s[2]);
  add('pair', 0, w[1], w[2]);
  add('pair', 1, w[2], w[3]);
  add('pair', 2, w[1], s[2]);
  add('pair', 3, w[3], s[2]);
  add('pair', 4, s[1], s[2]);
  add('pair', 5, s[2], s[3]);
  add('pair', 6, k[1], k[2], s[2]);
  add('pair', 7, k[2], s[2], k[3]);
  add('pair', 8, w[0], w[1], s[2]);
  add('pair', 9, w[3], w[4], s[2]);
  add('triple', 0, s[1], s[2], s[3]);
  add('triple', 1, s[0], s[1], s[2]);
  add('triple', 2, s[2], s[3], s[4]);
  add('triple', 3, k[1], s[2], k[3]);
  add('triple', 4, k[0], k[1], s[2]);
  add('triple', 5, k[1], k[2], k[3], s[2]);
  const word = words[at] ?? '';
  const capital = s[2];
  for (let size = 1; size <= 4; size += 1) {
    if (word.length <= size) break;
    add('prefix', size, hashOf(word.slice(0, size)), capital);
    add('suffix', size, hashOf(word.slice(-size)), capital);
  }
  if (inside(at + 1)) add('suffix', 5, hashOf((words[at + 1] ?? '').slice(-3)), s[3]);
  if (inside(at - 1)) add('suffix', 6, hashOf((words[at - 1] ?? '').slice(-3)), s[1]);
  const flag = flags[at] ?? 0;
  const other = facts.elsewhere[at] as number;
  if (flag & FIRST) add('first', 0, capital, k[2]);
  if (flag & FIRST) add('first', 1, capital, s[3]);
  const allCaps = (facts.allCaps[sentence as number] as number) & ~HEADLINE;
  if (allCaps) add('first', 2, capital, k[2], allCaps);
  if (allCaps) add('first', 3, other & (SMALL | MIDDLE), allCaps);
  if (flag & QUOTED) add('first', 4, capital);
  add('document', 0, other, capital);
  add('document', 1, other & (SMALL | MIDDLE), capital, flag & FIRST);
  for (let bit = 2; bit < 9; bit += 1) if (other & (1 << bit)) add('document', bit, capital);
  add('document', 10, of(facts.elsewhere, 1), s[3], capital);
  add('document', 11, of(facts.elsewhere, -1), s[1], capital);
  // What stands around the whole run of capitals that the token is in.
  if (isUpper(text, starts[at] ?? 0) && ends[at] !== undefined) {
    let from = at;
    while (from > at - 6 && inside(from - 1) && isUpper(text, starts[from - 1] ?? 0)) from -= 1;
    let to = at + 1;
    while (to < at + 6 && inside(to) && isUpper(text, starts[to] ?? 0)) to += 1;
    add('wide', 0, at - from, to - at);
    add('wide', 1, of(facts.words, from - 1 - at), to - from);
    add('wide', 2, of(facts.words, to - at), to - from);
    add('wide', 3, of(facts.known, to - 1 - at), at - from, to - at);
    add('wide', 4, of(facts.words, to - 1 - at), to - at);
    add('wide', 5, of(facts.known, from - at), at - from);
    add('wide', 6, of(facts.words, from - at), at - from);
    add('wide', 7, described(tokens, to), to - from);
  }
  return found;
}
