import type { Attribution, Stance } from './attribution.ts';
import type { ShownSentence } from './shown-sentence.ts';
import type { Speaker } from './speaker.ts';

/** One stance of a speaker with all its evidence, the firmest first. */
export interface Position {
  /** The speaker’s side, else the institution that the speaker speaks for, else the speaker’s name. */
  readonly side: string;
  readonly speaker: Speaker;
  readonly stance: Stance;
  readonly evidence: readonly Attribution[];
  /** The words of the first evidence, short enough for one line. */
  readonly words: ShownSentence;
}
