import type { Article } from '#core/article';

/** The result of a format's reader. */
export interface ReadResult {
  /** The article; its id comes from the file name. */
  readonly article: Omit<Article, 'id'>;
  /** The declared language, which may be wrong. */
  readonly language?: string | undefined;
}
