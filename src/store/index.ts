import { setTimeout } from 'node:timers/promises';
import { type Dialect, Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { Store } from '#core/storage/store';
import { archiveIn } from './archive/index.ts';
import { batchWrites } from './batched-writes.ts';
import { dataError, isLocked, toUserError } from './errors.ts';
import { answersIn } from './feeds/answers.ts';
import { hubsIn } from './feeds/hubs.ts';
import { itemsIn } from './feeds/items.ts';
import { subscriptionsIn } from './feeds/subscriptions.ts';
import { assertNotGone, type FileGuard, guardFile, layAsideLog, markKept } from './file-guard.ts';
import { maintain } from './maintenance.ts';
import { MIGRATIONS } from './migrations.ts';
import { makeScheduleStore } from './schedules.ts';
import type { Schema } from './schema.ts';
import { makeSecretTable } from './secrets/secrets.ts';
import { makeSlotStore } from './slot-store.ts';
import { sqliteDialect } from './sqlite.ts';
import { makeTenantStore } from './tenants.ts';

export interface OpenOptions {
  /** Whether to create an empty file if the existing one is missing. */
  readonly beginAnew?: boolean;
}

/**
 * Opens the store in a file and migrates it.
 *
 * @throws UserError if the file is missing, damaged, locked, not writable, or written by a newer Onrecord.
 */
export async function openStore(file: string, { beginAnew = false }: OpenOptions = {}): Promise<Store> {
  if (file === ':memory:') return openWith(sqliteDialect(file), file);
  if (beginAnew) layAsideLog(file);
  else assertNotGone(file);
  const store = await openWith(sqliteDialect(file), file, MIGRATIONS, guardFile(file));
  markKept(file);
  return store;
}

/** Opens a store in any dialect. @param location the name of the data in errors: a file's path. */
export async function openWith(
  dialect: Dialect,
  location: string,
  migrations: Readonly<Record<string, Migration>> = MIGRATIONS,
  guard: FileGuard = () => {},
): Promise<Store> {
  try {
    const database = await retryLocked(() => openMigrated(dialect, location, migrations));
    guard();
    const { close, ...store } = makeStore(database);
    return { ...(withUserErrors(store, location, guard) as Omit<Store, 'close'>), close };
  } catch (error) {
    throw toUserError(error, location);
  }
}

/** Opens and migrates a database. A failure changes nothing. */
async function openMigrated(
  dialect: Dialect,
  location: string,
  migrations: Readonly<Record<string, Migration>>,
): Promise<Kysely<Schema>> {
  const database = new Kysely<Schema>({ dialect });
  try {
    await refuseNewer(database, migrations, location);
    await migrate(database, migrations);
    return database;
  } catch (error) {
    await database.destroy().catch(() => {});
    throw error;
  }
}

async function migrate(database: Kysely<Schema>, migrations: Readonly<Record<string, Migration>>): Promise<void> {
  const provider = { getMigrations: async () => ({ ...migrations }) };
  const { error } = await new Migrator({ db: database, provider }).migrateToLatest();
  if (error !== undefined) throw error;
}

/** Throws if there are unknown migrations: they come from a newer version, so this version cannot read the file. */
async function refuseNewer(
  database: Kysely<Schema>,
  known: Readonly<Record<string, Migration>>,
  location: string,
): Promise<void> {
  const tables = await database.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === 'kysely_migration')) return;
  const done = await (database as unknown as Kysely<{ kysely_migration: { name: string } }>)
    .selectFrom('kysely_migration')
    .select('name')
    .execute();
  if (done.some(({ name }) => !(name in known))) {
    throw dataError('newer', location);
  }
}

function makeStore(database: Kysely<Schema>): Store {
  const write = batchWrites(database);
  return {
    schedules: makeScheduleStore(database),
    slots: makeSlotStore(database, write),
    seenArticles: {
      list: ({ platform, workspace }, channel) =>
        database
          .selectFrom('sighting')
          .select(['article', 'version'])
          .where('platform', '=', platform)
          .where('workspace', '=', workspace)
          .where('channel', '=', channel)
          .execute(),
    },
    versions: {
      save: (version, article, sentences) =>
        write(async (all) => {
          await all
            .insertInto('version')
            .values({ version, article, sentences: JSON.stringify(sentences) })
            .onConflict((conflict) => conflict.column('version').doNothing())
            .execute();
        }),
      sentences: async (version) => {
        const row = await database
          .selectFrom('version')
          .select('sentences')
          .where('version', '=', version)
          .executeTakeFirst();
        return row && (JSON.parse(row.sentences) as string[]);
      },
    },
    secrets: makeSecretTable(database),
    feeds: { ...subscriptionsIn(database), ...answersIn(database), ...itemsIn(database) },
    hubs: hubsIn(database),
    archive: archiveIn(database),
    maintain: (now) => maintain(database, now),
    tenants: makeTenantStore(database),
    close: () => database.destroy(),
  };
}

/** Wraps a store to convert its errors to UserErrors. */
function withUserErrors(value: unknown, location: string, guard: FileGuard): unknown {
  if (typeof value !== 'function') {
    return Object.fromEntries(
      Object.entries(value as object).map(([name, member]) => [name, withUserErrors(member, location, guard)]),
    );
  }
  return async (...args: unknown[]) => {
    try {
      guard();
      return await retryLocked(() => value(...args));
    } catch (error) {
      throw toUserError(error, location);
    }
  };
}

/** The number and interval (in milliseconds) of retries while the file is locked: five seconds in total. */
const MAX_TRIES = 50;
const RETRY_DELAY_MS = 100;

/** Retries a call if the file was locked; each call is one transaction. */
async function retryLocked<T>(call: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await call();
    } catch (error) {
      if (attempt === MAX_TRIES || !isLocked(error)) throw error;
      await setTimeout(RETRY_DELAY_MS);
    }
  }
}
