import { type Kysely, sql } from 'kysely';
import type { FeedStore, PendingItem } from '#core/storage/feed-store';
import { putArticle } from '../archive/put.ts';
import type { Schema } from '../schema.ts';
import type { FeedItemTable } from './schema.ts';

type Row = FeedItemTable & { readonly seq: number; readonly feed_url: string; readonly feed_title: string };

/** Items whose articles must be read, and the results. */
export const itemsIn = (
  database: Kysely<Schema>,
): Pick<FeedStore, 'claimItems' | 'settleItem' | 'release' | 'ready' | 'prune'> => ({
  claimItems: async (owner, now, lease, most) => {
    const { rows } = await sql<Row>`
      update feed_item set owner = ${owner}, lease = ${now + lease}, attempts = attempts + 1
      where seq in (
        select seq from feed_item
        where state = 'pending' and withdrawn is null and retry <= ${now} and (lease is null or lease <= ${now})
        order by seq desc limit ${most})
      returning *, (select url from feed where id = feed_item.feed) as feed_url,
        (select title from feed where id = feed_item.feed) as feed_title`.execute(database);
    return rows.map(pendingOf);
  },

  settleItem: (seq, owner, read, now) =>
    database.transaction().execute(async (all) => {
      const change =
        read.kind === 'later'
          ? { retry: read.at }
          : read.kind === 'none'
            ? { state: 'none', content: null, ...(read.withdrawn ? { withdrawn: now } : {}) }
            : { state: 'done', content: null };
      const { numUpdatedRows } = await all
        .updateTable('feed_item')
        .set({ ...change, owner: null, lease: null })
        .where('seq', '=', seq)
        .where('owner', '=', owner)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) return false;
      if (read.kind === 'article') {
        const article = await putArticle(all, read.article, now);
        await all.updateTable('feed_item').set({ article }).where('seq', '=', seq).execute();
      }
      return true;
    }),

  release: (owner) =>
    database.transaction().execute(async (all) => {
      await all.updateTable('feed').set({ owner: null, lease: null }).where('owner', '=', owner).execute();
      await all
        .updateTable('feed_item')
        .set(({ eb }) => ({ owner: null, lease: null, attempts: eb('attempts', '-', 1) }))
        .where('state', '=', 'pending')
        .where('owner', '=', owner)
        .execute();
    }),

  prune: (before) =>
    database.transaction().execute(async (all) => {
      const unused = sql`not exists (select 1 from subscription where subscription.feed = feed.id)`;
      await sql`delete from feed where ${unused} and coalesce(answered, next) < ${before}`.execute(all);
      await sql`delete from feed_item where seen < ${before} or not exists (
        select 1 from feed where feed.id = feed_item.feed)`.execute(all);
      await sql`delete from feed_item_key where not exists (
        select 1 from feed_item where feed_item.seq = feed_item_key.item)`.execute(all);
    }),

  ready: async () => {
    const { rows } = await sql<{ at: number | null }>`
      select min(at) as at from (
        select min(max(next, coalesce(lease, 0))) as at from feed
          where ended is null and exists (select 1 from subscription where subscription.feed = feed.id)
        union all
        select min(max(retry, coalesce(lease, 0))) from feed_item where state = 'pending' and withdrawn is null)`.execute(
      database,
    );
    const at = rows[0]?.at;
    return at === null || at === undefined ? undefined : Number(at);
  },
});

function pendingOf(row: Row): PendingItem {
  return {
    seq: Number(row.seq),
    feed: { id: row.feed, url: row.feed_url, title: row.feed_title },
    title: row.title,
    authors: JSON.parse(row.authors) as string[],
    published: Number(row.published),
    attempts: row.attempts,
    ...(row.url === null ? {} : { url: row.url }),
    ...(row.content === null ? {} : { content: row.content }),
  };
}
