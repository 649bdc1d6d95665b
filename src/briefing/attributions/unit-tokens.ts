import type { Span } from '#core/span';
import { characterClass, isSurrogate, WORD } from '#text/code-units';
import type { Quotation } from '../quotes/marks.ts';

/** A word, a mark of punctuation, or a whole quotation: what a rule sees when it looks along a sentence. */
export interface Token extends Span {
  readonly kind: 'word' | 'punct' | 'quote';
  /** A word in small letters, its possessive ending left off; a mark as it stands; empty for a quotation. */
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

const MARKS = ',;:—–()-';

/** The quotation as one token. */
export const quoteToken = (quote: Quotation): Token => ({
  start: quote.outer.start,
  end: quote.outer.end,
  wordEnd: quote.outer.end,
  kind: 'quote',
  text: '',
  capital: false,
  possessive: false,
  contracted: false,
  quote,
});

/** The words and marks that begin in a stretch of the text; of the marks those that part or join. */
export function pushTokens(tokens: Token[], text: string, from: number, to: number): void {
  for (let at = from; at < to; ) {
    const code = text.charCodeAt(at);
    if (characterClass(code) & WORD || isSurrogate(code)) {
      const end = endOfWord(text, at);
      if (end > at + 1 || !isSurrogate(code)) tokens.push(wordToken(text.slice(at, end), at, end));
      at = end;
    } else {
      if (MARKS.includes(text.charAt(at))) tokens.push(markToken(text.charAt(at), at));
      at += 1;
    }
  }
}

const markToken = (mark: string, start: number): Token => ({
  start,
  end: start + 1,
  wordEnd: start + 1,
  kind: 'punct',
  text: mark,
  capital: false,
  possessive: false,
  contracted: false,
});

/** Letters and digits, joined by one apostrophe, stop, ampersand or hyphen: “U.S”, “Kim’s”, “Tae-hyo”, “AT&T”. */
function endOfWord(text: string, start: number): number {
  for (let at = start; ; at += 1) {
    const code = text.charCodeAt(at);
    if (characterClass(code) & WORD) continue;
    const next = text.charCodeAt(at + 1);
    if (isSurrogate(code) || (isSurrogate(next) && isJoiner(code))) return endByPattern(text, start);
    if (!(isJoiner(code) && characterClass(next) & WORD)) return at;
  }
}

const isJoiner = (code: number): boolean =>
  code === 0x2019 || code === 0x27 || code === 0x2e || code === 0x26 || code === 0x2d;

const WITH_PAIRS = /[\p{L}\p{N}]+(?:[’'.&-][\p{L}\p{N}]+)*|[^\s]/uy;

/** The same where a character takes two code units. */
function endByPattern(text: string, start: number): number {
  WITH_PAIRS.lastIndex = start;
  WITH_PAIRS.test(text);
  return Math.max(WITH_PAIRS.lastIndex, start + 1);
}

const CONTRACTION = /^(he|she|it|they|we|i|you|who|that|there)[’'](?:s|re|m|ve|d|ll)$/i;

function wordToken(raw: string, start: number, end: number): Token {
  const marked = raw.includes('’') || raw.includes("'");
  const contracted = marked ? CONTRACTION.exec(raw)?.[1] : undefined;
  const possessive = marked && !contracted && /(?:[’']s|s[’'])$/i.test(raw);
  const word = contracted ?? (possessive ? raw.replace(/[’']s$/i, '') : raw);
  const first = word.charAt(0);
  return {
    start,
    end,
    wordEnd: start + word.length,
    kind: 'word',
    text: word.toLowerCase(),
    capital: first !== first.toLowerCase(),
    possessive,
    contracted: contracted !== undefined,
  };
}
