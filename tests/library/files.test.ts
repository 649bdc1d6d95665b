import { mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { UserError } from '#core/errors';
import { inEnglish } from '#core/messages/index';
import { readFileArticle, readFileText } from '#library';
import { errorMessage } from '#library/files';
import { prose } from './support.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'files-'));
  await writeFile(join(folder, 'a.txt'), `Talks end\n\n${prose('it')}`);
  await writeFile(join(folder, 'empty.txt'), '');
  await writeFile(join(folder, 'large.txt'), '');
  await truncate(join(folder, 'large.txt'), 3_000_000_000);
  await symlink('loop.txt', join(folder, 'loop.txt'));
});
afterAll(() => rm(folder, { recursive: true }));

test('reads an article from a file', async () => {
  expect(await readFileArticle(join(folder, 'a.txt'))).toMatchObject({ id: 'a', title: 'Talks end' });
});

describe('says in one sentence what is wrong with', () => {
  test.each([
    ['.', /is a folder: name a file/],
    ['missing.txt', /no such file: check the path/],
    ['a.txt/b.txt', /no such file/],
    ['empty.txt', /is empty/],
    ['large.txt', /too large \(3000\.0 MB, at most 2 MB\)/],
    ['loop.txt', /links to itself/],
    ['a\0b.txt', /invalid character/],
    [`${'a'.repeat(5000)}.txt`, /too long/],
  ])('%s', async (name, message) => {
    const reading = readFileArticle(join(folder, name));
    await expect(reading).rejects.toThrow(UserError);
    await expect(reading).rejects.toThrow(message);
  });

  test.each(['https://example.org/story.html', 'HTTP://example.org'])('%s, which is no file', async (address) => {
    await expect(readFileArticle(address)).rejects.toThrow(
      /^https?:.*: This is an address, not a file: save the page/i,
    );
  });

  test('a file that is read as text, such as a list of feeds', async () => {
    await expect(readFileText(join(folder, 'missing.opml'))).rejects.toThrow(/missing\.opml: There is no such file/);
    expect(await readFileText(join(folder, 'a.txt'))).toContain('Talks end');
  });

  test('an endless device', async () => {
    await expect(readFileArticle('/dev/zero')).rejects.toThrow(/too large|no such file/);
  });

  // Simulated by its error code, because the superuser can read every file.
  test('a file without permission', () => {
    const why = errorMessage(Object.assign(new Error('denied'), { code: 'EACCES' }));
    expect(inEnglish.message(why ?? '')).toMatch(/^No permission/);
  });
});
