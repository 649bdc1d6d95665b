import { readdir, realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import type { LoadError } from '#core/catalog';
import { type Message, message } from '#core/messages/index';
import { type FileKind, notText } from './encoding/decode.ts';

/** A file that may hold an article. */
export interface FileState {
  readonly path: string;
  /** Changes whenever the file is written, replaced or touched. */
  readonly fingerprint: string;
  /** The modification time, in milliseconds since 1970. */
  readonly time: number;
}

const ENDINGS = new Set(['.md', '.markdown', '.txt', '.html', '.htm', '.xhtml', '.mhtml', '.mht', '.eml']);

/** Whether a file of this name is read as an article. */
export const isArticleName = (name: string): boolean => ENDINGS.has(extname(name).toLowerCase());

/** Common types of documents that contain articles but cannot be read. */
const UNREADABLE = new Map<string, FileKind>([
  ['.pdf', 'kind.pdf'],
  ['.docx', 'kind.word'],
  ['.doc', 'kind.word'],
  ['.odt', 'kind.openDocument'],
  ['.rtf', 'kind.rtf'],
  ['.epub', 'kind.ebook'],
]);

/** Prefixes of hidden files, and of temporary files of editors. */
const IGNORED = /^[.~#]/;

/** Folders that browsers create for the parts of a saved page: adverts, frames, scripts. */
const PAGE_PARTS = /(?:[_.]files|_fichiers|_archivos|_ficheiros|_bestanden|_pliki|_filer|_soubory|-Dateien)$/i;

/**
 * Lists the files of a folder and its subfolders that may contain articles, in the order of their paths.
 *
 * Entries that cannot be listed are returned as faults, including a missing folder. Never throws.
 */
export async function listArticles(folder: string): Promise<{ files: FileState[]; errors: LoadError[] }> {
  const files: FileState[] = [];
  const errors: LoadError[] = [];
  const pending = [folder];
  for (let current = pending.shift(); current !== undefined; current = pending.shift()) {
    try {
      for (const entry of await readdir(current, { withFileTypes: true })) {
        if (IGNORED.test(entry.name)) continue;
        const path = join(current, entry.name);
        const ending = extname(entry.name).toLowerCase();
        const kind = UNREADABLE.get(ending);
        if (entry.isDirectory()) {
          if (!PAGE_PARTS.test(entry.name)) pending.push(path);
        } else if (kind !== undefined) {
          errors.push({ file: path, message: notText(kind) });
        } else if (ENDINGS.has(ending)) {
          if (entry.isSymbolicLink() && !(await isInside(path, folder))) continue;
          files.push(...(await stateOf(path)));
        }
      }
    } catch (error) {
      errors.push({ file: current, message: folderError((error as NodeJS.ErrnoException).code) });
    }
  }
  return { files: files.sort((a, b) => (a.path < b.path ? -1 : 1)), errors };
}

/** Whether a link points into the folder: files elsewhere must not be read as articles. */
async function isInside(link: string, folder: string): Promise<boolean> {
  try {
    const [target, root] = await Promise.all([realpath(link), realpath(folder)]);
    return target.startsWith(root.endsWith(sep) ? root : `${root}${sep}`);
  } catch {
    return false;
  }
}

/** Returns an empty array if the path is not a file, or no longer exists. */
async function stateOf(path: string): Promise<FileState[]> {
  try {
    const stats = await stat(path, { bigint: true });
    const fingerprint = [stats.ino, stats.size, stats.mtimeNs, stats.ctimeNs].join(' ');
    return stats.isFile() ? [{ path, fingerprint, time: Number(stats.mtimeMs) }] : [];
  } catch {
    return [];
  }
}

function folderError(code = 'unknown'): Message {
  if (code === 'ENOENT') return message('read.noFolder');
  if (code === 'ENOTDIR') return message('read.notFolder');
  if (code === 'EACCES' || code === 'EPERM') return message('read.noFolderPermission');
  return message('read.folderFailed', { code });
}
