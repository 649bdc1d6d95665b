import { existsSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { dataError } from './errors.ts';

/** Throws a UserError if the open file is no longer the one at its path. */
export type FileGuard = () => void;

interface Identity {
  readonly id: string;
  readonly size: number;
}

/**
 * Guards a file in use and its write-ahead log: on most systems, both can be removed, replaced or truncated while a
 * process continues to write to a file that can no longer be opened.
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
    // A checkpoint truncates it.
    check(`${file}-wal`, true);
  };
}

/** The name of the marker file that records the existence of a store, in case it goes missing. */
const markerOf = (file: string): string => `${file}-kept`;

/** Whether a store exists or existed. */
export const hasStore = (file: string): boolean => existsSync(file) || isLeft(file);

const isLeft = (file: string): boolean => existsSync(`${file}-wal`) || existsSync(markerOf(file));

/** Throws if the file existed and is missing or empty: its log or marker still exists. */
export function assertNotGone(file: string): void {
  if (!identityOf(file)?.size && isLeft(file)) throw dataError('gone', file);
}

/** Renames the log of a missing file: SQLite would apply it to the new file. */
export function layAsideLog(file: string): void {
  if (!existsSync(file) && existsSync(`${file}-wal`)) renameSync(`${file}-wal`, `${file}-wal.old`);
}

/** Writes the marker file, if possible. */
export function markKept(file: string): void {
  const name = basename(file);
  const note = `Onrecord keeps its data in ${name}. While this file stands here, no empty ${name} is begun in its place.\n`;
  try {
    writeFileSync(markerOf(file), note, { flag: 'wx', mode: 0o600 });
  } catch {
    // The marker exists already, or the disk is full, which the store reports.
  }
}

function identityOf(path: string): Identity | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats && { id: `${stats.dev} ${stats.ino}`, size: stats.size };
}
