import type { RequestScope } from './access/requester.ts';
import type { Text } from './messages/index.ts';
import type { Tenant } from './storage/tenant.ts';

/** The channel of a subscription that all channels of its workspace share. */
export const WHOLE_WORKSPACE = '*';

/** A feed, stored once for all its channels. All times are milliseconds since 1970, UTC. */
export interface FeedRecord {
  readonly id: string;
  readonly url: string;
  /** The title from the feed; its host until it is read. */
  readonly title: string;
  readonly site?: string;
  /** The validators for conditional requests. */
  readonly etag?: string;
  readonly modified?: string;
  /** The time of its next poll. */
  readonly next: number;
  /** The time of its last successful poll. */
  readonly answered?: number;
  /** The time at which its newest item was first seen. */
  readonly lastItem?: number;
  /** The number of consecutive failures. */
  readonly failures: number;
  /** Its current error in one sentence, and since when. */
  readonly error?: { readonly message: Text; readonly since: number };
  /** Since when it is permanently gone. */
  readonly ended?: number;
  /** The target of a permanent redirect, and since when. */
  readonly moved?: { readonly url: string; readonly since: number };
  /** Whether the items of its first read are recorded. */
  readonly primed: boolean;
}

/** The subscription of a channel to a feed. */
export interface Subscription extends Tenant {
  /** {@link WHOLE_WORKSPACE} if it is for all channels. */
  readonly channel: string;
  readonly feed: string;
  /** Only items that contain these words. */
  readonly include?: string;
  /** No items that contain these words. */
  readonly exclude?: string;
  readonly author: string;
  readonly created: number;
  readonly paused?: number;
}

/** A subscription with the current state of its feed. */
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
  /** The URL of a feed or a site. */
  readonly address: string;
  readonly include?: string;
  readonly exclude?: string;
  readonly wholeWorkspace: boolean;
}

/** The result of adding a feed: added, or the site has several to choose from. */
export type AddedFeed =
  | { readonly kind: 'added'; readonly status: FeedStatus; readonly newest: readonly FeedHeadline[] }
  | { readonly kind: 'known'; readonly status: FeedStatus }
  | { readonly kind: 'choice'; readonly feeds: readonly { readonly url: string; readonly title: string }[] };

/** The result for each feed of a list. */
export interface ImportReport {
  readonly added: readonly FeedStatus[];
  /** Feeds that the channel had already. */
  readonly known: readonly string[];
  readonly unavailable: readonly { readonly url: string; readonly reason: Text }[];
}

/** The operations of `/feeds`. Rejections are UserErrors. */
export interface Feeds {
  /** @throws UserError if the user may not do this, or there is no feed. */
  add(requestScope: RequestScope, input: FeedInput): Promise<AddedFeed>;
  /** The feeds of the channel and of the whole workspace, oldest first. */
  list(requestScope: RequestScope): Promise<readonly FeedStatus[]>;
  /** A workspace's feeds from memory, for completion. */
  known(tenant: Tenant): readonly FeedStatus[];
  /** Reloads the subscriptions of a workspace after a change elsewhere. */
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
  /** @param where the URL of an OPML file; for the local user also its path. */
  importFrom(requestScope: RequestScope, where: string): Promise<ImportReport>;
  /** The current time, used to display ages. */
  now(): number;
  exportOpml(requestScope: RequestScope): Promise<string>;
}
