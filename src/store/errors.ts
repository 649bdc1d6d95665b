import { UserError } from '#core/errors';
import type { DecryptError } from './secrets/encryption.ts';

/** Errors of a file in use. */
export type FileError = 'removed' | 'replaced' | 'cutOff' | 'gone';

/** Errors of the file, with their solutions. */
const MESSAGES = {
  locked: 'is locked by another process: stop the other Onrecord that uses it.',
  readOnly:
    'cannot be written: give this process the right to write the file and its folder, or name another in ONRECORD_DATA.',
  noPlace: 'cannot be opened: ONRECORD_DATA must name a file in a folder that can be created.',
  full: 'cannot be written, because the disk is full: free some space on it.',
  broken: 'cannot be read or written, because the disk reports an error: check the disk.',
  damaged:
    'is damaged, or not a file of Onrecord: restore a backup, or move it away and start with ONRECORD_BEGIN_ANEW=yes.',
  'other key':
    'was written with another ONRECORD_KEY: put that key back, or move the file away and install the app again.',
  newer: 'was written by a newer Onrecord: start that version.',
  gone: 'existed before and is gone: restore a backup, or start with an empty one with ONRECORD_BEGIN_ANEW=yes.',
  removed: 'was removed while Onrecord was using it: put it back, with the files beside it, and restart Onrecord.',
  replaced: 'was replaced while Onrecord was using it: restart Onrecord, so that it uses the new one.',
  cutOff: 'was cut off while Onrecord was using it: restore a backup, and restart Onrecord.',
} as const satisfies Record<DecryptError | string, string>;

/** Result codes: https://www.sqlite.org/rescode.html. The extended code is looked up first, then its primary code. */
const BY_RESULT_CODE: Readonly<Record<number, keyof typeof MESSAGES>> = {
  // SQLITE_IOERR_SHMSIZE: no space for the shared-memory file.
  4874: 'full',
  3: 'readOnly',
  5: 'locked',
  6: 'locked',
  8: 'readOnly',
  10: 'broken',
  11: 'damaged',
  13: 'full',
  14: 'noPlace',
  26: 'damaged',
};

const BY_SYSTEM_CODE: Readonly<Record<string, keyof typeof MESSAGES>> = {
  EACCES: 'readOnly',
  EPERM: 'readOnly',
  EROFS: 'readOnly',
  EISDIR: 'noPlace',
  ENOTDIR: 'noPlace',
  EEXIST: 'noPlace',
  ENOENT: 'noPlace',
  ENAMETOOLONG: 'noPlace',
  ENOSPC: 'full',
  EDQUOT: 'full',
  EIO: 'broken',
};

/** Returns the error for an invalid value in the file. */
export const dataError = (flaw: DecryptError | FileError, file: string): UserError =>
  new UserError(`${file} ${MESSAGES[flaw]}`);

/** Whether a retry may succeed. */
export const isLocked = (error: unknown): boolean => kindOf(error) === 'locked';

/** Converts an error of the file system or SQLite to a UserError; any other error is returned unchanged. */
export function toUserError(error: unknown, file: string): unknown {
  const what = kindOf(error);
  return what ? new UserError(`${file} ${MESSAGES[what]}`, { cause: error }) : error;
}

function kindOf(error: unknown): keyof typeof MESSAGES | undefined {
  const { code, errcode } = error as { code?: unknown; errcode?: unknown };
  if (typeof errcode !== 'number') return BY_SYSTEM_CODE[String(code)];
  // The low byte is the primary code; the whole value is the extended code.
  return BY_RESULT_CODE[errcode] ?? BY_RESULT_CODE[errcode & 0xff];
}
