import type { Span } from '#core/span';
import { afterDateline } from '../dateline.ts';
import type { Tokens } from '../mentions/tokens.ts';
import type { Reading } from '../normalise.ts';
import type { Quotation } from '../quotes/marks.ts';
import type { Sentence } from '../segment.ts';
import { quoteToken, type Token, TokenReader } from './unit-tokens.ts';

export type { Token } from './unit-tokens.ts';

/** One or more sentences joined by a quotation that spans them; each quotation is one token. */
export interface Unit {
  readonly span: Span;
  readonly part: number;
  readonly paragraph: number;
  readonly tokens: readonly Token[];
}

/**
 * Cuts the reading into units, so that no quotation crosses from one into the next.
 *
 * “We saw it. We will act,” he said. “Soon.”
 * ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ^^^^^^^  two units
 */
export function unitsOf(
  reading: Reading,
  tokens: Tokens,
  sentences: readonly Sentence[],
  quotations: readonly Quotation[],
): Unit[] {
  const units: Unit[] = [];
  const reader = new TokenReader(tokens);
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
      if (follower?.part === first.part && end <= quote.outer.end && namesSpeaker(reading.text, quote, follower.span)) {
        i += 1;
        end = follower.span.end;
      }
    }
    const { part, paragraph } = first;
    const start = paragraph === 1 ? afterDateline(reading.text, first.span) : first.span.start;
    for (const piece of pieces(tokensOf(reader, { start, end }, quotes))) {
      units.push({ span: { start: first.span.start, end }, part, paragraph, tokens: piece });
    }
  }
  return units;
}

/** Longer units are split, so that the cost of the rules stays linear in the length of the text. */
const MAX_TOKENS = 400;

function* pieces(tokens: readonly Token[]): Generator<readonly Token[]> {
  for (let at = 0; at < tokens.length; at += MAX_TOKENS) yield tokens.slice(at, at + MAX_TOKENS);
}

/**
 * “Are you sure?” Kim Tae-hyo asked.
 *                 ^^^^^^^^^^^^^^^^^^  names the speaker, so it belongs to the unit of the quotation
 */
function namesSpeaker(text: string, quote: Quotation, next: Span): boolean {
  if (!/[?!…—,]/.test(text.charAt(quote.inner.end - 1))) return false;
  const start = text.slice(next.start, Math.min(next.end, next.start + 120));
  return /^(?:[\p{L}\d.,’'"“”()-]+\s){1,14}?(?:said|says|asked|asks|wrote|tweeted|shouted|added|replied|told|exclaimed|wondered|continued|cried|yelled|joked|demanded|declared|chanted|responded|recalled)\b/iu.test(
    start,
  );
}

function tokensOf(reader: TokenReader, span: Span, quotes: readonly Quotation[]): Token[] {
  const tokens: Token[] = [];
  let at = span.start;
  for (const quote of quotes) {
    reader.readInto(tokens, at, quote.outer.start);
    tokens.push(quoteToken(quote));
    at = quote.outer.end;
  }
  reader.readInto(tokens, at, span.end);
  return tokens;
}
