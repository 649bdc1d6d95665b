import type { Mentioned } from '#core/briefing';
import type { Span } from '#core/span';
import type { Speaker, SpeakerRef } from '#core/speaker';

import type { Entity } from '../entity.ts';

/** The words that name a speaker, found by an earlier step. All spans point into `Reading.text`. */
export interface SourceMention {
  /** Absent if no words name the speaker. */
  readonly span?: Span;
  /** Index of the mention, if known; otherwise it is searched in the span. */
  readonly mention?: number;
  /** The entity that the mention most likely refers to here. */
  readonly entity?: Entity;
  /** The same speaker as the source with this index. */
  readonly sameAs?: number;
  /** Set if no candidate is probable enough to be named: the likely ones, the most likely first. */
  readonly unclear?: readonly Entity[];
  readonly content: readonly Span[];
}

export interface ResolvedSpeakers {
  /** The speakers, in the order of their first words. */
  readonly speakers: readonly Speaker[];
  /** Entities that are named but do not speak. */
  readonly mentioned: readonly Mentioned[];
  /** One for each source, in the same order. */
  readonly refs: readonly SpeakerRef[];
}
