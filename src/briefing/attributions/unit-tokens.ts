import type { Span } from '#core/span';
import type { Tokens } from '../mentions/tokens.ts';
import { BREAK, POSS, WORD } from '../mentions/word-flags.ts';
import type { Quotation } from '../quotes/marks.ts';

/** A word, a punctuation mark or a whole quotation. */
export interface Token extends Span {
  readonly kind: 'word' | 'punct' | 'quote';
  /** A word in lower case without its possessive ending, or a punctuation mark; empty for a quotation. */
  readonly text: string;
  /** Where the word proper ends: before “’s” and “’re”. */
  readonly wordEnd: number;
  readonly capital: boolean;
  /** Kim’s */
  readonly possessive: boolean;
  /** he’s, they’re, we’ll: a pronoun and its auxiliary in one. */
  readonly contracted: boolean;
  readonly quote?: Quotation;
}

const NOT_A_WORD = { capital: false, possessive: false, contracted: false };

/** The quotation as one token. */
export const quoteToken = (quote: Quotation): Token => ({
  start: quote.outer.start,
  end: quote.outer.end,
  wordEnd: quote.outer.end,
  kind: 'quote',
  text: '',
  ...NOT_A_WORD,
  quote,
});

/** The punctuation that rules use; other signs are skipped. */
const MARKS = ',;:—–()-';

const PRONOUN = /^(?:he|she|it|they|we|i|you|who|that|there)$/;

/** Distributes the tokens of the article over its units, from start to end. */
export class TokenReader {
  readonly #tokens: Tokens;
  #at = 0;

  constructor(tokens: Tokens) {
    this.#tokens = tokens;
  }

  /** Appends the tokens that start between two offsets to `unit`; offsets must not decrease between calls. */
  readInto(unit: Token[], from: number, to: number): void {
    const { count, starts, flags } = this.#tokens;
    while (this.#at < count && (starts[this.#at] as number) < from) this.#at += 1;
    for (; this.#at < count && (starts[this.#at] as number) < to; this.#at += 1) {
      const flag = flags[this.#at] as number;
      if (flag & BREAK) this.#pushMark(unit);
      else if (flag & WORD) this.#pushWord(unit);
    }
  }

  #pushMark(unit: Token[]): void {
    const text = this.#tokens.words[this.#at] ?? '';
    const start = this.#tokens.starts[this.#at] as number;
    if (MARKS.includes(text))
      unit.push({ start, end: start + 1, wordEnd: start + 1, kind: 'punct', text, ...NOT_A_WORD });
  }

  /** A word with its clitic: “Kim’s”, “they’re”. */
  #pushWord(unit: Token[]): void {
    const { text: all, words, starts, ends, flags } = this.#tokens;
    const text = words[this.#at] ?? '';
    const start = starts[this.#at] as number;
    const wordEnd = ends[this.#at] as number;
    const next = this.#at + 1;
    const joined = starts[next] === wordEnd && words[next]?.startsWith("'") === true && words[next] !== "'";
    if (joined) this.#at = next;
    const possessive = joined && ((flags[next] as number) & POSS) !== 0 && !PRONOUN.test(text);
    const first = all.charAt(start);
    unit.push({
      start,
      end: joined ? (ends[next] as number) : wordEnd,
      wordEnd,
      kind: 'word',
      text,
      capital: first !== first.toLowerCase(),
      possessive,
      contracted: joined && !possessive,
    });
  }
}
