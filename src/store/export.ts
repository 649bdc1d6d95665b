import type { Kysely } from 'kysely';
import { inEnglish } from '#core/messages/index';
import type { Schedule } from '#core/schedule';
import type { Tenant } from '#core/storage/store';
import type { WorkspaceExport } from '#core/workspace-data';
import { subscriptionOf } from './feeds/rows.ts';
import { scheduleOf } from './schedules.ts';
import type { Schema } from './schema.ts';
import { recordOf } from './slots.ts';

/** Exports the data of a single tenant: every query names it. */
export async function exportRows(database: Kysely<Schema>, { platform, workspace }: Tenant): Promise<WorkspaceExport> {
  const [schedules, slots, sightings, feeds] = await Promise.all([
    database
      .selectFrom('schedule')
      .selectAll()
      .where('platform', '=', platform)
      .where('workspace', '=', workspace)
      .orderBy('id')
      .execute(),
    database
      .selectFrom('slot')
      .selectAll()
      .where('platform', '=', platform)
      .where('workspace', '=', workspace)
      .orderBy('due')
      .orderBy('day')
      .execute(),
    database
      .selectFrom('sighting')
      .selectAll()
      .where('platform', '=', platform)
      .where('workspace', '=', workspace)
      .orderBy('channel')
      .orderBy('article')
      .execute(),
    exportFeeds(database, { platform, workspace }),
  ]);
  return {
    ...{ platform, workspace, feeds },
    schedules: schedules.map(scheduleOf).map(withReasonInEnglish),
    posts: slots.map(recordOf).map(({ schedule, channel, day, due, state, message, reason }) => ({
      ...{ schedule, channel, day, due, state },
      ...(message === undefined ? {} : { message }),
      ...(reason === undefined ? {} : { reason: inEnglish.message(reason) }),
    })),
    seen: sightings.map(({ channel, article }) => ({ channel, article })),
  };
}

function withReasonInEnglish({ paused, ...schedule }: Schedule): Schedule {
  if (!paused) return schedule;
  const { since, reason } = paused;
  return { ...schedule, paused: { since, ...(reason === undefined ? {} : { reason: inEnglish.message(reason) }) } };
}

async function exportFeeds(
  database: Kysely<Schema>,
  { platform, workspace }: Tenant,
): Promise<WorkspaceExport['feeds']> {
  const rows = await database
    .selectFrom('subscription')
    .innerJoin('feed', 'feed.id', 'subscription.feed')
    .selectAll('subscription')
    .select(['feed.url', 'feed.title'])
    .where('subscription.platform', '=', platform)
    .where('subscription.workspace', '=', workspace)
    .orderBy('subscription.created')
    .orderBy('feed.url')
    .execute();
  return rows.map((row) => {
    const { platform: _, workspace: __, feed: ___, ...subscription } = subscriptionOf(row);
    return { ...subscription, url: row.url, title: row.title };
  });
}
