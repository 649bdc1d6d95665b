import { existsSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { dataError } from './errors.ts';

/** Throws a UserError where the file that is in use is no longer the one at its path. */
export type FileGuard = () => void;

interface Identity {
  readonly id: string;
  readonly size: number;
}

/**
 * Watches a file in use, and the write-ahead log beside it: on most systems both can be removed, replaced or truncated
 * while a process goes on writing to a file that can no longer be read.
 */
export function guardFile(file: string): FileGuard {
  const known = new Map<string, Identity>();
  const check = (path: string, mayShrink: boolean): void => {
    const before = known.get(path);
    const now = identityOf(path);
    if (!now && before) throw dataError('removed', file);
    if (before && now?.id !== before.id) throw dataError('replaced', file);
    if (before && now && now.size < before.size && !mayShrink) throw dataError('cutOff', file);
    if (now) known.set(path, now);
  };
  return () => {
    check(file, false);
    // A checkpoint empties it.
    check(`${file}-wal`, true);
  };
}

/** The name of a file that says that there is a store beside it, for the day when there is none. */
const markerOf = (file: string): string => `${file}-kept`;

/** Whether something is kept, or was: then opening it tells. */
export const hasStore = (file: string): boolean => existsSync(file) || isLeft(file);

const isLeft = (file: string): boolean => existsSync(`${file}-wal`) || existsSync(markerOf(file));

/** Throws where a file has been there and is gone: a log or a marker is left beside it, and it is missing or empty. */
export function assertNotGone(file: string): void {
  if (!identityOf(file)?.size && isLeft(file)) throw dataError('gone', file);
}

/** Lays aside the log of a file that is gone: SQLite would read it into the new one. */
export function layAsideLog(file: string): void {
  if (!existsSync(file) && existsSync(`${file}-wal`)) renameSync(`${file}-wal`, `${file}-wal.old`);
}

/** Notes that there is a store, as well as can be. */
export function markKept(file: string): void {
  const name = basename(file);
  const note = `Onrecord keeps its data in ${name}. While this file stands here, no empty ${name} is begun in its place.\n`;
  try {
    writeFileSync(markerOf(file), note, { flag: 'wx', mode: 0o600 });
  } catch {
    // It is there already, or the disk is full: then the store says so.
  }
}

function identityOf(path: string): Identity | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats && { id: `${stats.dev} ${stats.ino}`, size: stats.size };
}
