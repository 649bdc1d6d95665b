import type { RequestScope } from './access/requester.ts';
import type { Text } from './messages/index.ts';
import type { Tenant } from './storage/tenant.ts';

/** The channel of a subscription that all channels of its workspace share. */
export const WHOLE_WORKSPACE = '*';

/** A feed as it is known: one row, however many channels have it. All times are milliseconds since 1970, UTC. */
export interface FeedRecord {
  readonly id: string;
  readonly url: string;
  /** The feed's own; its host until it was read. */
  readonly title: string;
  readonly site?: string;
  /** What the server wants to be asked with, so that it need not answer in full. */
  readonly etag?: string;
  readonly modified?: string;
  /** When it is asked next. */
  readonly next: number;
  /** When it last answered as a feed. */
  readonly answered?: number;
  /** When its newest item was first seen. */
  readonly lastItem?: number;
  /** How often in a row it could not be had. */
  readonly failures: number;
  /** What is wrong with it, in one sentence, and since when. */
  readonly error?: { readonly message: Text; readonly since: number };
  /** Since when it is gone for good. */
  readonly ended?: number;
  /** Where it says that it has moved for good, and since when it says so. */
  readonly moved?: { readonly url: string; readonly since: number };
  /** Whether what it held when it was first read is on record. */
  readonly primed: boolean;
}

/** A channel's wish for a feed. */
export interface Subscription extends Tenant {
  /** {@link WHOLE_WORKSPACE} where it is for all channels. */
  readonly channel: string;
  readonly feed: string;
  /** Only items that hold these words. */
  readonly include?: string;
  /** No items that hold these words. */
  readonly exclude?: string;
  readonly author: string;
  readonly created: number;
  readonly paused?: number;
}

/** A subscription with its feed as it is now. */
export interface FeedStatus {
  readonly subscription: Subscription;
  readonly feed: FeedRecord;
}

/** An item as a feed lists it. */
export interface FeedHeadline {
  readonly title: string;
  readonly url?: string;
  readonly published: number;
}

export interface FeedInput {
  /** The address of a feed, or of a site. */
  readonly address: string;
  readonly include?: string;
  readonly exclude?: string;
  readonly wholeWorkspace: boolean;
}

/** What came of adding one: it was, or a site has several to choose from. */
export type AddedFeed =
  | { readonly kind: 'added'; readonly status: FeedStatus; readonly newest: readonly FeedHeadline[] }
  | { readonly kind: 'known'; readonly status: FeedStatus }
  | { readonly kind: 'choice'; readonly feeds: readonly { readonly url: string; readonly title: string }[] };

/** What became of each feed of a list. */
export interface ImportReport {
  readonly added: readonly FeedStatus[];
  /** Those that the channel had already. */
  readonly known: readonly string[];
  readonly dead: readonly { readonly url: string; readonly reason: Text }[];
}

/** Everything that `/feeds` does. Refusals are UserErrors in plain words. */
export interface Feeds {
  /** @throws UserError where they may not, or there is no feed. */
  add(requestScope: RequestScope, input: FeedInput): Promise<AddedFeed>;
  /** The feeds of the channel and those of the whole workspace, the oldest first. */
  list(requestScope: RequestScope): Promise<readonly FeedStatus[]>;
  /** A workspace's feeds from memory, for completion. */
  known(tenant: Tenant): readonly FeedStatus[];
  /** Takes in again what a workspace has, after it was changed elsewhere. */
  refresh(tenant: Tenant): Promise<void>;
  /** The newest items that the channel's next post may show. */
  preview(
    requestScope: RequestScope,
    feed: string,
  ): Promise<{ readonly status: FeedStatus; readonly newest: readonly FeedHeadline[] }>;
  pause(requestScope: RequestScope, feed: string): Promise<FeedStatus>;
  resume(requestScope: RequestScope, feed: string): Promise<FeedStatus>;
  remove(requestScope: RequestScope, feed: string): Promise<FeedStatus>;
  /** @param opml the text of an OPML file. */
  importOpml(requestScope: RequestScope, opml: string): Promise<ImportReport>;
  /** @param where the address of an OPML file; for those at this machine also its path. */
  importFrom(requestScope: RequestScope, where: string): Promise<ImportReport>;
  /** The present, which the age of things is told by. */
  now(): number;
  exportOpml(requestScope: RequestScope): Promise<string>;
}
