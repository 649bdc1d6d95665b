import type { Quotation } from '../../quotes/marks.ts';
import { type TokenAttribution, toAttribution } from '../token-attribution.ts';
import { isPunct, isQuote, type TokenisedUnit } from '../tokenised-unit.ts';
import type { MutableAttribution } from '../unresolved-attribution.ts';

/** A quotation that no cue of its own sentence has claimed, and what came before it. */
export interface UncuedQuote {
  readonly unit: TokenisedUnit;
  readonly unitNumber: number;
  readonly at: number;
  readonly quote: Quotation;
  /** Whether its own unit has attributions. */
  readonly cued: boolean;
  readonly state: ChainState;
}

/** What the units so far leave to go on. */
export interface ChainState {
  /** The last attribution with a quotation: the quotation, its unit and its part. */
  readonly last?: {
    readonly attribution: MutableAttribution;
    readonly quote: Quotation;
    readonly unitNumber: number;
    readonly part: number;
  };
  /** A cue that ended in a colon, in the unit before. */
  readonly pending?: { readonly attribution: TokenAttribution; readonly unit: TokenisedUnit };
}

/** Where it goes: on to the last attribution, or into one of its own. */
export function resolveUncued(uncued: UncuedQuote): 'last' | MutableAttribution {
  const colonAttribution = afterColon(uncued);
  if (colonAttribution) return colonAttribution;
  if (continuesLast(uncued)) return 'last';
  const { unit, unitNumber, at, quote } = uncued;
  return toAttribution(unit, { ranges: [{ from: at, to: at }], rule: 'no cue' }, [quote], unitNumber);
}

/** Whether the unit holds nothing but quotations. */
const hasOnlyQuotes = (unit: TokenisedUnit): boolean =>
  unit.tokens.every((_, i) => isQuote(unit, i) || isPunct(unit, i));

/**
 * He told reporters:
 * “We saw it.”
 *  ^^^^^^^^^^  what a colon announced
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

/** How many quotations one attribution may gather: no speech has more, but a hostile text may. */
const MAX_QUOTES = 60;

/**
 * “We saw it. ¶ “We will act,” he said.: each paragraph opens, only the last closes.
 * “We saw it,” he said. “We will act.”: the same paragraph goes on with bare quotations.
 * “We saw it,” he said, pale, “and will act.”: one quotation around more than its cue.
 */
function continuesLast({ unit, unitNumber, at, quote, cued, state: { last } }: UncuedQuote): boolean {
  if (!last || last.attribution.quotes.length >= MAX_QUOTES) return false;
  if (quote.continues && last.quote.part === quote.part - 1) return true;
  if (last.part === unit.part && hasOnlyQuotes(unit)) return true;
  return cued && last.unitNumber === unitNumber && isPunct(unit, at - 1, ',;:—–');
}
