import type { AttributionKind, Stance } from '#core/attribution';

/** One attribution in words: strings as they stand in the reading. */
export interface Utterance {
  readonly cue: string;
  readonly content: string;
  /** The sentence or sentences it stands in. */
  readonly sentence: string;
  readonly kind: AttributionKind;
  readonly source: string;
}

export interface StanceDecision {
  readonly stance: Stance;
  /** The name of the rule that decided. */
  readonly rule: string;
}

/** An utterance made plain (plain.ts), its words told apart once for all rules. */
export interface NormalisedUtterance extends Utterance {
  readonly words: readonly string[];
  readonly cueWords: readonly string[];
}
