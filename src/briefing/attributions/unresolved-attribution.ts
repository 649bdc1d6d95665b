import type { AttributionKind } from '#core/attribution';
import type { Span } from '#core/span';
import type { Quotation } from '../quotes/marks.ts';

/** An attribution whose speaker is not resolved yet. Spans point into `Reading.text`. */
export interface UnresolvedAttribution {
  readonly kind: AttributionKind;
  readonly content: readonly Span[];
  readonly quotes: readonly Quotation[];
  readonly cue?: Span;
  readonly source?: Span;
  /** The probability, from 0 to 1, that this is a reported statement. */
  readonly probability: number;
  /** Which rule found it. */
  readonly rule: string;
  /** Index of its unit. */
  readonly unitNumber: number;
}

/** An attribution that further quotations are appended to. Changed in place, as copies would cost quadratic time. */
export interface MutableAttribution extends UnresolvedAttribution {
  kind: AttributionKind;
  readonly content: Span[];
  readonly quotes: Quotation[];
}
