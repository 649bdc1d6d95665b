import type { Generated } from 'kysely';

/** The tables of fetched articles; the search index is specific to each dialect. */
export interface ArchiveSchema {
  readonly article: ArticleTable;
  readonly quote: QuoteTable;
}

export interface ArticleTable {
  readonly num: Generated<number>;
  readonly id: string;
  /** The normalized address. */
  readonly key: string;
  readonly title: string;
  readonly url: string | null;
  readonly publisher: string | null;
  readonly published: number;
  readonly added: number;
  readonly version: string;
  readonly summary_only: number;
  readonly quotes: number;
  /** The size of the body in bytes. */
  readonly size: number;
  /** JSON: the article. */
  readonly body: string;
}

export interface QuoteTable {
  readonly num: Generated<number>;
  readonly article: number;
  readonly speaker: string;
  readonly office: string;
  /** JSON: an array of parts. */
  readonly words: string;
  readonly paragraph: number;
}
