import type { Span } from './span.ts';

/** A word that is unclear out of context, and the name shown for it in square brackets. */
export interface Substitution {
  readonly span: Span;
  readonly replacement: string;
}

/** A sentence of the article as shown: its span, what is left out of it and what is resolved in it, each sorted. */
export interface ShownSentence {
  readonly span: Span;
  /** Whole clauses inside the span, each shown as “…”; no cut lies inside quotation marks. */
  readonly cuts: readonly Span[];
  readonly substitutions: readonly Substitution[];
  /** The time of its entry in a live report, as given by the article. */
  readonly time?: Span;
}
