import type { Span } from '#core/span';
import type { SpeakerRef } from '#core/speaker';

/** The parts of an attribution used by the summary. Spans refer to the reading. */
export interface Statement {
  readonly sentences: Span;
  readonly content: readonly Span[];
  readonly quoted: readonly Span[];
  readonly cue: readonly Span[];
  readonly source: readonly Span[];
  readonly speaker: SpeakerRef;
}
