import { setImmediate } from 'node:timers/promises';
import type { ExpressionBuilder, Kysely, Selectable, Transaction } from 'kysely';
import type { Claim, SlotOutcome, SlotStore } from '#core/storage/store';
import type { Write } from './batched-writes.ts';
import { checkWrite } from './maintenance.ts';
import type { Schema, SlotTable } from './schema.ts';
import { columnsOf, recordOf, rowOf } from './slots.ts';

/**
 * The maximum number of rows per insert: SQLite allows 32,766 values in a statement (https://sqlite.org/limits.html),
 * and an insert blocks the event loop.
 */
const BATCH_SIZE = 250;

/** A time further in the future was written with a wrong clock; clocks of machines differ slightly. */
const MAX_CLOCK_SKEW_MS = 300_000;

/** The store of all slots. Each step is one transaction, so that several processes can share one store. */
export const makeSlotStore = (database: Kysely<Schema>, write: Write): SlotStore => ({
  latest: async () => {
    // With a left join, SQLite finds the newest slot of each schedule by its key instead of scanning all slots.
    const rows = await database
      .selectFrom('schedule')
      .leftJoin('slot', (join) =>
        join.onRef('slot.schedule', '=', 'schedule.id').on((eb) => eb('slot.day', '=', newestDay(eb))),
      )
      .selectAll('slot')
      .execute();
    const found = rows.filter((row): row is Selectable<SlotTable> => row.schedule !== null);
    return new Map(found.map((row) => [row.schedule, recordOf(row)]));
  },

  checkWrite: () => checkWrite(database),

  insert: async (slots) => {
    for (let from = 0; from < slots.length; from += BATCH_SIZE) {
      if (from > 0) await setImmediate();
      await database
        .insertInto('slot')
        .values(slots.slice(from, from + BATCH_SIZE).map(rowOf))
        .onConflict((conflict) =>
          conflict
            .columns(['schedule', 'day'])
            .doUpdateSet((eb) => ({
              state: eb.ref('excluded.state'),
              due: eb.ref('excluded.due'),
              late: eb.ref('excluded.late'),
              since: eb.ref('excluded.since'),
              reason: null,
            }))
            .where('slot.state', '=', 'missed')
            .where('excluded.state' as 'slot.state', '=', 'due'),
        )
        .execute();
    }
  },

  claim: async (owner, now, lease, most, platforms) =>
    platforms?.length === 0 ? [] : claimSlots(database, owner, now, lease, most, platforms),

  nextReadyAt: async (platforms) => {
    if (platforms?.length === 0) return undefined;
    const { at } = await database
      .selectFrom('slot')
      .select(({ fn, eb }) =>
        fn
          .min<number | null>(
            eb
              .case()
              .when('state', '=', 'sending')
              .then(eb.ref('lease'))
              .else(eb.fn.coalesce('retry', eb.lit(0)))
              .end(),
          )
          .as('at'),
      )
      .where('state', 'in', ['due', 'sending'])
      .$if(platforms !== undefined, (query) => query.where('platform', 'in', platforms ?? []))
      .executeTakeFirstOrThrow();
    return at === null ? undefined : Number(at);
  },

  renew: ({ schedule, day, owner }, until, plan) =>
    write(async (all) => {
      const { numUpdatedRows } = await all
        .updateTable('slot')
        .set({ lease: until, ...(plan === undefined ? {} : { plan }) })
        .where('schedule', '=', schedule)
        .where('day', '=', day)
        .where('owner', '=', owner)
        .where('state', '=', 'sending')
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    }),

  recordOutcome: (claim, settlement, now) => write((all) => settleSlot(all, claim, settlement, now)),

  hasSent: async ({ platform, workspace }, schedule) => {
    const row = await database
      .selectFrom('slot')
      .select('day')
      .where('schedule', '=', schedule)
      .where('platform', '=', platform)
      .where('workspace', '=', workspace)
      .where('state', '=', 'sent')
      .limit(1)
      .executeTakeFirst();
    return row !== undefined;
  },

  history: async ({ platform, workspace }, most) => {
    const rows = await database
      .selectFrom('slot')
      .selectAll()
      .where('platform', '=', platform)
      .where('workspace', '=', workspace)
      .orderBy('due', 'desc')
      .orderBy('schedule')
      .orderBy('day', 'desc')
      .limit(most)
      .execute();
    return rows.map(recordOf);
  },
});

