import { Kysely } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ArchiveStore, MOST_COUNTED } from '#core/storage/archive';
import type { ArchivedArticle } from '#core/storage/feed-store';
import { archiveIn } from '#store/archive/index';
import { MIGRATIONS } from '#store/migrations';
import type { Schema } from '#store/schema';
import { sqliteDialect } from '#store/sqlite';
import { fillArchive } from '../support/archive.ts';

const TENANT = { platform: 'pigeon', workspace: 'loft' };
const ARTICLES = 120;
const database = new Kysely<Schema>({ dialect: sqliteDialect(':memory:') });
let archive: ArchiveStore;

const made = (at: number): ArchivedArticle => ({
  ...{ key: `k${at}`, version: `v${at}`, published: at, summaryOnly: false },
  quotes: [{ speaker: 'Ann Lee', office: '', words: [`We sailed ${at} times`], paragraph: 1 }],
  article: {
    ...{ id: 'x', text: `The ferry sailed again, as on day ${at}.`, format: 'text', authors: [], language: 'en' },
    ...{ title: at === 7 ? 'Ferry sails' : `Day ${at}`, parts: [], edits: [] },
  },
});

beforeAll(async () => {
  for (const { up } of Object.values(MIGRATIONS)) await up(database);
  await fillArchive(database, TENANT, ARTICLES, made);
  archive = archiveIn(database);
});
afterAll(() => database.destroy());

const titles = ({ heads }: Awaited<ReturnType<ArchiveStore['articles']>>): string[] => heads.map(({ title }) => title);

test('ranks articles with the words in their title first, then the newest', async () => {
  const query = { words: 'ferry', most: 3 } as const;
  expect(titles(await archive.articles(TENANT, { ...query, order: 'best' }))).toEqual([
    'Ferry sails',
    'Day 119',
    'Day 118',
  ]);
  expect(titles(await archive.articles(TENANT, query))).toEqual(['Day 119', 'Day 118', 'Day 117']);
});

test('counts results up to a limit, or to one more than requested', async () => {
  expect((await archive.articles(TENANT, { words: 'ferry', most: 10 })).total).toBe(MOST_COUNTED);
  expect((await archive.quotes(TENANT, { words: 'sailed', most: 10 })).total).toBe(MOST_COUNTED);
  expect((await archive.articles(TENANT, { words: 'ferry', most: 110 })).total).toBe(111);
  expect((await archive.quotes(TENANT, { words: '"7"', most: 10 })).total).toBe(1);
});

test('other tenants do not find them', async () => {
  const other = { platform: 'pigeon', workspace: 'barn' };
  expect(await archive.articles(other, { words: 'ferry', most: 10, order: 'best' })).toEqual({ total: 0, heads: [] });
  expect((await archive.quotes(other, { words: 'sailed', most: 10 })).total).toBe(0);
});
