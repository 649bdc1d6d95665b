import type { ShownSentence } from './shown-sentence.ts';
import type { Span } from './span.ts';
import type { SpeakerRef } from './speaker.ts';

/** What a speaker does by saying something; each attribution has exactly one. */
export const STANCES = [
  'states',
  'confirms',
  'denies',
  'supports',
  'opposes',
  'condemns',
  'demands',
  'warns',
  'pledges',
  'considers',
  'predicts',
  'declines',
] as const;
export type Stance = (typeof STANCES)[number];

export const KINDS = ['direct', 'mixed', 'indirect'] as const;
export type AttributionKind = (typeof KINDS)[number];

/** The rule that decided, and the words it is based on. */
export interface DecisionReason {
  readonly rule: string;
  readonly span: Span;
}

/** One reported statement. Every span points into `Article.text`. */
export interface Attribution {
  /** Unique within a briefing, in the order of the text: `a1`, `a2`, … */
  readonly id: string;
  readonly kind: AttributionKind;
  /** What was said, in the article's own words; several fragments when it is split. Never empty. */
  readonly content: readonly Span[];
  /** The parts of it inside quotation marks, marks excluded; empty for indirect speech. */
  readonly quoted: readonly Span[];
  /** The reporting verb or phrase; empty if there is none. */
  readonly cue: readonly Span[];
  /** The words that name the speaker in place (`he`, `the report`); empty if there are none. */
  readonly source: readonly Span[];
  readonly speaker: SpeakerRef;
  /** The probability, from 0 to 1, that the named speaker is right; for an unclear one, its first candidate. */
  readonly confidence: number;
  readonly stance: Stance;
  /** The probability, from 0 to 1, that this is a reported statement with this stance. */
  readonly stanceConfidence: number;
  /** The rule that decided the stance. */
  readonly stanceRule?: string;
  readonly why: DecisionReason;
  /** The full sentences that contain it. */
  readonly sentences: Span;
  /** These sentences shortened around the words in quotation marks, if they are long. */
  readonly excerpt?: ShownSentence;
  /** The number of its paragraph, counted from 1 over the story's paragraphs; 0 in the headline or sub-headline. */
  readonly paragraph: number;
}
