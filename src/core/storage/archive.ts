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
  /** Since when its feed has not listed it any more, while it lists older and newer ones. */
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
  /** Words that it holds, all of them. */
  readonly words?: string | undefined;
  readonly speaker?: string | undefined;
  /** Words of its publisher or of its feed's title. */
  readonly source?: string | undefined;
  /** Published at this instant or after it. */
  readonly since?: number | undefined;
  /** `best` first, those with the words in their title, then the newest; else the newest. */
  readonly order?: 'best';
  readonly most: number;
}

/** What is found is counted up to here: to count it all takes longer than to find the first. */
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
  /** Undefined where there is none, or it is not theirs to see. */
  find(tenant: Tenant, id: string): Promise<Article | undefined>;
}

/** What of the archive is new to a channel. */
export interface ArchiveNews {
  /** Those that its feeds have brought and that it has not seen, or not like this: the newest first. */
  unseen(
    target: Tenant & { readonly channel: string },
    about: string | undefined,
    since: number,
  ): Promise<readonly ArchivedHead[]>;
  /** The titles of the channel's feeds that their sites have taken away since the last post of a schedule. */
  ended(target: Tenant & { readonly channel: string }, schedule: string): Promise<readonly string[]>;
  load(id: string): Promise<{ readonly article: Article; readonly version: string } | undefined>;
}

/** The archive as it is kept. */
export interface ArchiveStore extends Archive, ArchiveNews {
  /** Forgets what is older than an instant, and the oldest where all take more room than they may. @returns how many. */
  prune(before: number, maxBytes: number): Promise<number>;
}

/** The archive as commands ask it. */
export interface ArchiveView extends Pick<Archive, 'articles' | 'quotes'> {
  /** One article with its briefing, by its id or by words of it. */
  entry(tenant: Tenant, query: string): Promise<CatalogEntry | undefined>;
  /** The newest there is for them. */
  newest(tenant: Tenant): Promise<ArchivedHead | undefined>;
  /** The present, which “since yesterday” is told by. */
  now(): number;
}
