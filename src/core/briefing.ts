import type { Article } from './article.ts';
import type { Attribution } from './attribution.ts';
import type { Position } from './position.ts';
import type { ShownSentence } from './shown-sentence.ts';
import type { Span } from './span.ts';
import type { Speaker } from './speaker.ts';

/** One sentence of the story, unchanged. */
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

/** The kind of an article other than an ordinary report. */
export const STORY_KINDS = ['opinion', 'live', 'release', 'interview'] as const;
export type StoryKind = (typeof STORY_KINDS)[number];

/** An article, read once. The same article always gives the same briefing. */
export interface Briefing {
  readonly article: Article;
  readonly kind?: StoryKind;
  /** The sentence that says what is new; absent in an article without sentences. */
  readonly whatsNew?: ShownSentence;
  /** In the order of the text, without `whatsNew`, each with the shortest length that includes it. */
  readonly keyPoints: readonly (ShownSentence & { readonly minimumLength: Exclude<Length, 'headline'> })[];
  /** What the article says is not known yet, and what comes next; not included in the above. */
  readonly notYetKnown?: ShownSentence;
  readonly next?: ShownSentence;
  /** All of them, in the order of the text. */
  readonly sentences: readonly Sentence[];
  /** All reported statements, in the order of the text. */
  readonly attributions: readonly Attribution[];
  /** The attributions with words inside quotation marks, the most important first. */
  readonly quotes: readonly Attribution[];
  /** Grouped by side, the firmest first. */
  readonly positions: readonly Position[];
  /** The positions of opposing camps on one question, grouped by camp; empty if there are none. */
  readonly standoff: readonly Position[];
  /** The speakers, in the order of their first words. */
  readonly speakers: readonly Speaker[];
  readonly mentioned: readonly Mentioned[];
  /** Whole minutes, at least 1, at 238 words a minute (Brysbaert 2019, silent reading of English non-fiction). */
  readonly readingTime: number;
}
