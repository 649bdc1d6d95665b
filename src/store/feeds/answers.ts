import { type Kysely, sql, type Transaction, type Updateable } from 'kysely';
import type { FeedAnswer, FeedStore, NewItem } from '#core/storage/feed-store';
import type { Schema } from '../schema.ts';
import { serializeText } from '../stored-text.ts';
import { recordHub } from './hubs.ts';
import { feedOf } from './rows.ts';
import type { FeedTable } from './schema.ts';
import { markWithdrawn } from './withdrawn.ts';

/** A permanent redirect is accepted if it still exists this many milliseconds later. */
const REDIRECT_ACCEPTED_AFTER_MS = 86_400_000;

/** The maximum number of values in a statement; SQLite allows 32,766 (https://sqlite.org/limits.html). */
const MAX_VALUES = 5_000;

/** Claims feeds for a process, and stores their answers. */
export const answersIn = (database: Kysely<Schema>): Pick<FeedStore, 'claim' | 'claimOne' | 'settle'> => ({
  claim: async (owner, now, lease, most) => {
    const { rows } = await sql<FeedTable>`
      update feed set owner = ${owner}, lease = ${now + lease}
      where id in (
        select id from feed
        where next <= ${now} and ended is null and (lease is null or lease <= ${now})
          and exists (select 1 from subscription where subscription.feed = feed.id)
        order by next limit ${most})
      returning *`.execute(database);
    return rows.map(feedOf);
  },

  claimOne: async (id, owner, now, lease) => {
    const { rows } = await sql<FeedTable>`
      update feed set owner = ${owner}, lease = ${now + lease}
      where id = ${id} and (lease is null or lease <= ${now} or owner = ${owner})
      returning *`.execute(database);
    return rows[0] && feedOf(rows[0]);
  },

  settle: (id, owner, answer, now) =>
    database.transaction().execute(async (all) => {
      const row = await all
        .selectFrom('feed')
        .selectAll()
        .where('id', '=', id)
        .where('owner', '=', owner)
        .executeTakeFirst();
      if (!row) return undefined;
      const added = answer.kind === 'read' ? await enter(all, id, answer.items, Boolean(row.primed), now) : 0;
      if (answer.kind === 'read' && answer.hub) await recordHub(all, id, answer.hub, now);
      await all
        .updateTable('feed')
        .set({ ...changes(row, answer, now), ...(added > 0 ? { last_item: now } : {}), owner: null, lease: null })
        .where('id', '=', id)
        .execute();
      return added;
    }),
});

function changes(row: FeedTable, answer: FeedAnswer, now: number): Updateable<FeedTable> {
  if (answer.kind === 'failed') {
    return {
      next: answer.next,
      failures: row.failures + 1,
      error: serializeText(answer.message),
      error_since: row.error_since ?? now,
      ended: answer.ended ? now : null,
    };
  }
  const answered = { next: answer.next, failures: 0, error: null, error_since: null, ended: null, answered: now };
  if (answer.kind === 'unchanged') return answered;
  const { title, site = null, etag = null, modified = null } = answer;
  return {
    ...answered,
    ...{ title: title || row.title, site, etag, modified, primed: 1 },
    ...moved(row, answer.movedTo, now),
  };
}

function moved(row: FeedTable, to: string | undefined, now: number): Updateable<FeedTable> {
  if (to === undefined || to === row.url) return { moved: null, moved_since: null };
  if (row.moved !== to) return { moved: to, moved_since: now };
  return now - Number(row.moved_since) >= REDIRECT_ACCEPTED_AFTER_MS ? { url: to, moved: null, moved_since: null } : {};
}

/** @returns the number of new items. */
async function enter(
  all: Transaction<Schema>,
  feed: string,
  items: readonly NewItem[],
  primed: boolean,
  now: number,
): Promise<number> {
  const known = await knownKeys(all, feed, items);
  const listed = new Set<number>();
  let added = 0;
  // Feeds list the newest first: with insertion in reverse order, the newest has the highest number.
  for (const item of items.toReversed()) {
    const seq = item.keys.flatMap((key) => known.get(key) ?? [])[0];
    if (seq === undefined) added++;
    const at = seq === undefined ? await insert(all, feed, item, primed, now) : seq;
    if (seq !== undefined) await update(all, seq, item, now);
    listed.add(at);
    const fresh = item.keys.filter((key) => !known.has(key));
    for (const key of fresh) known.set(key, at);
    if (fresh.length > 0) {
      await all
        .insertInto('feed_item_key')
        .values(fresh.map((key) => ({ feed, key, item: at })))
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
  }
  await markWithdrawn(all, feed, items, [...listed], now);
  return added;
}

async function knownKeys(
  all: Transaction<Schema>,
  feed: string,
  items: readonly NewItem[],
): Promise<Map<string, number>> {
  const keys = items.flatMap((item) => item.keys);
  const known = new Map<string, number>();
  for (let from = 0; from < keys.length; from += MAX_VALUES) {
    const rows = await all
      .selectFrom('feed_item_key')
      .select(['key', 'item'])
      .where('feed', '=', feed)
      .where('key', 'in', keys.slice(from, from + MAX_VALUES))
      .execute();
    for (const { key, item } of rows) known.set(key, Number(item));
  }
  return known;
}

async function insert(
  all: Transaction<Schema>,
  feed: string,
  item: NewItem,
  primed: boolean,
  now: number,
): Promise<number> {
  const { seq } = await all
    .insertInto('feed_item')
    .values({
      ...{ feed, ...columnsOf(item), published: item.published, seen: now, attempts: 0, retry: now },
      old: Number(item.old || !primed),
      state: item.wanted ? 'pending' : 'listed',
    } as never)
    .returning('seq')
    .executeTakeFirstOrThrow();
  return Number(seq);
}

/** Marks an edited item to be read again, if it was read before. */
async function update(all: Transaction<Schema>, seq: number, item: NewItem, now: number): Promise<void> {
  await all
    .updateTable('feed_item')
    .set({ ...columnsOf(item), state: 'pending', attempts: 0, retry: now, owner: null, lease: null })
    .where('seq', '=', seq)
    .where('digest', '!=', item.digest)
    .where('state', 'in', ['done', 'none', 'pending'])
    .execute();
}

const columnsOf = ({ url, title, authors, content, digest }: NewItem) => ({
  url: url ?? null,
  title,
  authors: JSON.stringify(authors),
  content: content ?? null,
  digest,
});
