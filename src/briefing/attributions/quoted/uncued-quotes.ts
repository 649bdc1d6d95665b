import type { Quotation } from '../../quotes/marks.ts';
import { type TokenAttribution, toAttribution } from '../token-attribution.ts';
import { isPunct, isQuote, type TokenisedUnit } from '../tokenised-unit.ts';
import type { MutableAttribution } from '../unresolved-attribution.ts';

/** A quotation that belongs to no cue of its own sentence, and the state before it. */
export interface UncuedQuote {
  readonly unit: TokenisedUnit;
  readonly unitNumber: number;
  readonly at: number;
  readonly quote: Quotation;
  /** Whether its own unit has attributions. */
  readonly cued: boolean;
  readonly state: ChainState;
}

/** What is carried over from the previous units. */
export interface ChainState {
  /** The last attribution with a quotation: the quotation, its unit and its part. */
  readonly last?: {
    readonly attribution: MutableAttribution;
    readonly quote: Quotation;
    readonly unitNumber: number;
    readonly part: number;
  };
  /** A cue that ended in a colon in the previous unit. */
  readonly pending?: { readonly attribution: TokenAttribution; readonly unit: TokenisedUnit };
}

/** Appends the quotation to the last attribution, or makes a new one. */
export function resolveUncued(uncued: UncuedQuote): 'last' | MutableAttribution {
  const colonAttribution = afterColon(uncued);
  if (colonAttribution) return colonAttribution;
  if (continuesLast(uncued)) return 'last';
  const { unit, unitNumber, at, quote } = uncued;
  return toAttribution(unit, { ranges: [{ from: at, to: at }], rule: 'no cue' }, [quote], unitNumber);
}

/** Whether the unit consists only of quotations. */
const hasOnlyQuotes = (unit: TokenisedUnit): boolean =>
  unit.tokens.every((_, i) => isQuote(unit, i) || isPunct(unit, i));

/**
 * He told reporters:
 * “We saw it.”
 *  ^^^^^^^^^^  the quotation introduced by a colon
 */
function afterColon({ unit, unitNumber, at, quote, state: { pending } }: UncuedQuote): MutableAttribution | undefined {
  const startsUnit = unit.tokens.slice(0, at).every((token) => token.kind === 'punct');
  if (!pending || !startsUnit) return undefined;
  const { attribution, unit: cueUnit } = pending;
  const { subject, cue } = attribution;
  const ranges = [{ from: at, to: at }];
  const found = toAttribution(
    unit,
    { ranges, rule: 'colon before', ...(subject ? { subject } : {}) },
    [quote],
    unitNumber,
  );
  return cue ? { ...found, cue: cueUnit.spanOf(cue.from, cue.to) } : found;
}

/** The most quotations in one attribution; bounds the cost of hostile texts. */
const MAX_QUOTES = 60;

/**
 * “We saw it. ¶ “We will act,” he said.: each paragraph opens, only the last closes.
 * “We saw it,” he said. “We will act.”: the paragraph continues with quotations alone.
 * “We saw it,” he said, pale, “and will act.”: one quotation interrupted by more than its cue.
 */
function continuesLast({ unit, unitNumber, at, quote, cued, state: { last } }: UncuedQuote): boolean {
  if (!last || last.attribution.quotes.length >= MAX_QUOTES) return false;
  if (quote.continues && last.quote.part === quote.part - 1) return true;
  if (last.part === unit.part && hasOnlyQuotes(unit)) return true;
  return cued && last.unitNumber === unitNumber && isPunct(unit, at - 1, ',;:—–');
}
