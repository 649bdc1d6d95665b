import { chmodSync, closeSync, fstatSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import {
  type DatabaseConnection,
  type Dialect,
  type Driver,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
} from 'kysely';
import { LRUCache } from 'lru-cache';

/** Milliseconds that this process blocks for another's write; the caller then retries without blocking. */
const BUSY_TIMEOUT_MS = 20;

/**
 * The dialect for one file, using node:sqlite. In WAL mode, readers never wait; every commit is synced to disk, because
 * a sent slot must still be recorded after a power failure (https://sqlite.org/pragma.html#pragma_synchronous).
 */
export const sqliteDialect = (file: string): Dialect =>
  new TransactionalDdlDialect({ database: async () => toKyselyDatabase(openFile(file)) });

/**
 * Enables DDL in transactions, which SQLite supports but Kysely does not use by default: a migration that runs out of
 * disk space, or is killed, has no effect (https://sqlite.org/lang_transaction.html).
 */
class TransactionalDdlDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;

  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): Driver {
    return new ForgivingDriver(this.#config);
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalDdlAdapter();
  }
}

/**
 * If the disk is full, SQLite has already rolled back the transaction
 * (https://sqlite.org/lang_transaction.html#response_to_errors_within_a_transaction): the first error must be reported,
 * not that of the rollback.
 */
class ForgivingDriver extends SqliteDriver {
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await super.rollbackTransaction(connection);
    } catch (error) {
      if (!/no transaction is active/.test((error as Error).message)) throw error;
    }
  }
}

class TransactionalDdlAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

function openFile(file: string): DatabaseSync {
  if (file !== ':memory:') {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    restrictToOwner(file);
  }
  const database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS });
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;');
  return database;
}

/** Restricts a file to its owner: SQLite creates world-readable files; files created next to it inherit its mode. */
function restrictToOwner(file: string): void {
  const handle = openSync(file, 'a', 0o600);
  const { mode } = fstatSync(handle);
  closeSync(handle);
  if (mode & 0o077) chmodSync(file, mode & 0o700);
}

/** The maximum number of cached prepared statements: preparing takes longer than running. */
const MAX_PREPARED = 300;

/** Adapts Node's driver to the interface that Kysely expects. */
function toKyselyDatabase(database: DatabaseSync): SqliteDatabase {
  const prepared = new LRUCache<string, StatementSync>({ max: MAX_PREPARED });
  return {
    close: () => database.close(),
    prepare(sql) {
      const statement = prepared.get(sql) ?? database.prepare(sql);
      prepared.set(sql, statement);
      const bindings = (parameters: readonly unknown[]) => parameters as readonly SQLInputValue[];
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...bindings(parameters)),
        run: (parameters) => statement.run(...bindings(parameters)),
        // Rows are read step by step, so the prepared statement cannot be shared meanwhile.
        iterate: (parameters) => database.prepare(sql).iterate(...bindings(parameters)),
      };
    },
  };
}
