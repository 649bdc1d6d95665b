import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Article } from '#core/article';

export interface File {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The articles in the given folders, as bytes; subfolders are ignored. */
export async function filesIn(folders: readonly string[]): Promise<File[]> {
  const names = await Promise.all(
    folders.map(async (folder) => (await readdir(folder)).sort().map((name) => join(folder, name))),
  );
  const articles = names.flat().filter((path) => /\.(txt|md|html?)$/.test(path) && !path.endsWith('README.md'));
  return Promise.all(articles.map(async (path) => ({ path, bytes: await readFile(path) })));
}

/** An article of plain paragraphs, for artificial texts. */
export function articleOf(text: string): Article {
  const parts = [...text.matchAll(/[^\n]+/g)].map((match) => ({
    kind: 'paragraph' as const,
    span: { start: match.index, end: match.index + match[0].length },
  }));
  return { id: 'bench', text, format: 'text', title: 'Bench', authors: [], language: 'en', parts, edits: [] };
}

/** Repeats a text up to this number of characters. */
export const fill = (text: string, size: number): string => text.repeat(Math.ceil(size / text.length)).slice(0, size);
