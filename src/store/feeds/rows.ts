import type { Selectable } from 'kysely';
import type { FeedRecord, Subscription } from '#core/feeds';
import { parseText } from '../stored-text.ts';
import type { FeedTable, SubscriptionTable } from './schema.ts';

/** Converts a row to a feed. PostgreSQL returns 8-byte integers as text. */
export function feedOf(row: Selectable<FeedTable>): FeedRecord {
  const { id, url, title, site, etag, modified, answered, last_item: lastItem, ended } = row;
  return {
    ...{ id, url, title, next: Number(row.next), failures: row.failures, primed: Boolean(row.primed) },
    ...(site === null ? {} : { site }),
    ...(etag === null ? {} : { etag }),
    ...(modified === null ? {} : { modified }),
    ...(answered === null ? {} : { answered: Number(answered) }),
    ...(lastItem === null ? {} : { lastItem: Number(lastItem) }),
    ...(ended === null ? {} : { ended: Number(ended) }),
    ...(row.error === null ? {} : { error: { message: parseText(row.error), since: Number(row.error_since) } }),
    ...(row.moved === null ? {} : { moved: { url: row.moved, since: Number(row.moved_since) } }),
  };
}

export function subscriptionOf(row: Selectable<SubscriptionTable>): Subscription {
  const { platform, workspace, channel, feed, include, exclude, author, paused } = row;
  return {
    ...{ platform, workspace, channel, feed, author, created: Number(row.created) },
    ...(include === null ? {} : { include }),
    ...(exclude === null ? {} : { exclude }),
    ...(paused === null ? {} : { paused: Number(paused) }),
  };
}
