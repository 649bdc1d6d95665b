import type { Span } from '#core/span';
import { behindDateline } from '../dateline.ts';
import type { Reading } from '../normalise.ts';
import type { Quotation } from '../quotes/marks.ts';
import type { Sentence } from '../segment.ts';

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

/** One or more sentences that a quotation holds together, with each quotation folded into one token. */
export interface Unit {
  readonly span: Span;
  readonly part: number;
  readonly paragraph: number;
  readonly tokens: readonly Token[];
}

const TOKEN = /[\p{L}\p{N}]+(?:[’'.&-][\p{L}\p{N}]+)*|[^\s]/gu;
const PLAIN = { capital: false, possessive: false, contracted: false } as const;
const CLOSING = /[,;:—–()-]/;

/**
 * Cuts the reading into units, so that no quotation crosses from one into the next.
 *
 * “We saw it. We will act,” he said. “Soon.”
 * ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ^^^^^^^^  two units
 */
export function unitsOf(reading: Reading, sentences: readonly Sentence[], quotations: readonly Quotation[]): Unit[] {
  const units: Unit[] = [];
  let next = 0;
  for (let i = 0; i < sentences.length; i += 1) {
    const first = sentences[i];
    if (!first) break;
    let end = first.span.end;
    const quotes: Quotation[] = [];
    for (let quote = quotations[next]; quote && quote.outer.start < end; quote = quotations[next]) {
      quotes.push(quote);
      next += 1;
      while (end < quote.outer.end && sentences[i + 1]?.part === first.part) {
        i += 1;
        end = sentences[i]?.span.end ?? end;
      }
      const follower = sentences[i + 1];
      if (follower?.part === first.part && end <= quote.outer.end && tellsWho(reading.text, quote, follower.span)) {
        i += 1;
        end = follower.span.end;
      }
    }
    const { part, paragraph } = first;
    const start = paragraph === 1 ? behindDateline(reading.text, first.span) : first.span.start;
    for (const tokens of pieces(tokensOf(reading.text, { start, end }, quotes))) {
      units.push({ span: { start: first.span.start, end }, part, paragraph, tokens });
    }
  }
  return units;
}

/** No sentence has more tokens than this; what has is cut, so that no rule looks along more than so many. */
const LONGEST = 400;

function* pieces(tokens: readonly Token[]): Generator<readonly Token[]> {
  for (let at = 0; at < tokens.length; at += LONGEST) yield tokens.slice(at, at + LONGEST);
}

/**
 * “Are you sure?” Kim Tae-hyo asked.
 *                 ^^^^^^^^^^^^^^^^^^  tells who asked: no sentence of its own
 */
function tellsWho(text: string, quote: Quotation, next: Span): boolean {
  if (!/[?!…—,]/.test(text.charAt(quote.inner.end - 1))) return false;
  const start = text.slice(next.start, Math.min(next.end, next.start + 120));
  return /^(?:[\p{L}\d.,’'"“”()-]+\s){1,14}?(?:said|says|asked|asks|wrote|tweeted|shouted|added|replied|told|exclaimed|wondered|continued|cried|yelled|joked|demanded|declared|chanted|responded|recalled)\b/iu.test(
    start,
  );
}

function tokensOf(text: string, span: Span, quotes: readonly Quotation[]): Token[] {
  const tokens: Token[] = [];
  let at = span.start;
  for (const quote of quotes) {
    pushWords(tokens, text, at, quote.outer.start);
    tokens.push({ ...PLAIN, ...quote.outer, wordEnd: quote.outer.end, kind: 'quote', text: '', quote });
    at = quote.outer.end;
  }
  pushWords(tokens, text, at, span.end);
  return tokens;
}

function pushWords(tokens: Token[], text: string, from: number, to: number): void {
  TOKEN.lastIndex = from;
  for (let match = TOKEN.exec(text); match && match.index < to; match = TOKEN.exec(text)) {
    const [raw] = match;
    const start = match.index;
    const end = start + raw.length;
    if (/[\p{L}\p{N}]/u.test(raw.charAt(0)) || raw.length > 1) tokens.push(wordOf(raw, start, end));
    else if (CLOSING.test(raw)) {
      tokens.push({ ...PLAIN, start, end, wordEnd: end, kind: 'punct', text: raw });
    }
  }
}

const CONTRACTION = /^(he|she|it|they|we|i|you|who|that|there)[’'](?:s|re|m|ve|d|ll)$/i;

function wordOf(raw: string, start: number, end: number): Token {
  const contracted = CONTRACTION.exec(raw)?.[1];
  const possessive = !contracted && /(?:[’']s|s[’'])$/i.test(raw);
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
