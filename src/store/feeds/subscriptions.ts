import { type Kysely, sql } from 'kysely';
import { UserError } from '#core/errors';
import type { Subscription } from '#core/feeds';
import { message } from '#core/messages/index';
import type { FeedStore } from '#core/storage/feed-store';
import type { Schema } from '../schema.ts';
import { newestIn } from './newest.ts';
import { feedOf, subscriptionOf } from './rows.ts';

/** A higher number would be a mistake or abuse. */
const MAX_FEEDS = 500;

type Subscriptions = Pick<
  FeedStore,
  'ensure' | 'get' | 'list' | 'subscribe' | 'subscriptions' | 'pause' | 'resume' | 'unsubscribe' | 'newest'
>;

/** Feeds and subscriptions; every query about a subscription names a workspace. */
export const subscriptionsIn = (database: Kysely<Schema>): Subscriptions => ({
  ensure: async ({ id, url, title }, now) => {
    await database
      .insertInto('feed')
      .values({ id, url, title, next: now, failures: 0, primed: 0 } as never)
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
    return feedOf(await database.selectFrom('feed').selectAll().where('id', '=', id).executeTakeFirstOrThrow());
  },

  get: async (id) => {
    const row = await database.selectFrom('feed').selectAll().where('id', '=', id).executeTakeFirst();
    return row && feedOf(row);
  },

  list: async (most) => {
    const rows = await database
      .selectFrom('feed')
      .selectAll()
      .where(sql<boolean>`exists (select 1 from subscription where subscription.feed = feed.id)`)
      .orderBy(sql`case when error is null and ended is null then 1 else 0 end`)
      .orderBy('title')
      .limit(most)
      .execute();
    return rows.map(feedOf);
  },

  subscribe: ({ include, exclude, paused, ...subscription }) =>
    database.transaction().execute(async (all) => {
      const { count } = await all
        .selectFrom('subscription')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('platform', '=', subscription.platform)
        .where('workspace', '=', subscription.workspace)
        .executeTakeFirstOrThrow();
      if (Number(count) >= MAX_FEEDS) throw new UserError(message('error.tooManyFeeds', { most: MAX_FEEDS }));
      const { numInsertedOrUpdatedRows } = await all
        .insertInto('subscription')
        .values({
          ...subscription,
          include: include ?? null,
          exclude: exclude ?? null,
          paused: paused ?? null,
          after: newestItem(subscription.feed),
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow();
      return (numInsertedOrUpdatedRows ?? 0n) > 0n;
    }),

  subscriptions: async ({ platform, workspace }) => {
    const rows = await database
      .selectFrom('subscription')
      .selectAll()
      .where('platform', '=', platform)
      .where('workspace', '=', workspace)
      .orderBy('created')
      .orderBy('feed')
      .execute();
    if (rows.length === 0) return [];
    const feeds = await database
      .selectFrom('feed')
      .selectAll()
      .where('id', 'in', [...new Set(rows.map(({ feed }) => feed))])
      .execute();
    const byId = new Map(feeds.map((row) => [row.id, feedOf(row)]));
    return rows.flatMap((row) => {
      const feed = byId.get(row.feed);
      return feed ? [{ subscription: subscriptionOf(row), feed }] : [];
    });
  },

  pause: async (subscription, now) => {
    await ofSubscription(database, subscription).set({ paused: now }).where('paused', 'is', null).execute();
  },

  resume: async (subscription) => {
    await ofSubscription(database, subscription)
      .set({ paused: null, after: newestItem(subscription.feed) })
      .execute();
  },

  unsubscribe: async ({ platform, workspace, channel, feed }) => {
    await database
      .deleteFrom('subscription')
      .where('platform', '=', platform)
      .where('workspace', '=', workspace)
      .where('channel', '=', channel)
      .where('feed', '=', feed)
      .execute();
  },

  newest: newestIn(database),
});

/** The number of the newest item of a feed. */
const newestItem = (feed: string) => sql<number>`(select coalesce(max(seq), 0) from feed_item where feed = ${feed})`;

const ofSubscription = (database: Kysely<Schema>, { platform, workspace, channel, feed }: Subscription) =>
  database
    .updateTable('subscription')
    .where('platform', '=', platform)
    .where('workspace', '=', workspace)
    .where('channel', '=', channel)
    .where('feed', '=', feed);
