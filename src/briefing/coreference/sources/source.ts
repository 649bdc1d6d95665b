import type { Mentioned } from '#core/briefing';
import type { Span } from '#core/span';
import type { Speaker, SpeakerRef } from '#core/speaker';

import type { Entity } from '../entity.ts';

/** The words that name a speaker, as another stage found them. All spans into `Reading.text`. */
export interface SourceMention {
  /** Absent where no words name the speaker. */
  readonly span?: Span;
  /** The mention that it is, where that is known; else it is looked for in the span. */
  readonly mention?: number;
  /** The entity that the mention most likely refers to here. */
  readonly entity?: Entity;
  /** The same speaker as the source with this index. */
  readonly sameAs?: number;
  /** No candidate is likely enough to be named: the likely ones, the most likely first. */
  readonly unclear?: readonly Entity[];
  readonly content: readonly Span[];
}

export interface ResolvedSpeakers {
  /** Those who speak, in the order of their first words. */
  readonly speakers: readonly Speaker[];
  /** Those named who do not. */
  readonly mentioned: readonly Mentioned[];
  /** One for each source, in the same order. */
  readonly refs: readonly SpeakerRef[];
}
