import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { inEnglish } from '#core/messages/index';
import { listArticles } from '#library/folder';
import { folderOf } from '../support/process.ts';

const names = async (folder: string): Promise<readonly string[]> =>
  (await listArticles(folder)).files.map(({ path }) => basename(path));

test('follows links only within the folder', async () => {
  const elsewhere = folderOf({ 'passwords.txt': 'secret' });
  const folder = folderOf({ 'talks.md': 'The talks ended.' });
  symlinkSync(join(elsewhere, 'passwords.txt'), join(folder, 'pw.md'));
  symlinkSync('/etc/passwd', join(folder, 'users.txt'));
  symlinkSync(join(folder, 'talks.md'), join(folder, 'again.md'));
  symlinkSync(join(folder, 'nowhere.md'), join(folder, 'broken.md'));
  expect(await names(folder)).toEqual(['again.md', 'talks.md']);
});

test('files saved with a page are no articles', async () => {
  const folder = folderOf({ 'Story.html': '<p>The talks ended.</p>' });
  for (const parts of ['Story_files', 'Story-Dateien', 'Story_fichiers']) {
    mkdirSync(join(folder, parts));
    writeFileSync(join(folder, parts, 'advert.html'), '<p>Buy now</p>');
  }
  expect(await names(folder)).toEqual(['Story.html']);
});

test.each([
  ['scan.pdf', 'a PDF'],
  ['draft.docx', 'a Word document'],
  ['draft.odt', 'an OpenDocument text'],
])('reports in one sentence that %s is not read', async (file, kind) => {
  const { files, errors } = await listArticles(folderOf({ [file]: 'PK', 'talks.md': 'The talks ended.' }));
  expect(files.map(({ path }) => basename(path))).toEqual(['talks.md']);
  expect(errors.map((error) => [basename(error.file), inEnglish.message(error.message)])).toEqual([
    [file, `This is ${kind}, not text: save the article as plain text, Markdown or HTML.`],
  ]);
});
