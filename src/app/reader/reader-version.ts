import { hash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const SOURCE = new URL('../../', import.meta.url).pathname;

/** A mark of the code as it stands: what other code has read would be read otherwise now. */
export function readerVersion(): string {
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).sort();
  const states = files.map((file) => {
    const { size, mtimeMs } = statSync(join(SOURCE, file));
    return [file, size, mtimeMs];
  });
  return hash('sha256', JSON.stringify([process.version, states]));
}
