import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Extracted, extractIn, files, makeNews, SCRIPT, STORY } from '../support/extract.ts';

let folder = '';
beforeAll(() => {
  folder = makeNews();
});
afterAll(() => rmSync(folder, { recursive: true }));

const extract = (...paths: string[]): Promise<Extracted> => extractIn(folder, paths);

describe('npm run -s extract', () => {
  test('reports that there is no article', async () => {
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

  test('requires a path', async () => {
    expect(await extract()).toMatchObject({ code: 2, stderr: expect.stringContaining('Usage') });
    const option = await extract('--json', 'news');
    expect(option).toMatchObject({ code: 2, records: [], stderr: expect.stringContaining('no option --json.\nUsage') });
  });

  test('ends without an error when its output is closed', async () => {
    const child = spawn(process.execPath, [SCRIPT, ...Array<string>(400).fill('news')], { cwd: folder });
    let errors = '';
    child.stderr.on('data', (chunk) => {
      errors += chunk;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect({ code, complaints: errors }).toEqual({ code: 0, complaints: '' });
  });
});
