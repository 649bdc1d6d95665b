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
  /** It existed before the subscription, and is never shown as new. */
  readonly old: boolean;
  /** Whether its article is to be read. */
  readonly wanted: boolean;
}

/** The WebSub hub of a feed. */
export interface FeedHub {
  readonly url: string;
  /** The address under which the hub knows the feed. */
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
  /** `withdrawn`: its site says that it was removed for good. */
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
  /** Its parts, as they stand. */
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
   * @throws UserError where the workspace has as many as one may have.
   */
  subscribe(subscription: Subscription): Promise<boolean>;
  subscriptions(tenant: Tenant): Promise<readonly { subscription: Subscription; feed: FeedRecord }[]>;
  pause(subscription: Subscription, now: number): Promise<void>;
  /** What came while it paused is not new to the channel. */
  resume(subscription: Subscription): Promise<void>;
  unsubscribe(subscription: Subscription): Promise<void>;
  /** Takes up feeds that are due and that a channel has. */
  claim(owner: string, now: number, lease: number, most: number): Promise<readonly FeedRecord[]>;
  /** Takes up one, due or not; undefined where another process has it just now. */
  claimOne(id: string, owner: string, now: number, lease: number): Promise<FeedRecord | undefined>;
  /** Records an answer with its items in one step. @returns how many were new; undefined where the claim was lost. */
  settle(id: string, owner: string, answer: FeedAnswer, now: number): Promise<number | undefined>;
  claimItems(owner: string, now: number, lease: number, most: number): Promise<readonly PendingItem[]>;
  /** Records what came of an item with its article in one step. @returns false where the claim was lost. */
  settleItem(seq: number, owner: string, read: ReadItem, now: number): Promise<boolean>;
  /** Releases every item that a process has claimed and not settled. */
  release(owner: string): Promise<void>;
  /** When something can be taken up: now or in the past where it can already. */
  ready(): Promise<number | undefined>;
  /** Forgets items that were first seen before an instant, and feeds that no channel has. */
  prune(before: number): Promise<void>;
  /** The newest items that a feed lists. @param wanted only those that a channel with these words is shown. */
  newest(feed: string, most: number, wanted?: SubscriptionFilter): Promise<readonly FeedHeadline[]>;
}
