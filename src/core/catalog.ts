import type { Article } from './article.ts';
import type { Briefing } from './briefing.ts';

/** An article on the shelf with its briefing. */
export interface CatalogEntry {
  readonly article: Article;
  readonly briefing: Briefing;
  /** A digest of the article's sentences, where it has been worked out. */
  readonly version?: string;
  /** What the article is searched by, where it has been worked out: see `searchTerms`. */
  readonly terms?: string;
}

/** A file that could not be taken in, and the one sentence that says why. */
export interface LoadError {
  readonly file: string;
  readonly message: string;
}

/** The articles that commands look things up on, newest first. */
export interface Catalog {
  entries(): readonly CatalogEntry[];
  /** By id, or by words of the title, case and accents aside; undefined where nothing fits. */
  find(query: string): CatalogEntry | undefined;
  loadErrors(): readonly LoadError[];
}
