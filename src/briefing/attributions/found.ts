import type { AttributionKind } from '#core/attribution';
import type { Span } from '#core/span';
import type { Quotation } from '../quotes/marks.ts';

/** An attribution before anybody has asked who the speaker is. Spans point into `Reading.text`. */
export interface Found {
  readonly kind: AttributionKind;
  readonly content: readonly Span[];
  readonly quotes: readonly Quotation[];
  readonly cue?: Span;
  readonly source?: Span;
  /** Whose words these go on from, where no words of their own name the speaker. */
  readonly sameAs?: Found;
  /** Which rule found it. */
  readonly rule: string;
  /** The number of its unit. */
  readonly unit: number;
}
