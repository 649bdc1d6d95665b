import type { Reading } from '../normalise.ts';
import type { Sentence } from '../segment.ts';
import { hasStop, shapeOf } from './token-shapes.ts';
import { BREAK, FIRST, flagsOfWord, POSS, QUOTED, VERB, WORD } from './word-flags.ts';

/** The reading as words and marks, each with what is known of it: columns, because there are many. */
export interface Tokens {
  readonly text: string;
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly flags: Int32Array;
  /** Lower case, without a stop at its end; a mark stands for itself. */
  readonly words: string[];
  /** The number of the sentence each stands in. */
  readonly sentences: Int32Array;
  /** The names they are part of, see `NAME_LABELS`; none before the tagger has read them. */
  readonly names: Uint8Array;
}

const CONTRACTED = new Set(['re', 've', 'd', 'll', 'm']);

/** Whether a code unit belongs to a word: letters and digits of any script, not marks, not signs. */
function isLetter(code: number): boolean {
  if (code < 0x80) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
  if (code < 0xc0) return code === 0xaa || code === 0xba;
  if (code === 0xd7 || code === 0xf7) return false;
  return code < 0x2000 || (code > 0x2bff && (code < 0x3000 || code > 0x303f) && code < 0xd800);
}

const isFigure = (code: number): boolean => code >= 48 && code <= 57;

/** Splits the sentences into tokens, in one pass over the text. */
export function tokenise(reading: Reading, sentences: readonly Sentence[]): Tokens {
  const scanner = new Scanner(reading.text);
  let part = -1;
  sentences.forEach((sentence, index) => {
    if (sentence.part !== part) scanner.closeQuotes();
    part = sentence.part;
    scanner.read(sentence.span.start, sentence.span.end, index);
  });
  return scanner.finish();
}

class Scanner {
  readonly text: string;
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  readonly #flags: Int32Array;
  readonly #sentences: Int32Array;
  readonly #words: string[] = [];
  #count = 0;
  /** The mark that would close the quotation we are in. */
  #closing = '';
  #first = 0;

  constructor(text: string) {
    this.text = text;
    // No text has more tokens than letters.
    this.#starts = new Int32Array(text.length);
    this.#ends = new Int32Array(text.length);
    this.#flags = new Int32Array(text.length);
    this.#sentences = new Int32Array(text.length);
  }

  finish(): Tokens {
    const count = this.#count;
    return {
      text: this.text,
      count,
      starts: this.#starts.subarray(0, count),
      ends: this.#ends.subarray(0, count),
      flags: this.#flags.subarray(0, count),
      sentences: this.#sentences.subarray(0, count),
      words: this.#words,
      names: new Uint8Array(count),
    };
  }

  closeQuotes(): void {
    this.#closing = '';
  }

  read(start: number, end: number, sentence: number): void {
    const { text } = this;
    this.#first = FIRST;
    for (let at = start; at < end; ) {
      const code = text.charCodeAt(at);
      if (code === 32) at += 1;
      else if (isLetter(code)) at = this.#word(at, end, sentence);
      else at = this.#mark(at, sentence);
    }
  }

  #word(start: number, end: number, sentence: number): number {
    const { text } = this;
    let at = start + 1;
    for (; at < end; at += 1) {
      const code = text.charCodeAt(at);
      if (isLetter(code)) continue;
      if (at + 1 >= end || !isLetter(text.charCodeAt(at + 1))) break;
      if (code === 39 || code === 0x2019) {
        if (this.#splitsAt(at, end)) break;
      } else if (code === 46) {
        if (/[a-z]/.test(text.charAt(at - 1)) && /[A-Z]/.test(text.charAt(at + 1))) break;
      } else if (code === 44) {
        // “1,200”
        if (!isFigure(text.charCodeAt(at - 1)) || !isFigure(text.charCodeAt(at + 1))) break;
      } else if (code !== 45 && code !== 0x2011 && code !== 38) break;
    }
    const raw = text.slice(start, at);
    const word = raw.toLowerCase();
    if (text.charCodeAt(at) === 46 && at < end && hasStop(raw, word)) at += 1;
    const shape = shapeOf(raw, word, text, at);
    this.#push(start, at, word.includes('’') ? word.replaceAll('’', "'") : word, shape, sentence);
    return at;
  }

  /** “Kim’s”, “they’re”: what follows the apostrophe is a token of its own. “O’Brien”, “don’t” stay whole. */
  #splitsAt(at: number, end: number): boolean {
    const { text } = this;
    let stop = at + 1;
    while (stop < end && stop < at + 4 && isLetter(text.charCodeAt(stop))) stop += 1;
    if (stop === at + 4) return false;
    const rest = text.slice(at + 1, stop).toLowerCase();
    return rest === 's' || CONTRACTED.has(rest);
  }

  #mark(at: number, sentence: number): number {
    const { text } = this;
    const mark = text.charAt(at);
    if (mark === "'" || mark === '’') {
      const rest = /^[a-z]{1,2}(?![\p{L}\p{N}])/iu.exec(text.slice(at + 1, at + 4))?.[0]?.toLowerCase() ?? '';
      const afterWord = at > 0 && isLetter(text.charCodeAt(at - 1));
      if (afterWord && (rest === 's' || CONTRACTED.has(rest))) {
        const flags = rest === 's' ? POSS : VERB | WORD;
        this.#push(at, at + 1 + rest.length, `'${rest}`, flags, sentence);
        return at + 1 + rest.length;
      }
      if (afterWord && /s/i.test(text.charAt(at - 1)) && text.charAt(at + 1) === ' ' && this.#closing !== mark) {
        this.#push(at, at + 1, "'s", POSS, sentence);
        return at + 1;
      }
    }
    this.#quote(mark, at);
    if (mark === ':') this.#first = FIRST;
    this.#push(at, at + 1, mark, BREAK, sentence);
    return at + 1;
  }

  #quote(mark: string, at: number): void {
    if (this.#closing) {
      if (mark === this.#closing && !(mark === '’' && isLetter(this.text.charCodeAt(at + 1)))) this.#closing = '';
      return;
    }
    const opens = at === 0 || /[\s([—–-]/.test(this.text.charAt(at - 1));
    if (mark === '“' || mark === '„') this.#closing = '”';
    else if (mark === '«') this.#closing = '»';
    else if (mark === '‘' && opens) this.#closing = '’';
    else if (mark === '"') this.#closing = '"';
    else if (mark === "'" && opens) this.#closing = "'";
    if (this.#closing) this.#first = FIRST;
  }

  #push(start: number, end: number, word: string, shape: number, sentence: number): void {
    let flags = shape;
    if (shape & WORD) {
      flags |= flagsOfWord(word) | this.#first;
      this.#first = 0;
    }
    if (this.#closing) flags |= QUOTED;
    const at = this.#count;
    this.#starts[at] = start;
    this.#ends[at] = end;
    this.#flags[at] = flags;
    this.#sentences[at] = sentence;
    this.#words.push(word);
    this.#count += 1;
  }
}

/** Whether it is written with a capital, regardless of its position in the sentence. */
export function isCapital(tokens: Tokens, at: number): boolean {
  const first = tokens.text.charAt(tokens.starts[at] ?? 0);
  return first !== first.toLowerCase();
}
