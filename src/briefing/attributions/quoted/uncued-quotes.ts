import type { Quotation } from '../../quotes/marks.ts';
import type { Growing } from '../attribution-span.ts';
import { type Draft, foundOf } from '../draft.ts';
import { isPunct, isQuote, type Line } from '../tokenised-unit.ts';

/** A quotation that no cue of its own sentence has claimed, and what came before it. */
export interface UncuedQuote {
  readonly line: Line;
  readonly unit: number;
  readonly at: number;
  readonly quote: Quotation;
  /** Whether its own unit has attributions. */
  readonly cued: boolean;
  readonly before: Before;
}

/** What the units so far leave to go on. */
export interface Before {
  /** The last attribution with a quotation: the quotation, its unit and its part. */
  readonly last?: { readonly found: Growing; readonly quote: Quotation; readonly unit: number; readonly part: number };
  /** A cue that ended in a colon, in the unit before. */
  readonly awaiting?: { readonly draft: Draft; readonly line: Line };
}

/** Where it goes: on to the last attribution, or into one of its own. */
export function placeOf(uncued: UncuedQuote): 'last' | Growing {
  const announced = afterColon(uncued);
  if (announced) return announced;
  if (continuesLast(uncued)) return 'last';
  const { line, unit, at, quote } = uncued;
  return foundOf(line, { ranges: [{ from: at, to: at }], rule: 'no cue' }, [quote], unit);
}

/** Whether the unit holds nothing but quotations. */
const standsAlone = (line: Line): boolean => line.tokens.every((_, i) => isQuote(line, i) || isPunct(line, i));

/**
 * He told reporters:
 * “We saw it.”
 *  ^^^^^^^^^^  what a colon announced
 */
function afterColon({ line, unit, at, quote, before: { awaiting } }: UncuedQuote): Growing | undefined {
  const opens = line.tokens.slice(0, at).every((token) => token.kind === 'punct');
  if (!awaiting || !opens) return undefined;
  const { draft, line: announcing } = awaiting;
  const { subject, cue } = draft;
  const ranges = [{ from: at, to: at }];
  const found = foundOf(line, { ranges, rule: 'colon before', ...(subject ? { subject } : {}) }, [quote], unit);
  return cue ? { ...found, cue: announcing.span(cue.from, cue.to) } : found;
}

/** How many quotations one attribution may gather: no speech has more, but a hostile text may. */
const MAX_QUOTES = 60;

/**
 * “We saw it. ¶ “We will act,” he said.: each paragraph opens, only the last closes.
 * “We saw it,” he said. “We will act.”: the same paragraph goes on with bare quotations.
 * “We saw it,” he said, pale, “and will act.”: one quotation around more than its cue.
 */
function continuesLast({ line, unit, at, quote, cued, before: { last } }: UncuedQuote): boolean {
  if (!last || last.found.quotes.length >= MAX_QUOTES) return false;
  if (quote.continues && last.quote.part === quote.part - 1) return true;
  if (last.part === line.unit.part && standsAlone(line)) return true;
  return cued && last.unit === unit && isPunct(line, at - 1, ',;:—–');
}
