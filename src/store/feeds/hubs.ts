import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import type { FeedHub } from '#core/storage/feed-store';
import type { HubStore, HubSubscription } from '#core/storage/hub-store';
import type { Schema } from '../schema.ts';
import type { HubTable } from './schema.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Milliseconds until an unconfirmed request is repeated; doubled each time, up to a day. */
const FIRST_WAIT = 10 * MINUTE;

/** A subscription is renewed after this part of its lease. */
const RENEWED_AFTER = 0.8;

/** An unconfirmed cancellation is repeated this often. */
const MAX_CANCELLATIONS = 3;

export const hubsIn = (database: Kysely<Schema>): HubStore => ({
  claim: (now, most, newToken) =>
    database.transaction().execute(async (all) => {
      const { rows } = await sql<Selectable<HubTable> & { wanted: number }>`
        select * from (
          select hub.*, exists (
            select 1 from subscription s join feed f on f.id = s.feed where s.feed = hub.feed and f.ended is null
          ) as wanted from hub)
        where next <= ${now} or (wanted = 0 and cancelled is null)
        order by next limit ${most}`.execute(all);
      const claimed: HubSubscription[] = [];
      for (const { wanted, ...row } of rows) {
        if (!wanted && isOver(row)) await all.deleteFrom('hub').where('feed', '=', row.feed).execute();
        else claimed.push(await requested(all, row, wanted !== 0, now, newToken));
      }
      return claimed;
    }),

  find: async (token) => {
    const row = await database.selectFrom('hub').selectAll().where('token', '=', token).executeTakeFirst();
    return row && subscriptionOf(row);
  },

  confirm: async (token, now, lease) => {
    await database.deleteFrom('hub').where('token', '=', token).where('cancelled', 'is not', null).execute();
    await database
      .updateTable('hub')
      .set({ next: now + Math.round(lease * RENEWED_AFTER), failures: 0 })
      .where('token', '=', token)
      .execute();
  },

  reject: async (token, now) => {
    await database
      .updateTable('hub')
      .set({ next: now + DAY })
      .where('token', '=', token)
      .execute();
  },

  hasten: async (feed, now) => {
    await sql`update feed set next = max(${now}, coalesce(answered, 0) + ${MINUTE})
      where id = ${feed} and next > max(${now}, coalesce(answered, 0) + ${MINUTE})`.execute(database);
  },
});

/** Whether there is nothing to cancel at the hub, or the hub does not answer. */
const isOver = ({ token, cancelled, failures }: Selectable<HubTable>): boolean =>
  token === null || (cancelled !== null && failures >= MAX_CANCELLATIONS);

async function requested(
  all: Transaction<Schema>,
  row: Selectable<HubTable>,
  isWanted: boolean,
  now: number,
  newToken: () => string,
): Promise<HubSubscription> {
  // A subscription that is now cancelled, or no longer, begins to count anew.
  const failures = isWanted === (row.cancelled === null) ? row.failures : 0;
  const changed = {
    ...{ token: row.token ?? newToken(), failures: failures + 1, cancelled: isWanted ? null : now },
    next: now + Math.min(FIRST_WAIT * 2 ** Math.min(failures, 10), DAY),
  };
  await all.updateTable('hub').set(changed).where('feed', '=', row.feed).execute();
  return subscriptionOf({ ...row, ...changed });
}

const subscriptionOf = ({ feed, hub, topic, token, cancelled }: Selectable<HubTable>): HubSubscription => ({
  ...{ feed, hub, topic, token: token ?? '' },
  mode: cancelled === null ? 'subscribe' : 'unsubscribe',
});

/** Records the hub that a feed names; another hub, or another topic, is a new subscription. */
export async function recordHub(
  all: Transaction<Schema>,
  feed: string,
  { url, topic }: FeedHub,
  now: number,
): Promise<void> {
  const known = await all.selectFrom('hub').select(['hub', 'topic']).where('feed', '=', feed).executeTakeFirst();
  if (known?.hub === url && known.topic === topic) return;
  if (known) await all.deleteFrom('hub').where('feed', '=', feed).execute();
  await all
    .insertInto('hub')
    .values({ feed, hub: url, topic, token: null, next: now, failures: 0, cancelled: null })
    .execute();
}
