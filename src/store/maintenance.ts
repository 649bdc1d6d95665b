import { type Kysely, sql } from 'kysely';
import type { SlotState } from '#core/schedule';
import type { Schema } from './schema.ts';

/** How long the outcome of a slot is kept: a year, plus some days in which it may still be looked up. */
const RETENTION_MS = 400 * 86_400_000;

const SETTLED: readonly SlotState[] = ['sent', 'failed', 'missed', 'uncertain'];

/**
 * Deletes expired data, and checkpoints the write-ahead log into the file, so that a copy of the file alone is
 * complete.
 */
export async function maintain(database: Kysely<Schema>, now: number): Promise<void> {
  const until = now - RETENTION_MS;
  // The newest sent slot and later ones are kept, as they record the state of a schedule.
  await database
    .deleteFrom('slot')
    .where('due', '<', until)
    .where('state', 'in', SETTLED)
    .where(({ or, not, exists, selectFrom }) =>
      or([
        not(exists(selectFrom('schedule').select('id').whereRef('schedule.id', '=', 'slot.schedule'))),
        exists(
          selectFrom('slot as newer')
            .select('newer.day')
            .whereRef('newer.schedule', '=', 'slot.schedule')
            .whereRef('newer.day', '>', 'slot.day')
            .where('newer.manual', '=', 0)
            .where('newer.state', '=', 'sent'),
        ),
      ]),
    )
    .execute();
  await deleteUnseenVersions(database);
  await checkpoint(database);
}

/** Deletes versions of articles that no channel was shown; one that is being posted is not recorded as seen yet. */
export const deleteUnseenVersions = (database: Kysely<Schema>): Promise<unknown> =>
  database
    .deleteFrom('version')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('slot').select('day').where('state', 'in', ['due', 'sending']))),
    )
    .where(({ eb, selectFrom }) => eb('version', 'not in', selectFrom('sighting').select('version')))
    .execute();

/** https://sqlite.org/pragma.html#pragma_wal_checkpoint; does nothing if there is no such log. */
const checkpoint = (database: Kysely<Schema>): Promise<unknown> =>
  sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(database);

/** Rewrites the first page of the file: on a full disk, reading, and claiming nothing, would still succeed. */
export async function checkWrite(database: Kysely<Schema>): Promise<void> {
  await sql`PRAGMA user_version = 0`.execute(database);
}
