import type { Span } from '#core/span';
import type { Mention } from '../mentions/mention.ts';
import { ADVERBS } from '../words/grammar.ts';
import type { Token, Unit } from './units.ts';

/** A unit with what the rules ask of it: its tokens by number, and which mention begins or ends at one. */
export interface Line {
  readonly unit: Unit;
  /** `Reading.text`. */
  readonly text: string;
  readonly tokens: readonly Token[];
  word(at: number): string;
  mentionEndingAt(at: number): Mention | undefined;
  mentionStartingAt(at: number): Mention | undefined;
  /** From the first letter of token `from` to the last of token `to`. */
  span(from: number, to: number): Span;
}

/** Finds mentions by where they begin and end; the longest where two do so together. */
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

/** Past the end of any text: nothing begins or ends there. */
const NOWHERE = 2 ** 31;

export function lineOf(text: string, unit: Unit, mentions: MentionIndex): Line {
  const { tokens } = unit;
  return {
    unit,
    text,
    tokens,
    word: (at) => tokens[at]?.text ?? '',
    mentionEndingAt: (at) => mentions.ends[tokens[at]?.end ?? NOWHERE] ?? mentions.ends[tokens[at]?.wordEnd ?? NOWHERE],
    mentionStartingAt: (at) => mentions.starts[tokens[at]?.start ?? NOWHERE],
    span: (from, to) => widened(text, tokens[from]?.start ?? 0, tokens[to]?.end ?? 0),
  };
}

/** With the signs that belong to a figure at either end: “$85 million”, “9%”. */
const widened = (text: string, start: number, end: number): Span => ({
  start: '$£€¥₹₩#@'.includes(text.charAt(start - 1) || ' ') ? start - 1 : start,
  end: '%°'.includes(text.charAt(end) || ' ') ? end + 1 : end,
});

export const isQuote = (line: Line, at: number): boolean => line.tokens[at]?.kind === 'quote';

export const isPunct = (line: Line, at: number, marks = ',;:—–-()'): boolean =>
  line.tokens[at]?.kind === 'punct' && marks.includes(line.tokens[at]?.text ?? ' ');

export const isAdverb = (word: string): boolean =>
  ADVERBS.has(word) || (word.endsWith('ly') && word.length > 4 && word !== 'family' && word !== 'reply');
