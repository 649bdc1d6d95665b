import { randomBytes } from 'node:crypto';
import { constants, copyFile, link, open, unlink } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { UserError } from '#core/errors';
import { type Message, message } from '#core/messages/index';

/** The operations on files that are needed; another one is for tests. */
export interface FileSystem {
  /** Writes a new file to the disk. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** Both fail if the target exists, even as a link that leads nowhere. */
  link(from: string, to: string): Promise<void>;
  copy(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
}

export const FILE_SYSTEM: FileSystem = {
  async write(path, bytes) {
    const file = await open(path, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
  },
  link,
  copy: (from, to) => copyFile(from, to, constants.COPYFILE_EXCL),
  remove: unlink,
};

/** More files of one name than any folder has. */
const MAX_NUMBER = 10_000;

/**
 * Adds a file to a folder of articles, under the given name or the next free one: `mill.txt`, `mill-2.txt`. It appears
 * there whole, and replaces nothing.
 *
 * @param name a safe file name.
 * @returns its path.
 * @throws UserError with what is wrong with the folder.
 */
export async function addFile(folder: string, name: string, bytes: Uint8Array, files = FILE_SYSTEM): Promise<string> {
  // The catalog ignores hidden files, and so never reads half an article.
  const draft = join(folder, `.onrecord-${randomBytes(6).toString('hex')}.tmp`);
  try {
    await files.write(draft, bytes);
    return await publish(files, draft, folder, name);
  } catch (error) {
    throw toUserError(error, folder);
  } finally {
    await files.remove(draft).catch(() => {});
  }
}

async function publish(files: FileSystem, draft: string, folder: string, name: string): Promise<string> {
  const extension = extname(name);
  const stem = name.slice(0, name.length - extension.length);
  for (let number = 1; number <= MAX_NUMBER; number += 1) {
    const path = join(folder, number === 1 ? name : `${stem}-${number}${extension}`);
    if (await isPublished(files, draft, path)) return path;
  }
  throw new Error(`there are ${MAX_NUMBER} files of this name`);
}

/** @returns false if there is such a file. */
async function isPublished(files: FileSystem, draft: string, path: string): Promise<boolean> {
  try {
    // Some file systems have no hard links, and differ in the error that says so.
    await files.link(draft, path).catch((error) => (isTaken(error) ? Promise.reject(error) : files.copy(draft, path)));
    return true;
  } catch (error) {
    if (isTaken(error)) return false;
    throw error;
  }
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';

const isTaken = (error: unknown): boolean => codeOf(error) === 'EEXIST';

const REASONS: Readonly<Record<string, (folder: string) => Message>> = {
  ENOSPC: () => message('save.diskFull'),
  EDQUOT: () => message('save.diskFull'),
  EROFS: (folder) => message('save.readOnly', { folder }),
  EACCES: (folder) => message('save.noPermission', { folder }),
  EPERM: (folder) => message('save.noPermission', { folder }),
  ENOENT: (folder) => message('save.noFolder', { folder }),
  ENOTDIR: (folder) => message('save.noFolder', { folder }),
};

function toUserError(error: unknown, folder: string): unknown {
  const code = codeOf(error);
  if (code === '') return error;
  return new UserError(REASONS[code]?.(folder) ?? message('save.failed', { folder, code }), { cause: error });
}
