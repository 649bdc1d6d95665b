import type { Article } from '../article.ts';
import type { CatalogEntry } from '../catalog.ts';
import type { Tenant } from './tenant.ts';

/** An article of the archive without its text. */
export interface ArchivedHead {
  readonly id: string;
  readonly title: string;
  readonly url?: string;
  /** The URL of the reader, if it shows the article. */
  readonly readerUrl?: string;
  readonly publisher?: string;
  /** Milliseconds since 1970, UTC. */
  readonly published: number;
  readonly version: string;
  readonly summaryOnly: boolean;
  readonly quotes: number;
  /** Since when its feed no longer lists it, while it lists older and newer items. */
  readonly withdrawn?: number;
}

/** A quotation found in the archive. */
export interface FoundQuote {
  readonly article: ArchivedHead;
  readonly speaker: string;
  readonly office: string;
  readonly words: readonly string[];
  readonly paragraph: number;
}

export interface ArchiveQuery {
  /** Words that it must contain. */
  readonly words?: string | undefined;
  readonly speaker?: string | undefined;
  /** Words of its publisher or of its feed's title. */
  readonly source?: string | undefined;
  /** Published at or after this instant. */
  readonly since?: number | undefined;
  /** `best` first, those with the words in their title, then the newest; else the newest. */
  readonly order?: 'best';
  readonly most: number;
}

/** The limit for counting hits, because counting all takes longer than finding the first. */
export const MOST_COUNTED = 100;

/**
 * The articles that were fetched, as a workspace may see them: those of its own feeds. Memory does not grow with them.
 * `total` is counted up to {@link MOST_COUNTED}, or to one more than are asked for.
 */
export interface Archive {
  articles(
    tenant: Tenant,
    query: ArchiveQuery,
  ): Promise<{ readonly total: number; readonly heads: readonly ArchivedHead[] }>;
  quotes(
    tenant: Tenant,
    query: ArchiveQuery,
  ): Promise<{ readonly total: number; readonly quotes: readonly FoundQuote[] }>;
  /** Undefined if it does not exist or the workspace may not see it. */
  find(tenant: Tenant, id: string): Promise<Article | undefined>;
}

/** The articles of the archive that are new to a channel. */
export interface ArchiveNews {
  /** New or changed articles from its feeds, newest first. */
  unseen(
    target: Tenant & { readonly channel: string },
    about: string | undefined,
    since: number,
  ): Promise<readonly ArchivedHead[]>;
  /** The titles of the channel's feeds that have ended since the last post of a schedule. */
  ended(target: Tenant & { readonly channel: string }, schedule: string): Promise<readonly string[]>;
  load(id: string): Promise<{ readonly article: Article; readonly version: string } | undefined>;
}

/** The storage of the archive. */
export interface ArchiveStore extends Archive, ArchiveNews {
  /**
   * Deletes articles older than an instant, and the oldest while the size limit is exceeded.
   *
   * @returns the number deleted.
   */
  prune(before: number, maxBytes: number): Promise<number>;
}

/** The archive as commands see it. */
export interface ArchiveView extends Pick<Archive, 'articles' | 'quotes'> {
  /** One article with its briefing, found by its id or by words of its title. */
  entry(tenant: Tenant, query: string): Promise<CatalogEntry | undefined>;
  /** The newest article visible to the workspace. */
  newest(tenant: Tenant): Promise<ArchivedHead | undefined>;
  /** The current time, used for “since yesterday”. */
  now(): number;
}
