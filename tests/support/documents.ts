import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The text of a file of the project. */
export const readDocument = (path: string): string => readFileSync(`${ROOT}${path}`, 'utf8');

/** The lines of all blocks marked as shell, without comments. */
export const shellLines = (markdown: string): string[] =>
  [...markdown.matchAll(/^```sh\n(.*?)^```/gms)]
    .flatMap(([, block = '']) => block.split('\n'))
    .map((line) => line.replace(/\s+# .*$/, '').trim())
    .filter(Boolean);
