import { clusterOf } from '../models/clusters.ts';
import { hashOf } from '../models/hash.ts';
import { elsewhereOf, loudSentences } from './name-usage.ts';
import type { Tokens } from './tokens.ts';
import { ALL_CAPS, BREAK, CAP, FIRST, flagsOfWord, QUOTED, UPPER, WORD } from './word-flags.ts';

/** The properties of each token by itself, computed once for the tagger. */
export interface TokenFacts {
  readonly words: Int32Array;
  readonly shapes: Int32Array;
  readonly known: Int32Array;
  readonly clusters: Int32Array;
  readonly elsewhere: Int32Array;
  /** By sentence: whether most words have a capital (1), or are all capitals (2); see `HEADLINE`. */
  readonly allCaps: Uint8Array;
}

/** The lexicon's bits, without those for how a word is written and where it stands. */
const LEXICAL = ~(WORD | CAP | UPPER | FIRST | BREAK | QUOTED | ALL_CAPS);

interface WordFacts {
  readonly word: string;
  readonly hash: number;
  readonly shape: number;
  readonly known: number;
  readonly cluster: number;
}

const wordFacts = (raw: string, word: string): WordFacts => ({
  word,
  hash: hashOf(word),
  shape: hashOf(shapeOf(raw)),
  known: flagsOfWord(word) & LEXICAL,
  cluster: clusterOf(word),
});

export function tokenFacts(tokens: Tokens): TokenFacts {
  const { count, words } = tokens;
  const hashes = new Int32Array(count + 1);
  const shapes = new Int32Array(count + 1);
  const known = new Int32Array(count + 1);
  const clusters = new Int32Array(count + 1);
  /** A text has few words and fewer shapes, again and again. */
  const seen = new Map<string, WordFacts>();
  for (let at = 0; at < count; at += 1) {
    const raw = tokens.text.slice(tokens.starts[at], tokens.ends[at]);
    const word = words[at] ?? '';
    let entry = seen.get(raw);
    if (entry?.word !== word) {
      entry = wordFacts(raw, word);
      seen.set(raw, entry);
    }
    hashes[at] = entry.hash;
    shapes[at] = entry.shape;
    known[at] = entry.known;
    clusters[at] = entry.cluster;
  }
  return { words: hashes, shapes, known, clusters, elsewhere: elsewhereOf(tokens), allCaps: loudSentences(tokens) };
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
