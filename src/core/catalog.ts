import type { Article } from './article.ts';
import type { Briefing } from './briefing.ts';
import type { Text } from './messages/index.ts';

/** An article of the catalog with its briefing. */
export interface CatalogEntry {
  readonly article: Article;
  readonly briefing: Briefing;
  /** A digest of the article's sentences, if it has been computed. */
  readonly version?: string;
  /** The search terms of the article, if they have been computed: see `searchTerms`. */
  readonly terms?: string;
}

/** A file that could not be read, and the reason in one sentence. */
export interface LoadError {
  readonly file: string;
  readonly message: Text;
}

/** The articles available to commands, newest first. */
export interface Catalog {
  entries(): readonly CatalogEntry[];
  /** Finds an article by its id or by words of its title, ignoring case and accents; undefined if there is none. */
  find(query: string): CatalogEntry | undefined;
  loadErrors(): readonly LoadError[];
}

/** Adds fields to the article of an entry without copying it: an entry that loads its text on access still does. */
export function entryWith(entry: CatalogEntry, changes: Partial<Article>): CatalogEntry {
  const article: Article = derive(entry.article, changes);
  return derive(entry, { article, briefing: derive(entry.briefing, { article }) });
}

const derive = <T extends object>(object: T, changes: Partial<T>): T => Object.assign(Object.create(object), changes);
