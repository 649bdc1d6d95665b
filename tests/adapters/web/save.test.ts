import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Turn } from '#adapters/web/conversation';
import { brief } from '#briefing';
import { compactArticle } from '#library/compact';
import { readText } from '#library/read';
import { pagesOverFolder } from '../../support/web/folder.ts';
import { apiRequest, pageRequest } from '../../support/web/page.ts';

const TEXT =
  'Mill to close\n\n“The mill is worn out,” said Ada Berg, its owner. It shuts in June, she told the council.\n';
const URL_OF_STORY = 'https://courier.example/bakery';
const PAGE = `<!doctype html><title>Bakery to open</title><article><h1>Bakery to open</h1>${Array.from(
  { length: 4 },
  (_, at) => `<p>“We will bake bread number ${at} here,” said Tom Lind, the baker, in a letter to the council.</p>`,
).join('')}<script>track()</script></article>`;

let pages: Awaited<ReturnType<typeof pagesOverFolder>>;
beforeEach(async () => {
  pages = await pagesOverFolder({
    readLink: async (url) => {
      const article = { ...compactArticle(await readText('page.html', PAGE)), url };
      return { article, briefing: brief(article) };
    },
  });
});
afterEach(() => pages.close());

const post = (path: string, body: unknown, headers = {}) => pages.adapter.fetch(apiRequest(path, body, headers));
const turn = async (path: string, body: unknown): Promise<Turn> => (await post(path, body)).json() as Promise<Turn>;
const get = async (path: string) => (await pages.adapter.fetch(pageRequest(path))).text();
const save = async (article: string | undefined) =>
  (await (await post('save', { article })).json()) as { readonly text: string; readonly id?: string };
const files = async () => (await readdir(pages.folder)).toSorted();

test('a dropped file is saved as it is, under its name, and is then the same article', async () => {
  const { save: offer } = await turn('upload?name=mill.txt', TEXT);
  expect(offer).toMatchObject({ note: 'This article is only in memory.', label: 'Save in the content folder' });
  expect(await files()).toEqual([]);
  expect(await save(offer?.article)).toEqual({
    text: 'Saved in the content folder as mill.txt.',
    isSaved: true,
    id: 'mill',
  });
  expect(await readFile(join(pages.folder, 'mill.txt'), 'utf8')).toBe(TEXT);
  // The links of the briefing that was shown before, and those of the saved article.
  for (const path of [`/articles/${offer?.article}`, '/articles/mill'])
    expect(await get(path)).toContain('The mill is worn out,');
  expect((await get('/articles')).match(/Mill to close/g)).toHaveLength(1);
  expect(await get('/articles')).toContain('href="/articles/mill">Mill to close</a>');
});

test('what is in the folder already is not added again', async () => {
  const { save: offer } = await turn('upload?name=mill.txt', TEXT);
  const saved = await Promise.all([save(offer?.article), save(offer?.article)]);
  expect(saved.map(({ text }) => text)).toEqual([
    'Saved in the content folder as mill.txt.',
    'It is in the content folder already, as mill.txt.',
  ]);
  const { save: again } = await turn('upload?name=other.txt', TEXT);
  expect(await save(again?.article)).toEqual({
    text: 'It is in the content folder already, as mill.txt.',
    isSaved: true,
    id: 'mill',
  });
  expect(await files()).toEqual(['mill.txt']);
});

test('a different file of the same name is saved beside it', async () => {
  await writeFile(join(pages.folder, 'mill.txt'), TEXT.replace('worn', 'sold'));
  const { save: offer } = await turn('upload?name=mill.txt', TEXT);
  expect(await save(offer?.article)).toEqual({
    text: 'Saved in the content folder as mill-2.txt.',
    isSaved: true,
    id: 'mill-2',
  });
  expect(await readFile(join(pages.folder, 'mill.txt'), 'utf8')).toContain('sold out');
});

