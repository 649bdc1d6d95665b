import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FileRecord } from '#cli/extract-record';
import { environment } from './process.ts';

export const SCRIPT = fileURLToPath(new URL('../../src/cli/extract.ts', import.meta.url));
export const STORY = 'Town votes\n\n“We did it,” Ann Lee said on Monday. “It is done.”\n';

/** Makes a folder with articles of every kind, an empty one, and labels. */
export function makeNews(): string {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-'));
  mkdirSync(join(folder, 'news/deeper'), { recursive: true });
  writeFileSync(join(folder, 'news/b.txt'), STORY);
  writeFileSync(join(folder, 'news/a.md'), `---\ntitle: Town votes\n---\n\n${STORY}`);
  writeFileSync(join(folder, 'news/deeper/c.TXT'), `\uFEFF${STORY}`);
  writeFileSync(join(folder, 'news/b.gold.json'), '{}');
  writeFileSync(join(folder, 'empty.txt'), '');
  mkdirSync(join(folder, 'bare'));
  return folder;
}

export interface Extracted {
  readonly code: number | null;
  readonly records: readonly FileRecord[];
  readonly stderr: string;
}

/** Runs the program in a folder and parses its output. */
export const extractIn = (folder: string, paths: readonly string[]): Promise<Extracted> =>
  new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [SCRIPT, ...paths],
      { cwd: folder, env: environment({}) },
      (_, stdout, stderr) =>
        resolve({
          code: child.exitCode,
          stderr,
          records: stdout
            .split('\n')
            .filter(Boolean)
            .map((line) => JSON.parse(line)),
        }),
    );
  });

export const files = ({ records }: Extracted): string[] => records.map(({ file }) => file);
