import type { Kysely, Selectable } from 'kysely';
import { LENGTHS } from '#core/briefing';
import { UserError } from '#core/errors';
import { isLanguage, message } from '#core/messages/index';
import { SCHEDULE_PICTURES, type Schedule, type Weekday } from '#core/schedule';
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

function rowOf({ paused, about, language, picture, days, ...schedule }: Schedule): Selectable<ScheduleTable> {
  return {
    ...schedule,
    days: days.join(''),
    about: about ?? null,
    language: language ?? null,
    picture: picture ?? null,
    paused: paused?.since ?? null,
    reason: paused?.reason === undefined ? null : serializeText(paused.reason),
  };
}

/** A picture of a later version is left out. */
function pictureOf(stored: string | null): Pick<Schedule, 'picture'> {
  const picture = SCHEDULE_PICTURES.find((one) => one === stored);
  return picture === undefined ? {} : { picture };
}

/** Converts a row to a schedule. */
export function scheduleOf({
  paused,
  reason,
  about,
  language,
  picture,
  days,
  length,
  empty,
  ...row
}: Selectable<ScheduleTable>): Schedule {
  return {
    ...row,
    // PostgreSQL returns 8-byte integers as text.
    created: Number(row.created),
    days: [...days].map((day) => Number(day) as Weekday),
    length: LENGTHS.find((known) => known === length) ?? 'short',
    empty: empty === 'nothing' ? 'nothing' : 'line',
    ...(about === null ? {} : { about }),
    ...(isLanguage(language) ? { language } : {}),
    ...pictureOf(picture),
    ...(paused === null
      ? {}
      : { paused: { since: Number(paused), ...(reason === null ? {} : { reason: parseText(reason) }) } }),
  };
}
