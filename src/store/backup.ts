import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { UserError } from '#core/errors';
import { dataError, toUserError } from './errors.ts';

/** Milliseconds to wait for another process that is writing. */
const BUSY_TIMEOUT_MS = 5_000;

/** Pages copied at once: all of them, so that the copy is a consistent snapshot despite concurrent writes. */
const ALL_PAGES = 0x7fffffff;

/**
 * Copies the store while processes may be using it (https://sqlite.org/backup.html): to one file, accessible only to
 * the current user, which gets its name when it is complete and synced, replacing an existing file.
 *
 * @throws UserError if there is nothing to copy, it is damaged, or the copy cannot be written.
 */
export async function backUp(file: string, copy: string): Promise<void> {
  if (!existsSync(file)) throw new UserError(`${file} does not exist: nothing has been stored yet.`);
  if (resolve(file) === resolve(copy)) throw new UserError(`${copy} is the file itself: name another for the copy.`);
  const partial = `${copy}.part`;
  createFile(partial);
  try {
    await copyDatabase(file, partial);
    finish(partial, copy, file);
  } catch (error) {
    throw error instanceof UserError ? error : copyFailed(error);
  } finally {
    for (const ending of ['', '-journal', '-wal', '-shm']) rmSync(`${partial}${ending}`, { force: true });
  }
}

function createFile(partial: string): void {
  try {
    mkdirSync(dirname(partial), { recursive: true, mode: 0o700 });
    closeSync(openSync(partial, 'w', 0o600));
  } catch (error) {
    throw copyFailed(error);
  }
}

async function copyDatabase(file: string, partial: string): Promise<void> {
  const source = openReadOnly(file);
  try {
    await backup(source, partial, { rate: ALL_PAGES });
  } catch (error) {
    throw isDamaged(source) ? dataError('damaged', file) : error;
  } finally {
    source.close();
  }
}

function openReadOnly(file: string): DatabaseSync {
  try {
    return new DatabaseSync(file, { readOnly: true, timeout: BUSY_TIMEOUT_MS });
  } catch (error) {
    throw toUserError(error, file);
  }
}

/** Checkpoints and checks the copy and syncs it to the disk. Damage in it comes from the original. */
function finish(partial: string, copy: string, source: string): void {
  const database = new DatabaseSync(partial);
  try {
    if (isDamaged(database)) throw dataError('damaged', source);
    database.exec('PRAGMA journal_mode = DELETE');
  } finally {
    database.close();
  }
  const handle = openSync(partial, 'r+');
  fsyncSync(handle);
  closeSync(handle);
  renameSync(partial, copy);
}

function isDamaged(database: DatabaseSync): boolean {
  try {
    return database.prepare('PRAGMA quick_check(1)').get()?.quick_check !== 'ok';
  } catch {
    return true;
  }
}

const copyFailed = (error: unknown): UserError =>
  new UserError(`The copy cannot be written: ${error instanceof Error ? error.message : error}.`, { cause: error });
