import { readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';

const ARTICLE_FILE = /\.(txt|md|x?html?|mht(?:ml)?|eml)$/i;
const EXCLUDED = /\.jsonl?$/i;

/**
 * Every file to be read for the paths given, in order: a file as named, a folder's articles by name, folders within
 * it too; a pipe in a folder would be waited for without end. A path that does not exist is handed on for its
 * reader to complain about.
 */
export async function* articleFiles(paths: readonly string[]): AsyncGenerator<string> {
  for (const path of paths) {
    if (await isFolder(path)) yield* await articlesWithin(path);
    // Labels lie beside their articles, so that `extract gold/*` names them too.
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
