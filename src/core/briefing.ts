import type { Article } from './article.ts';
import type { Attribution } from './attribution.ts';
import type { Position } from './position.ts';
import type { ShownSentence } from './shown-sentence.ts';
import type { Span } from './span.ts';
import type { Speaker } from './speaker.ts';

/** One sentence of the story, as it stands. */
export interface Sentence {
  readonly span: Span;
  /** Counted from 1; 0 in the headline or sub-headline. */
  readonly paragraph: number;
}

export const LENGTHS = ['headline', 'short', 'full'] as const;
export type Length = (typeof LENGTHS)[number];

/** A person or body that the article names but does not quote or paraphrase. */
export interface Mentioned {
  readonly name: string;
  readonly aliases: readonly string[];
}

/** What an article is where it is no ordinary report. */
export const STORY_KINDS = ['opinion', 'live', 'release', 'interview'] as const;
export type StoryKind = (typeof STORY_KINDS)[number];

/** An article, read once. The same article always gives the same briefing. */
export interface Briefing {
  readonly article: Article;
  readonly kind?: StoryKind;
  /** The one sentence that tells what is new; absent in an article without sentences. */
  readonly whatsNew?: ShownSentence;
  /** In the order of the text, `whatsNew` left out, with the shortest briefing that still shows it. */
  readonly keyPoints: readonly (ShownSentence & { readonly minimumLength: Exclude<Length, 'headline'> })[];
  /** What the article says is not known yet, and what it says comes next; in neither of the above. */
  readonly notYetKnown?: ShownSentence;
  readonly next?: ShownSentence;
  /** All of them, in the order of the text. */
  readonly sentences: readonly Sentence[];
  /** Every reported statement, in the order of the text. */
  readonly attributions: readonly Attribution[];
  /** The attributions with words inside quotation marks, the weightiest first. */
  readonly quotes: readonly Attribution[];
  /** Side by side: all of one side's positions stand together, the firmest first. */
  readonly positions: readonly Position[];
  /** The positions of camps that stand against each other on one question, a camp's together; empty where none do. */
  readonly standoff: readonly Position[];
  /** Those who speak, in the order of their first words. */
  readonly speakers: readonly Speaker[];
  readonly mentioned: readonly Mentioned[];
  /** Whole minutes, at least 1, at 238 words a minute (Brysbaert 2019, silent reading of English non-fiction). */
  readonly readingTime: number;
}
