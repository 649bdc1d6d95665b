import type { Attribution, Stance } from './attribution.ts';
import type { ShownSentence } from './shown-sentence.ts';
import type { Speaker } from './speaker.ts';

/** Where one speaker stands: one stance with all that the article gives for it, the firmest first. */
export interface Position {
  /** The speaker's side, or the speaker's own name where no side is known. */
  readonly side: string;
  readonly speaker: Speaker;
  readonly stance: Stance;
  readonly evidence: readonly Attribution[];
  /** The words of the first of it, short enough for one line. */
  readonly words: ShownSentence;
}
