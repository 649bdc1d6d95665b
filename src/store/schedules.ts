import type { Kysely, Selectable } from 'kysely';
import { UserError } from '#core/errors';
import { isLanguage, message } from '#core/messages/index';
import type { Schedule, Weekday } from '#core/schedule';
import { scheduleOptions } from '#core/schedule-options';
import type { ScheduleStore } from '#core/storage/store';
import type { ScheduleTable, Schema } from './schema.ts';
import { parseText, serializeText } from './stored-text.ts';

/** A higher number would be a mistake or abuse. */
const MAX_SCHEDULES = 100;

/** The schedules of all workspaces; every query except that of the runner names a workspace. */
export const makeScheduleStore = (database: Kysely<Schema>): ScheduleStore => ({
  add: (schedule) =>
    database.transaction().execute(async (all) => {
      const { count } = await all
        .selectFrom('schedule')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('platform', '=', schedule.platform)
        .where('workspace', '=', schedule.workspace)
        .executeTakeFirstOrThrow();
      if (Number(count) >= MAX_SCHEDULES)
        throw new UserError(message('error.tooManySchedules', { most: MAX_SCHEDULES }));
      const owed = await all.selectFrom('slot').select('day').where('schedule', '=', schedule.id).limit(1).execute();
      if (owed.length > 0) return false;
      const { numInsertedOrUpdatedRows } = await all
        .insertInto('schedule')
        .values(rowOf(schedule))
        .onConflict((conflict) => conflict.column('id').doNothing())
        .executeTakeFirstOrThrow();
      return (numInsertedOrUpdatedRows ?? 0n) > 0n;
    }),

  list: async ({ platform, workspace }) => {
    const rows = await database
      .selectFrom('schedule')
      .selectAll()
      .where('platform', '=', platform)
      .where('workspace', '=', workspace)
      .orderBy('created')
      .orderBy('id')
      .execute();
    return rows.map(scheduleOf);
  },

  pause: async ({ platform, workspace }, id, { since, reason }) => {
    const { numUpdatedRows } = await database
      .updateTable('schedule')
      .set({ paused: since, reason: reason === undefined ? null : serializeText(reason) })
      .where('platform', '=', platform)
      .where('workspace', '=', workspace)
      .where('id', '=', id)
      .where('paused', 'is', null)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  },

  resume: async ({ platform, workspace }, id, now) => {
    const { numUpdatedRows } = await database
      .updateTable('schedule')
      .set({ paused: null, reason: null, created: now })
      .where('platform', '=', platform)
      .where('workspace', '=', workspace)
      .where('id', '=', id)
      .where('paused', 'is not', null)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  },

  remove: async ({ platform, workspace }, id) => {
    const { numDeletedRows } = await database
      .deleteFrom('schedule')
      .where('platform', '=', platform)
      .where('workspace', '=', workspace)
      .where('id', '=', id)
      .executeTakeFirst();
    return numDeletedRows > 0n;
  },

  listAll: async () => {
    const rows = await database.selectFrom('schedule').selectAll().execute();
    return rows.map(scheduleOf);
  },
});

function rowOf(schedule: Schedule): Selectable<ScheduleTable> {
  const { id, platform, workspace, channel, time, zone, author, created, language, days, paused } = schedule;
  // Options added later have no column of their own.
  const { length, about, picture, empty, grace, ...others } = scheduleOptions({ ...schedule });
  return {
    ...{ id, platform, workspace, channel, time, zone, author, created, length, empty, grace },
    days: days.join(''),
    about: about ?? null,
    language: language ?? null,
    picture: picture ?? null,
    options: Object.keys(others).length === 0 ? null : JSON.stringify(others),
    paused: paused?.since ?? null,
    reason: paused?.reason === undefined ? null : serializeText(paused.reason),
  };
}

/** Converts a row to a schedule. Options and values of a later version are left out. */
export function scheduleOf(row: Selectable<ScheduleTable>): Schedule {
  const { id, platform, workspace, channel, time, zone, author, language, paused, reason, options } = row;
  return {
    ...{ id, platform, workspace, channel, time, zone, author },
    // PostgreSQL returns 8-byte integers as text.
    created: Number(row.created),
    days: [...row.days].map((day) => Number(day) as Weekday),
    ...scheduleOptions({ ...row, ...(options === null ? {} : JSON.parse(options)) }),
    ...(isLanguage(language) ? { language } : {}),
    ...(paused === null
      ? {}
      : { paused: { since: Number(paused), ...(reason === null ? {} : { reason: parseText(reason) }) } }),
  };
}
