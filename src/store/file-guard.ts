import { existsSync, statSync } from 'node:fs';
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

/** Throws where a file has been there and is gone: what is written last stands in the log beside it. */
export function assertNotOrphaned(file: string): void {
  if (!existsSync(file) && existsSync(`${file}-wal`)) throw dataError('removed', file);
}

function identityOf(path: string): Identity | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats && { id: `${stats.dev} ${stats.ino}`, size: stats.size };
}
