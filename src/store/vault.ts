import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Vault } from '#core/ports';
import { explained, flawed, isLocked } from './complaints.ts';
import { vaultKeyOf } from './keys.ts';
import { flawOf, type SealKey, seal, unseal } from './seal.ts';

/** Milliseconds that the loop may stand still for another process that is just writing. */
const PATIENCE_MS = 20;
/** Milliseconds until the next try where the file is locked: its holder may need this very loop to go on. */
const TRIES_MS = [10, 50, 200, 1_000];

const SCHEMA = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  CREATE TABLE IF NOT EXISTS secret (key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
`;

/** A vault that can be put away. */
export interface FileVault extends Vault {
  /** May be called at any time, and twice; the next use opens it again. */
  close(): void;
}

/**
 * Small secrets in an SQLite file, each encrypted with a key made from ONRECORD_KEY. The file is made at the first use, in a
 * folder that is made with it, and is for this user alone. Its names are not encrypted.
 *
 * Every call rejects with a UserError where the key is missing or is not the one that the file was written with, and
 * where the file is damaged, locked, cannot be written or finds the disk full; nothing has been written then.
 */
export function makeVault({ file, key }: { readonly file: string; readonly key?: string | undefined }): FileVault {
  let opened: { readonly database: DatabaseSync; readonly sealKey: SealKey } | undefined;

  const once = <T>(work: Work<T>): T => {
    opened ??= open(file, key);
    return work(opened.database, opened.sealKey);
  };
  const use = async <T>(work: Work<T>, [wait, ...more]: readonly number[] = TRIES_MS): Promise<T> => {
    try {
      return once(work);
    } catch (error) {
      if (!isLocked(error) || wait === undefined) throw explained(error, file);
      await new Promise((resolve) => setTimeout(resolve, wait));
      return use(work, more);
    }
  };

  return {
    get: (name) =>
      use((database, sealKey) => {
        const row = database.prepare('SELECT value FROM secret WHERE key = ?').get(name);
        return row && read(sealKey, name, row.value, file);
      }),
    set: (name, value) =>
      use((database, sealKey) => {
        database
          .prepare(
            'INSERT INTO secret (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
          )
          .run(name, seal(sealKey, name, value));
      }),
    delete: (name) =>
      use((database) => {
        database.prepare('DELETE FROM secret WHERE key = ?').run(name);
      }),
    keys: (prefix) =>
      use((database) =>
        database
          .prepare('SELECT key FROM secret ORDER BY key')
          .all()
          .map(({ key: name }) => String(name))
          .filter((name) => name.startsWith(prefix)),
      ),
    close: () => {
      opened?.database.close();
      opened = undefined;
    },
  };
}

type Work<T> = (database: DatabaseSync, sealKey: SealKey) => T;

function open(file: string, key: string | undefined): { database: DatabaseSync; sealKey: SealKey } {
  const sealKey = vaultKeyOf(key);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  // SQLite would let everybody on the machine read a file that it makes; what it makes beside it takes over its mode.
  closeSync(openSync(file, 'a', 0o600));
  chmodSync(file, 0o600);
  const database = new DatabaseSync(file, { timeout: PATIENCE_MS });
  try {
    database.exec(SCHEMA);
    const some = database.prepare('SELECT value FROM secret LIMIT 1').get();
    const flaw = some && flawOf(sealKey, octets(some.value));
    if (flaw) throw flawed(flaw, file);
    return { database, sealKey };
  } catch (error) {
    database.close();
    throw error;
  }
}

function read(sealKey: SealKey, name: string, sealed: unknown, file: string): string {
  const read = unseal(sealKey, name, octets(sealed));
  if ('flaw' in read) throw flawed(read.flaw, file);
  return read.value;
}

/** Whoever wrote in the file by hand may have put anything there. */
const octets = (value: unknown): Uint8Array => (value instanceof Uint8Array ? value : new Uint8Array());
