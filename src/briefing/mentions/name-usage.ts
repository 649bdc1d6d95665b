import type { Tokens } from './tokens.ts';
import { BREAK, CAP, FIRST, GIVEN, NUM, PREP, STOP, TITLE, UPPER, VERB, WORD } from './word-flags.ts';

export const isUpper = (text: string, at: number): boolean => {
  const letter = text.charAt(at);
  return letter !== letter.toLowerCase();
};

/** Set for sentences long enough to tell a headline by its capitals. */
export const HEADLINE = 4;

/** Sentences whose capitals say little: Headlines Like This, AND CRIES. */
export function loudSentences(tokens: Tokens): Uint8Array {
  const size = (tokens.sentences[tokens.count - 1] ?? 0) + 1;
  const words = new Int32Array(size);
  const capitals = new Int32Array(size);
  const uppers = new Int32Array(size);
  const told = new Int32Array(size);
  for (let at = 0; at < tokens.count; at += 1) {
    const flags = tokens.flags[at] ?? 0;
    const sentence = tokens.sentences[at] ?? 0;
    if (flags & VERB && !(flags & CAP)) told[sentence] = (told[sentence] ?? 0) + 2;
    if (!(flags & WORD) || flags & (NUM | FIRST) || (tokens.words[at]?.length ?? 0) < 4) continue;
    words[sentence] = (words[sentence] ?? 0) + 1;
    if (flags & CAP) capitals[sentence] = (capitals[sentence] ?? 0) + 1;
    else if (!(flags & (PREP | STOP | VERB))) told[sentence] = (told[sentence] ?? 0) + 1;
    if (flags & UPPER) uppers[sentence] = (uppers[sentence] ?? 0) + 1;
  }
  return Uint8Array.from(words, (count, sentence) => {
    if (count < 3 || (capitals[sentence] ?? 0) <= count * 0.7) return 0;
    const isShouted = (uppers[sentence] ?? 0) > count * 0.7;
    // A sentence of the story may name so much that few of its words are small: a verb is.
    return (isShouted ? 2 : 1) | (count < 5 || (told[sentence] ?? 0) > 1 ? 0 : HEADLINE);
  });
}

// How a word is used elsewhere in the article, one bit each.
export const SMALL = 1;
export const MIDDLE = 2;
const BEHIND_TITLE = 4;
const BEHIND_GIVEN = 8;
const BEFORE_VERB = 16;
const BEHIND_PLACE_WORD = 32;
const BEHIND_THE = 64;
const BEFORE_CAPITAL = 128;
const BEHIND_CAPITAL = 256;

/** For each token, how the other tokens of the same word are used. */
export function elsewhereOf(tokens: Tokens): Int32Array {
  const uses = new Map<string, Int32Array>();
  const own = new Int32Array(tokens.count);
  for (let at = 0; at < tokens.count; at += 1) {
    if (!((tokens.flags[at] ?? 0) & WORD)) continue;
    const use = useOf(tokens, at);
    own[at] = use;
    const word = tokens.words[at] ?? '';
    let counts = uses.get(word);
    if (!counts) {
      counts = new Int32Array(9);
      uses.set(word, counts);
    }
    for (let bit = 0; bit < 9; bit += 1) if (use & (1 << bit)) counts[bit] = (counts[bit] ?? 0) + 1;
  }
  const others = new Int32Array(tokens.count);
  for (let at = 0; at < tokens.count; at += 1) {
    const counts = uses.get(tokens.words[at] ?? '');
    if (!counts) continue;
    let mask = 0;
    for (let bit = 0; bit < 9; bit += 1) {
      if ((counts[bit] ?? 0) - (((own[at] ?? 0) >> bit) & 1) > 0) mask |= 1 << bit;
    }
    others[at] = mask;
  }
  return others;
}

function useOf({ text, starts, flags, words, sentences }: Tokens, at: number): number {
  if (!isUpper(text, starts[at] ?? 0)) return SMALL;
  let use = 0;
  const same = sentences[at - 1] === sentences[at];
  const before = same ? (flags[at - 1] ?? 0) : 0;
  const next = sentences[at + 1] === sentences[at] ? (flags[at + 1] ?? 0) : 0;
  const previous = same ? (words[at - 1] ?? '') : '';
  if (same && before & WORD && !(before & BREAK)) use |= MIDDLE;
  if (before & TITLE) use |= BEHIND_TITLE;
  if (before & GIVEN && isUpper(text, starts[at - 1] ?? 0)) use |= BEHIND_GIVEN;
  if (next & VERB) use |= BEFORE_VERB;
  if (before & PREP && /^(?:in|at|near|from)$/.test(previous)) use |= BEHIND_PLACE_WORD;
  if (previous === 'the') use |= BEHIND_THE;
  if (next & WORD && isUpper(text, starts[at + 1] ?? 0)) use |= BEFORE_CAPITAL;
  if (before & WORD && isUpper(text, starts[at - 1] ?? 0)) use |= BEHIND_CAPITAL;
  return use;
}
