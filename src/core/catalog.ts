import type { Article } from './article.ts';
import type { Briefing } from './briefing.ts';

/** An article on the shelf with its briefing. */
export interface Entry {
  readonly article: Article;
  readonly briefing: Briefing;
}

/** A file that could not be taken in, and the one sentence that says why. */
export interface Fault {
  readonly file: string;
  readonly message: string;
}

/** The articles that commands look things up on, newest first. */
export interface Shelf {
  entries(): readonly Entry[];
  /** By id, or by words of the title, case and accents aside; undefined where nothing fits. */
  find(query: string): Entry | undefined;
  faults(): readonly Fault[];
}
