import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addFile, FILE_SYSTEM, type FileSystem } from '#library/add-file';
import { fileNameOf } from '#library/file-name';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'content-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const bytes = new TextEncoder().encode('“The mill is worn out,” said Ada Berg.');

describe('the name of a file', () => {
  const names: [given: string, safe: string][] = [
    ['mill.txt', 'mill.txt'],
    ['Über uns 2024.MD', 'Über uns 2024.MD'],
    ['방앗간.html', '방앗간.html'],
    ['../../etc/passwd', 'passwd.txt'],
    ['..\\..\\windows\\mill.txt', 'mill.txt'],
    ['/etc/cron.d/mill.txt', 'mill.txt'],
    ['..', 'article.txt'],
    ['', 'article.txt'],
    ['.txt', 'txt.txt'],
    ['.hidden.md', 'hidden.md'],
    ['~$mill.txt', '$mill.txt'],
    ['a\0b\n\u202etxt.exe', 'a b txt.exe.txt'],
    ['what? "now": <b>|*.txt', 'what now b.txt'],
    ['CON.txt', 'CON-.txt'],
    ['com1', 'com1-.txt'],
    ['mill.txt. . ', 'mill.txt'],
    ['mill.pdf', 'mill.pdf.txt'],
    ['mail.eml', 'mail.eml'],
    ['page.mhtml', 'page.mhtml'],
  ];
  test.each(names)('%j is stored as %j', (given, safe) => {
    expect(fileNameOf(given, 'text')).toBe(safe);
  });

  test('without a known extension, it gets that of its format', () => {
    expect(fileNameOf('notes', 'markdown')).toBe('notes.md');
    expect(fileNameOf('page.php', 'html')).toBe('page.php.html');
  });

  test('is cut between graphemes, and keeps its extension', () => {
    const name = fileNameOf(`${'방'.repeat(300)}.txt`, 'text');
    expect(name).toMatch(/^방+\.txt$/);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
  });
});

test('a file is written whole, and nothing else', async () => {
  expect(await addFile(folder, 'mill.txt', bytes)).toBe(join(folder, 'mill.txt'));
  expect(await readdir(folder)).toEqual(['mill.txt']);
  expect(new Uint8Array(await readFile(join(folder, 'mill.txt')))).toEqual(bytes);
});

test('never replaces a file, a folder or a link: a number is added', async () => {
  const outside = await mkdtemp(join(tmpdir(), 'outside-'));
  await writeFile(join(folder, 'mill.txt'), 'an older article');
  await symlink(join(outside, 'target.txt'), join(folder, 'mill-2.txt'));
  await mkdir(join(folder, 'mill-3.txt'));
  expect(await addFile(folder, 'mill.txt', bytes)).toBe(join(folder, 'mill-4.txt'));
  expect(await readFile(join(folder, 'mill.txt'), 'utf8')).toBe('an older article');
  expect(await readdir(outside)).toEqual([]);
  await rm(outside, { recursive: true });
});

test('files added at the same time get different names', async () => {
  const paths = await Promise.all([1, 2, 3].map(() => addFile(folder, 'mill.txt', bytes)));
  expect(paths.map((path) => path.slice(folder.length + 1)).toSorted()).toEqual([
    'mill-2.txt',
    'mill-3.txt',
    'mill.txt',
  ]);
});

const failing = (operation: keyof FileSystem, code: string): FileSystem => ({
  ...FILE_SYSTEM,
  [operation]: async () => {
    throw Object.assign(new Error(code), { code });
  },
});

test('is copied where the file system has no hard links, without replacing anything', async () => {
  await writeFile(join(folder, 'mill.txt'), 'an older article');
  const path = await addFile(folder, 'mill.txt', bytes, failing('link', 'EPERM'));
  expect(path).toBe(join(folder, 'mill-2.txt'));
  expect((await readdir(folder)).toSorted()).toEqual(['mill-2.txt', 'mill.txt']);
});

describe('one sentence says what is wrong', () => {
  const faults: [code: string, sentence: RegExp][] = [
    ['ENOSPC', /^The disk is full: make room for the article and try again\.$/],
    ['EDQUOT', /^The disk is full/],
    ['EROFS', /^The content folder .* is read-only: /],
    ['EACCES', /^No permission to write to the content folder .*: change its mode or owner\.$/],
    ['EIO', /^The article cannot be written to the content folder .* \(EIO\): check it\.$/],
  ];
  test.each(faults)('%s', async (code, sentence) => {
    const added = addFile(folder, 'mill.txt', bytes, failing('write', code));
    await expect(added).rejects.toMatchObject({ name: 'UserError', message: expect.stringMatching(sentence) });
    expect(await readdir(folder)).toEqual([]);
  });

  test('a missing folder', async () => {
    await expect(addFile(join(folder, 'none'), 'mill.txt', bytes)).rejects.toThrow(
      /^There is no content folder .*none/,
    );
  });

  test('nothing is left of a file whose copy fails', async () => {
    const broken = { ...failing('link', 'EPERM'), copy: failing('copy', 'ENOSPC').copy };
    await expect(addFile(folder, 'mill.txt', bytes, broken)).rejects.toThrow('The disk is full');
    expect(await readdir(folder)).toEqual([]);
  });
});
