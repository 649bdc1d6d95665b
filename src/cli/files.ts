import { readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';

const ARTICLE_FILE = /\.(txt|md|x?html?|mht(?:ml)?|eml)$/i;
const EXCLUDED = /\.jsonl?$/i;

/**
 * Yields the files to read for the given paths, in order: a file as named, the articles of a folder by name, including
 * subfolders. A named pipe in a folder is skipped, because reading it would block. A path that does not exist is
 * yielded, so that its reader reports it.
 */
export async function* articleFiles(paths: readonly string[]): AsyncGenerator<string> {
  for (const path of paths) {
    if (await isFolder(path)) yield* await articlesWithin(path);
    // Labels are stored next to their articles: the shell expands `extract gold/*` to both.
    else if (!EXCLUDED.test(path)) yield path;
  }
}

async function articlesWithin(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const root = folder.endsWith('/') ? folder : `${folder}/`;
  return entries
    .filter((entry) => (entry.isFile() || entry.isSymbolicLink()) && ARTICLE_FILE.test(entry.name))
    .map((entry) => root + relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

const isFolder = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
};
