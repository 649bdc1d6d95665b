import { execFile, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FileRecord } from '#cli/extract-record';
import { environment } from '../support/process.ts';

const SCRIPT = fileURLToPath(new URL('../../src/cli/extract.ts', import.meta.url));
const STORY = 'Town votes\n\n“We did it,” Ann Lee said on Monday. “It is done.”\n';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-'));
  mkdirSync(join(folder, 'news/deeper'), { recursive: true });
  writeFileSync(join(folder, 'news/b.txt'), STORY);
  writeFileSync(join(folder, 'news/a.md'), `---\ntitle: Town votes\n---\n\n${STORY}`);
  writeFileSync(join(folder, 'news/deeper/c.TXT'), `\uFEFF${STORY}`);
  writeFileSync(join(folder, 'news/b.gold.json'), '{}');
  writeFileSync(join(folder, 'empty.txt'), '');
  mkdirSync(join(folder, 'bare'));
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Run {
  readonly code: number | null;
  readonly records: readonly FileRecord[];
  readonly stderr: string;
}

const extract = (...paths: string[]): Promise<Run> =>
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

const files = ({ records }: Run): string[] => records.map(({ file }) => file);

describe('npm run -s extract', () => {
  test('says so where there is no article at all', async () => {
    expect(await extract('bare')).toMatchObject({
      code: 1,
      records: [],
      stderr: expect.stringContaining('no article'),
    });
  });

  test.skipIf(process.platform === 'win32')('passes over a pipe in a folder (Windows has none there)', async () => {
    const pipes = mkdtempSync(join(folder, 'pipes-'));
    writeFileSync(join(pipes, 'a.txt'), STORY);
    execFileSync('sh', ['-c', 'mkfifo "$0"', join(pipes, 'b.txt')]);
    expect(files(await extract(pipes))).toEqual([join(pipes, 'a.txt')]);
  });

  test('asks for a path', async () => {
    expect(await extract()).toMatchObject({ code: 2, stderr: expect.stringContaining('Usage') });
    const option = await extract('--json', 'news');
    expect(option).toMatchObject({ code: 2, records: [], stderr: expect.stringContaining('no option --json.\nUsage') });
  });

  test('ends without an error when its output is closed', async () => {
    const child = spawn(process.execPath, [SCRIPT, ...Array<string>(400).fill('news')], { cwd: folder });
    let complaints = '';
    child.stderr.on('data', (chunk) => {
      complaints += chunk;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect({ code, complaints }).toEqual({ code: 0, complaints: '' });
  });
});
