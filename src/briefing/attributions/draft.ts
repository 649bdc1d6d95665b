import type { Quotation } from '../quotes/marks.ts';
import type { Found, Growing } from './attribution-span.ts';
import type { Subject } from './cue.ts';
import type { Range } from './cue-context.ts';
import { isPunct, type Line } from './tokenised-unit.ts';

/** One attribution of a unit, still in tokens. */
export interface Draft {
  readonly ranges: readonly Range[];
  readonly cue?: Range;
  readonly subject?: Subject;
  readonly rule: string;
  /** The probability that this is a reported statement; certain if left out. */
  readonly likely?: number;
  /** Its verb does not always report, so it counts only outside another speaker’s statement. */
  readonly weak?: boolean;
}

/** Leaves out what a weak verb tells inside another's words: “She said the bill would raise costs.” */
export const standing = (drafts: readonly Draft[]): Draft[] =>
  drafts.filter(
    (draft) =>
      !(draft.weak && draft.cue && drafts.some((other) => other !== draft && holds(other, draft.cue?.from ?? -1))),
  );

const widthOf = (draft: Draft): number => draft.ranges.reduce((sum, { from, to }) => sum + to - from + 1, 0);
const holds = (draft: Draft, at: number): boolean => draft.ranges.some(({ from, to }) => from <= at && at <= to);

/** For each quotation token of the line, the draft it belongs to: the narrowest that holds it. */
export function ownersOf(line: Line, drafts: readonly Draft[]): ReadonlyMap<number, Draft> {
  const owners = new Map<number, Draft>();
  line.tokens.forEach((token, at) => {
    if (token.kind !== 'quote') return;
    for (const draft of drafts) {
      const owner = owners.get(at);
      if (holds(draft, at) && (!owner || widthOf(draft) < widthOf(owner))) owners.set(at, draft);
    }
  });
  return owners;
}

/** The attribution that a draft says, its quotations being those of `quotes` that are speech. */
export function foundOf(line: Line, draft: Draft, quotes: readonly Quotation[], unit: number): Growing {
  const content = draft.ranges.map(({ from, to }) => line.span(from, to));
  return {
    kind: kindOf(line, draft, quotes),
    content,
    quotes: [...quotes],
    likely: draft.likely ?? 1,
    rule: draft.rule,
    unit,
    ...(draft.cue ? { cue: line.span(draft.cue.from, draft.cue.to) } : {}),
    ...(draft.subject ? { source: draft.subject.span } : {}),
  };
}

function kindOf(line: Line, draft: Draft, quotes: readonly Quotation[]): Found['kind'] {
  if (quotes.length === 0) return 'indirect';
  const mine = new Set(quotes);
  const bare = draft.ranges.every(({ from, to }) => {
    for (let i = from; i <= to; i += 1) {
      const token = line.tokens[i];
      if (!(token?.quote && mine.has(token.quote)) && !isPunct(line, i)) return false;
    }
    return true;
  });
  return bare ? 'direct' : 'mixed';
}

/** Puts one more quotation behind an attribution. */
export function grow(found: Growing, quote: Quotation): void {
  found.content.push(quote.outer);
  found.quotes.push(quote);
  if (found.kind === 'indirect') found.kind = 'mixed';
}
