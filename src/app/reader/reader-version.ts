import { hash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const SOURCE = new URL('../../', import.meta.url).pathname;

/** A hash of the current code: the results of other versions may differ. */
export function readerVersion(): string {
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).sort();
  const states = files.map((file) => {
    const { size, mtimeMs } = statSync(join(SOURCE, file));
    return [file, size, mtimeMs];
  });
  return hash('sha256', JSON.stringify([process.version, states]));
}