/** The last recorded day of the joined schedule. */
const newestDay = (eb: ExpressionBuilder<Schema, 'schedule' | 'slot'>) =>
  eb
    .selectFrom('slot as other')
    .select('other.day')
    .whereRef('other.schedule', '=', 'schedule.id')
    .where('other.manual', '=', 0)
    .orderBy('other.day', 'desc')
    .limit(1);

/** Claims slots in a single statement, so that no two processes claim the same slot. */
async function claimSlots(
  database: Kysely<Schema>,
  owner: string,
  now: number,
  lease: number,
  limit: number,
  platforms: readonly string[] | undefined,
): Promise<Claim[]> {
  const ahead = (eb: ExpressionBuilder<Schema, 'slot'>) => eb('since', '>', now + MAX_CLOCK_SKEW_MS);
  const isFree = (eb: ExpressionBuilder<Schema, 'slot'>) =>
    eb.or([
      eb.and([eb('state', '=', 'due'), eb.or([eb('retry', 'is', null), eb('retry', '<=', now), ahead(eb)])]),
      eb.and([eb('state', '=', 'sending'), eb.or([eb('lease', '<=', now), ahead(eb)])]),
    ]);
  const rows = await database
    .updateTable('slot')
    .set((eb) => ({
      found: eb.ref('state'),
      state: 'sending',
      owner,
      lease: now + lease,
      attempts: eb('attempts', '+', 1),
      since: now,
      retry: null,
    }))
    .where(({ eb, refTuple, selectFrom }) =>
      eb(
        refTuple('schedule', 'day'),
        'in',
        selectFrom('slot')
          .select(['schedule', 'day'])
          .where(isFree)
          // Repeated, so that SQLite uses the index.
          .where('state', 'in', ['due', 'sending'])
          .$if(platforms !== undefined, (query) => query.where('platform', 'in', platforms ?? []))
          .orderBy('due')
          .orderBy('schedule')
          .orderBy('day')
          .limit(limit)
          .$asTuple('schedule', 'day'),
      ),
    )
    // With concurrent writers, a row may be claimed between its selection and its update: only the conditions on the
    // row itself are then checked again (https://www.postgresql.org/docs/current/transaction-iso.html).
    .where(isFree)
    .returningAll()
    .execute();
  return rows
    .map((row): Claim => ({ ...recordOf(row), owner, previousState: row.found === 'sending' ? 'sending' : 'due' }))
    .sort((a, b) => a.due - b.due || compareText(a.schedule, b.schedule) || compareText(a.day, b.day));
}

const compareText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

async function settleSlot(
  all: Transaction<Schema>,
  claim: Claim,
  settlement: SlotOutcome,
  now: number,
): Promise<boolean> {
  const { schedule, day, owner, platform, workspace, channel } = claim;
  const { numUpdatedRows } = await all
    .updateTable('slot')
    .set({ ...columnsOf(settlement), since: now, owner: null, lease: null })
    .where('schedule', '=', schedule)
    .where('day', '=', day)
    .where('owner', '=', owner)
    .where('state', '=', 'sending')
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  const seen = settlement.state === 'sent' ? settlement.seen : [];
  for (let from = 0; from < seen.length; from += BATCH_SIZE) {
    await all
      .insertInto('sighting')
      .values(seen.slice(from, from + BATCH_SIZE).map((sighting) => ({ platform, workspace, channel, ...sighting })))
      .onConflict((conflict) =>
        conflict
          .columns(['platform', 'workspace', 'channel', 'article'])
          .doUpdateSet((eb) => ({ version: eb.ref('excluded.version') })),
      )
      .execute();
  }
  return true;
}
