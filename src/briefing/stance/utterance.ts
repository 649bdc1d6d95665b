import type { AttributionKind, Stance } from '#core/attribution';

/** The text of one attribution, as in the reading. */
export interface Utterance {
  readonly cue: string;
  readonly content: string;
  /** The sentence or sentences that contain it. */
  readonly sentence: string;
  readonly kind: AttributionKind;
  readonly source: string;
}

export interface StanceDecision {
  readonly stance: Stance;
  /** The name of the rule that determined the stance. */
  readonly rule: string;
}

/** A normalized utterance (normalise.ts), tokenized once for all rules. */
export interface NormalisedUtterance extends Utterance {
  readonly words: readonly string[];
  readonly cueWords: readonly string[];
}
