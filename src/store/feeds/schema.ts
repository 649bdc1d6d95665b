import type { Generated } from 'kysely';

/** The tables of feeds; times are milliseconds since 1970, UTC. */
export interface FeedSchema {
  readonly feed: FeedTable;
  readonly subscription: SubscriptionTable;
  readonly feed_item: FeedItemTable;
  readonly feed_item_key: FeedItemKeyTable;
  readonly hub: HubTable;
}

export interface FeedTable {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly site: string | null;
  readonly etag: string | null;
  readonly modified: string | null;
  readonly next: number;
  readonly answered: number | null;
  readonly last_item: number | null;
  readonly failures: number;
  readonly error: string | null;
  readonly error_since: number | null;
  readonly ended: number | null;
  readonly moved: string | null;
  readonly moved_since: number | null;
  readonly primed: number;
  readonly owner: string | null;
  /** The time until which only its owner may poll it. */
  readonly lease: number | null;
}

export interface SubscriptionTable {
  readonly platform: string;
  readonly workspace: string;
  readonly channel: string;
  readonly feed: string;
  readonly include: string | null;
  readonly exclude: string | null;
  readonly author: string;
  readonly created: number;
  readonly paused: number | null;
  /** Items up to this number are not new to the channel. */
  readonly after: number;
}

export interface FeedItemTable {
  readonly seq: Generated<number>;
  readonly feed: string;
  readonly url: string | null;
  readonly title: string;
  /** JSON: an array of names. */
  readonly authors: string;
  /** Null once its article has been read. */
  readonly content: string | null;
  readonly published: number;
  readonly seen: number;
  readonly digest: string;
  /** Whether it is never shown as new. */
  readonly old: number;
  /** `pending`: its article must be read; `done`, `none`: there is one or not; `listed`: not requested. */
  readonly state: string;
  readonly attempts: number;
  readonly retry: number;
  readonly owner: string | null;
  readonly lease: number | null;
  readonly article: string | null;
  /** The time since when it has been missing from its feed. */
  readonly withdrawn: number | null;
}

export interface FeedItemKeyTable {
  readonly feed: string;
  readonly key: string;
  readonly item: number;
}

export interface HubTable {
  readonly feed: string;
  readonly hub: string;
  readonly topic: string;
  /** Null until it is requested for the first time. */
  readonly token: string | null;
  /** When it is requested next, or renewed. */
  readonly next: number;
  /** The number of requests that the hub has not confirmed. */
  readonly failures: number;
  /** Since when it is being cancelled. */
  readonly cancelled: number | null;
}