test.each([
  ['..%2F..%2Fmill.txt', 'mill.txt'],
  ['..%5C..%5Cmill.txt', 'mill.txt'],
  ['%2Fetc%2Fcron.d%2Fmill', 'mill.txt'],
  ['.hidden', 'hidden.txt'],
  ['mill%00.txt', 'mill.txt'],
])('a name that leads elsewhere does not: %s', async (name, stored) => {
  const { save: offer } = await turn(`upload?name=${name}`, TEXT);
  await save(offer?.article);
  expect(await files()).toEqual([stored]);
});

const MAIL = `Subject: Mill to close\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n${TEXT}`;
test.each([
  ['a text', '', TEXT, 'mill-to-close.txt'],
  ['Markdown', '', `---\ntitle: The mill, closed\n---\n\n${TEXT}`, 'the-mill-closed.md'],
  ['the source of a page', '', PAGE, 'bakery-to-open.html'],
  ['a dropped page', '?name=Bakery.HTML', PAGE, 'Bakery.HTML'],
  ['a dropped mail', '?name=mill.eml', MAIL, 'mill.eml'],
])('%s is saved under a name that fits', async (_, query, content, stored) => {
  const { save: offer } = await turn(`upload${query}`, content);
  const saved = await save(offer?.article);
  expect(saved.text).toContain(stored);
  expect(saved.id).toBeDefined();
  expect(await readFile(join(pages.folder, stored), 'utf8')).toBe(content);
});

test('a link is saved as Markdown, with its address and without the page around the article', async () => {
  const { save: offer } = await turn('ask', { line: URL_OF_STORY });
  expect(await save(offer?.article)).toMatchObject({ id: 'bakery-to-open' });
  const markdown = await readFile(join(pages.folder, 'bakery-to-open.md'), 'utf8');
  expect(markdown).toMatch(/^---\ntitle: "Bakery to open"\nurl: "https:\/\/courier\.example\/bakery"\n---\n/);
  expect(markdown).not.toContain('track');
  const [entry] = pages.catalog.entries();
  expect(entry?.article).toMatchObject({ title: 'Bakery to open', url: URL_OF_STORY });
  expect(entry?.briefing.quotes).toHaveLength(4);
});

describe('nothing is offered', () => {
  test('for an article of the folder, for other answers, and where nothing can be saved', async () => {
    await writeFile(join(pages.folder, 'mill.txt'), TEXT);
    await pages.catalog.refresh();
    expect((await turn('ask', { line: '/brief' })).save).toBeUndefined();
    const { save: offer } = await turn('upload?name=b.txt', TEXT.replace('Mill', 'Dyeworks'));
    expect((await turn('ask', { line: `/quotes article:${offer?.article}` })).save).toBeUndefined();
    expect((await turn('ask', { line: `/brief article:${offer?.article}` })).save).toEqual(offer);
    expect((await turn('upload?name=empty.txt', ' ')).save).toBeUndefined();
    const without = await pagesOverFolder({ savesNothing: true });
    const answer = await without.adapter.fetch(apiRequest('upload?name=mill.txt', TEXT));
    expect(((await answer.json()) as Turn).save).toBeUndefined();
    await without.close();
  });
});

describe('one sentence says why nothing is saved', () => {
  test('if the article is not in memory', async () => {
    for (const article of ['msg-0000000', 'river-dam', '', '../../etc/passwd'])
      expect(await save(article)).toEqual({
        text: 'This article is no longer in memory: give it again, and save it then.',
        isSaved: false,
      });
  });

  test('if a request comes from another site, or to another host', async () => {
    const { save: offer } = await turn('upload?name=mill.txt', TEXT);
    for (const headers of [{ 'x-onrecord': '' }, { 'sec-fetch-site': 'cross-site' }, { host: 'evil.example' }])
      expect((await post('save', { article: offer?.article }, headers)).status).toBeGreaterThanOrEqual(400);
    expect(await files()).toEqual([]);
  });

  test('if the folder has been removed', async () => {
    const { save: offer } = await turn('upload?name=mill.txt', TEXT);
    await rm(pages.folder, { recursive: true });
    expect(await save(offer?.article)).toEqual({
      text: `There is no content folder ${pages.folder}: create it and try again.`,
      isSaved: false,
    });
  });
});
