import type { Span } from '#core/span';
import type { SpeakerRef } from '#core/speaker';

/** What a summary needs to know of an attribution. Spans of the reading. */
export interface Statement {
  readonly sentences: Span;
  readonly content: readonly Span[];
  readonly quoted: readonly Span[];
  readonly cue: readonly Span[];
  readonly source: readonly Span[];
  readonly speaker: SpeakerRef;
}
