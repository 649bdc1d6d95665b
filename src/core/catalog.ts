import type { Article } from './article.ts';
import type { Briefing } from './briefing.ts';
import type { Text } from './messages/index.ts';

/** An article of the catalog with its briefing. */
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
  readonly message: Text;
}

/** The articles that commands look things up on, newest first. */
export interface Catalog {
  entries(): readonly CatalogEntry[];
  /** By id, or by words of the title, case and accents aside; undefined where nothing fits. */
  find(query: string): CatalogEntry | undefined;
  loadErrors(): readonly LoadError[];
}

/**
 * An entry whose article says something more. Nothing is copied: where an entry opens its text when it is asked for, so does
 * this one.
 */
export function entryWith(entry: CatalogEntry, changes: Partial<Article>): CatalogEntry {
  const article: Article = derive(entry.article, changes);
  return derive(entry, { article, briefing: derive(entry.briefing, { article }) });
}

const derive = <T extends object>(object: T, changes: Partial<T>): T => Object.assign(Object.create(object), changes);
