import type { Article } from '../article.ts';
import type { FeedHeadline, FeedRecord, Subscription } from '../feeds.ts';
import type { Text } from '../messages/index.ts';
import type { Tenant } from './tenant.ts';

/** An item as stored. */
export interface NewItem {
  /** Its unique key; never empty. */
  readonly keys: readonly string[];
  readonly url?: string;
  readonly title: string;
  readonly authors: readonly string[];
  /** The text in the feed. */
  readonly content?: string;
  readonly published: number;
  /** Changes when the item is edited. */
  readonly digest: string;
  /** Whether it existed before the subscription, and is never shown as new. */
  readonly old: boolean;
  /** Whether its article is to be read. */
  readonly wanted: boolean;
}

/** The WebSub hub of a feed. */
export interface FeedHub {
  readonly url: string;
  /** The URL of the feed at the hub. */
  readonly topic: string;
}

/** The state of a feed after a poll. */
export type FeedAnswer =
  | {
      readonly kind: 'read';
      readonly title: string;
      readonly site?: string;
      readonly etag?: string;
      readonly modified?: string;
      readonly movedTo?: string;
      readonly hub?: FeedHub;
      readonly items: readonly NewItem[];
      readonly next: number;
    }
  | { readonly kind: 'unchanged'; readonly next: number }
  | { readonly kind: 'failed'; readonly message: Text; readonly next: number; readonly ended: boolean };

/** An item whose article is to be read. */
export interface PendingItem {
  readonly seq: number;
  readonly feed: Pick<FeedRecord, 'id' | 'url' | 'title'>;
  readonly url?: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly content?: string;
  readonly published: number;
  readonly attempts: number;
}

/** The result of reading an item. */
export type ReadItem =
  | { readonly kind: 'article'; readonly article: ArchivedArticle }
  | { readonly kind: 'later'; readonly at: number }
  /** `withdrawn`: its site responds that it was permanently removed. */
  | { readonly kind: 'none'; readonly withdrawn?: boolean };

/** An article as stored, with its search data. */
export interface ArchivedArticle {
  readonly article: Article;
  /** The normalised address. */
  readonly key: string;
  /** A digest of its sentences. */
  readonly version: string;
  /** When it counts as published: never in the future. */
  readonly published: number;
  /** Whether it is only the summary in the feed. */
  readonly summaryOnly: boolean;
  readonly quotes: readonly ArchivedQuote[];
}

export interface ArchivedQuote {
  /** Empty if the speaker is unclear. */
  readonly speaker: string;
  readonly office: string;
  /** Its parts, verbatim. */
  readonly words: readonly string[];
  readonly paragraph: number;
}

/** The words that the items of a subscription must contain, or must not. */
export type SubscriptionFilter = Pick<Subscription, 'include' | 'exclude'>;

/** Feeds and subscriptions. Several processes can share one store. */
export interface FeedStore {
  /** The feed of an address, created if missing. */
  ensure(feed: { readonly id: string; readonly url: string; readonly title: string }, now: number): Promise<FeedRecord>;
  get(id: string): Promise<FeedRecord | undefined>;
  /** All feeds that a channel has, those with an error first. */
  list(most: number): Promise<readonly FeedRecord[]>;
  /**
   * Subscribes a channel; existing items are not new to it.
   *
   * @returns whether the subscription is new.
   * @throws UserError if the workspace has reached its limit.
   */
  subscribe(subscription: Subscription): Promise<boolean>;
  subscriptions(tenant: Tenant): Promise<readonly { subscription: Subscription; feed: FeedRecord }[]>;
  pause(subscription: Subscription, now: number): Promise<void>;
  /** Items from the time of the pause are not new to the channel. */
  resume(subscription: Subscription): Promise<void>;
  unsubscribe(subscription: Subscription): Promise<void>;
  /** Claims due feeds with a subscription. */
  claim(owner: string, now: number, lease: number, most: number): Promise<readonly FeedRecord[]>;
  /** Claims one feed, due or not; undefined if another process holds it. */
  claimOne(id: string, owner: string, now: number, lease: number): Promise<FeedRecord | undefined>;
  /**
   * Records a response with its items in one step.
   *
   * @returns the number of new items; undefined if the claim was lost.
   */
  settle(id: string, owner: string, answer: FeedAnswer, now: number): Promise<number | undefined>;
  claimItems(owner: string, now: number, lease: number, most: number): Promise<readonly PendingItem[]>;
  /**
   * Records the result of an item with its article in one step.
   *
   * @returns false if the claim was lost.
   */
  settleItem(seq: number, owner: string, read: ReadItem, now: number): Promise<boolean>;
  /** Releases every item that a process has claimed and not settled. */
  release(owner: string): Promise<void>;
  /** When the next item or feed can be claimed; now or in the past if one already can. */
  ready(): Promise<number | undefined>;
  /** Deletes items first seen before an instant, and feeds without a subscription. */
  prune(before: number): Promise<void>;
  /**
   * The newest items of a feed.
   *
   * @param wanted only items that match these words of a subscription.
   */
  newest(feed: string, most: number, wanted?: SubscriptionFilter): Promise<readonly FeedHeadline[]>;
}
