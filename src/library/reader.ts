import type { Article } from '#core/article';

/** What one format's reader makes of a file. */
export interface ReadResult {
  /** The article; its id is the file's name's to give. */
  readonly article: Omit<Article, 'id'>;
  /** The language that the file declares, right or wrong. */
  readonly language?: string | undefined;
}
