import type { Span } from '#core/span';
import type { Mention } from '../mentions/mention.ts';
import { ADVERBS } from '../words/grammar.ts';
import type { Unit } from './units.ts';

/** A unit with lookups for the rules: words by token, and the mentions that start or end at a token. */
export interface TokenisedUnit extends Unit {
  /** `Reading.text`. */
  readonly text: string;
  word(at: number): string;
  mentionEndingAt(at: number): Mention | undefined;
  mentionStartingAt(at: number): Mention | undefined;
  /** From the first letter of token `from` to the last of token `to`. */
  spanOf(from: number, to: number): Span;
}

/** Mentions by start and end offset; of several, the longest. */
export interface MentionIndex {
  readonly starts: readonly (Mention | undefined)[];
  readonly ends: readonly (Mention | undefined)[];
}

export function indexMentions(mentions: readonly Mention[], length: number): MentionIndex {
  const starts = new Array<Mention | undefined>(length + 1);
  const ends = new Array<Mention | undefined>(length + 1);
  const longest = (list: (Mention | undefined)[], at: number, mention: Mention): void => {
    const other = list[at];
    if (!other || other.span.end - other.span.start < mention.span.end - mention.span.start) list[at] = mention;
  };
  for (const mention of mentions) {
    longest(starts, mention.span.start, mention);
    longest(ends, mention.span.end, mention);
    if (mention.core.end !== mention.span.end) longest(ends, mention.core.end, mention);
  }
  return { starts, ends };
}

/** An offset beyond any text, for tokens that do not exist. */
const NO_OFFSET = 2 ** 31;

export function tokenisedUnit(text: string, unit: Unit, mentions: MentionIndex): TokenisedUnit {
  const { tokens } = unit;
  return {
    ...unit,
    text,
    word: (at) => tokens[at]?.text ?? '',
    mentionEndingAt: (at) =>
      mentions.ends[tokens[at]?.end ?? NO_OFFSET] ?? mentions.ends[tokens[at]?.wordEnd ?? NO_OFFSET],
    mentionStartingAt: (at) => mentions.starts[tokens[at]?.start ?? NO_OFFSET],
    spanOf: (from, to) => withSigns(text, tokens[from]?.start ?? 0, tokens[to]?.end ?? 0),
  };
}

/** Extends a span by the sign of a number at either end: “$85 million”, “9%”. */
const withSigns = (text: string, start: number, end: number): Span => ({
  start: '$£€¥₹₩#@'.includes(text.charAt(start - 1) || ' ') ? start - 1 : start,
  end: '%°'.includes(text.charAt(end) || ' ') ? end + 1 : end,
});

export const isQuote = (unit: TokenisedUnit, at: number): boolean => unit.tokens[at]?.kind === 'quote';

export const isPunct = (unit: TokenisedUnit, at: number, marks = ',;:—–-()'): boolean =>
  unit.tokens[at]?.kind === 'punct' && marks.includes(unit.tokens[at]?.text ?? ' ');

export const isAdverb = (word: string): boolean =>
  ADVERBS.has(word) || (word.endsWith('ly') && word.length > 4 && word !== 'family' && word !== 'reply');
