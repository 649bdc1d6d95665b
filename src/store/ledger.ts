import type { ExpressionBuilder, Insertable, Kysely, Selectable, Transaction } from 'kysely';
import { SLOT_STATES } from '#core/schedule';
import type { Claim, Ledger, Settlement, SlotRecord } from '#core/store';
import type { Write } from './grouped.ts';
import type { Schema, SlotTable } from './schema.ts';

/** Rows put in at once: SQLite takes 32,766 values in a statement (https://sqlite.org/limits.html). */
const BATCH = 1000;

/** What was written so many milliseconds ahead of now was written by a clock that was wrong; clocks of machines differ. */
const AHEAD = 300_000;

/** The ledger of all slots. Each step is one transaction, so that several processes can work on one. */
export const ledgerIn = (database: Kysely<Schema>, write: Write): Ledger => ({
  latest: async () => {
    // From the schedules, and each by its index from the end: the years before cost nothing.
    const rows = await database
      .selectFrom('schedule')
      .innerJoin('slot', 'slot.schedule', 'schedule.id')
      .selectAll('slot')
      .where(({ eb, selectFrom }) =>
        eb(
          'slot.day',
          '=',
          selectFrom('slot as other')
            .select('other.day')
            .whereRef('other.schedule', '=', 'schedule.id')
            .where('other.manual', '=', 0)
            .orderBy('other.day', 'desc')
            .limit(1),
        ),
      )
      .execute();
    return new Map(rows.map((row) => [row.schedule, recordOf(row)]));
  },

  enter: async (slots) => {
    for (let from = 0; from < slots.length; from += BATCH) {
      await database
        .insertInto('slot')
        .values(slots.slice(from, from + BATCH).map(rowOf))
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

  claim: (owner, now, lease, most) => claimIn(database, owner, now, lease, most),

  ready: async () => {
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

  settle: (claim, settlement, now) => write((all) => settleIn(all, claim, settlement, now)),

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
      .limit(most)
      .execute();
    return rows.map(recordOf);
  },
});

/** One statement, so that no two processes ever take up the same slot. */
async function claimIn(
  database: Kysely<Schema>,
  owner: string,
  now: number,
  lease: number,
  most: number,
): Promise<Claim[]> {
  const ahead = (eb: ExpressionBuilder<Schema, 'slot'>) => eb('since', '>', now + AHEAD);
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
          .where(({ eb, and, or }) =>
            or([
              and([eb('state', '=', 'due'), or([eb('retry', 'is', null), eb('retry', '<=', now), ahead(eb)])]),
              and([eb('state', '=', 'sending'), or([eb('lease', '<=', now), ahead(eb)])]),
            ]),
          )
          .orderBy('due')
          .orderBy('schedule')
          .limit(most)
          .$asTuple('schedule', 'day'),
      ),
    )
    .returningAll()
    .execute();
  return rows
    .map((row): Claim => ({ ...recordOf(row), owner, found: row.found === 'sending' ? 'sending' : 'due' }))
    .sort((a, b) => a.due - b.due);
}

async function settleIn(all: Transaction<Schema>, claim: Claim, settlement: Settlement, now: number): Promise<boolean> {
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
  for (let from = 0; from < seen.length; from += BATCH) {
    await all
      .insertInto('sighting')
      .values(seen.slice(from, from + BATCH).map((sighting) => ({ platform, workspace, channel, ...sighting })))
      .onConflict((conflict) =>
        conflict
          .columns(['platform', 'workspace', 'channel', 'article'])
          .doUpdateSet((eb) => ({ version: eb.ref('excluded.version') })),
      )
      .execute();
  }
  return true;
}

function columnsOf(settlement: Settlement): Partial<Insertable<SlotTable>> {
  switch (settlement.state) {
    case 'sent':
      return { state: 'sent', message: settlement.message, reason: settlement.reason ?? null, plan: null };
    case 'due':
      return { state: 'due', retry: settlement.retryAt, reason: settlement.reason };
    default:
      return { state: settlement.state, reason: settlement.reason, plan: null };
  }
}

const rowOf = (record: SlotRecord): Insertable<SlotTable> => ({
  schedule: record.schedule,
  day: record.day,
  platform: record.platform,
  workspace: record.workspace,
  channel: record.channel,
  due: record.due,
  state: record.state,
  late: Number(record.late),
  manual: Number(record.manual),
  plan: record.plan ?? null,
  attempts: record.attempts,
  since: record.since,
  retry: null,
  found: null,
  owner: null,
  lease: null,
  message: record.message ?? null,
  reason: record.reason ?? null,
});

function recordOf(row: Selectable<SlotTable>): SlotRecord {
  const { schedule, day, platform, workspace, channel, message, reason, plan } = row;
  return {
    schedule,
    day,
    platform,
    workspace,
    channel,
    due: Number(row.due),
    state: SLOT_STATES.find((state) => state === row.state) ?? 'failed',
    late: Boolean(row.late),
    manual: Boolean(row.manual),
    attempts: row.attempts,
    since: Number(row.since),
    ...(plan === null ? {} : { plan }),
    ...(message === null ? {} : { message }),
    ...(reason === null ? {} : { reason }),
  };
}
