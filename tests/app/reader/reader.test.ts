import { afterAll, describe, expect, test } from 'vitest';
import { type ArticleReader, makeArticleReader } from '#app/reader/index';
import { brief } from '#briefing';
import { entryWith } from '#core/catalog';
import { UserError } from '#core/errors';
import { readArticle } from '#library';
import { versionOf } from '#schedule/delivery/version-of';
import { MARKET } from '../../support/articles.ts';

const reader: ArticleReader = makeArticleReader({ info: () => {}, error: () => {} });
afterAll(() => reader.close());
/** All enumerable properties of an object, with the values of getters. */
function plain(object: object): Record<string, unknown> {
  const all: Record<string, unknown> = {};
  for (const name in object) all[name] = object[name as keyof typeof object];
  return all;
}

const bytes = new TextEncoder().encode(MARKET);

describe('an article read on another thread', () => {
  test('equals the one read on this thread, under the given id', async () => {
    const article = { ...(await readArticle('market.md', bytes)), id: 'market-2' };
    const entry = (await reader.files.read('market.md', bytes, 'market'))('market-2');
    expect(plain(entry.article)).toEqual(article);
    expect({ ...plain(entry.briefing), article }).toEqual(brief(article));
    expect(entry.briefing.article).toBe(entry.article);
    expect(entry.version).toBe(versionOf({ article, briefing: brief(article) }));
  });

  test('keeps object identity within a briefing', async () => {
    const { briefing } = await reader.readUpload({ name: 'market.md', content: MARKET });
    expect(briefing.quotes.length).toBeGreaterThan(0);
    for (const quote of briefing.quotes) expect(briefing.attributions).toContain(quote);
  });

  test('can be extended, and keeps all its fields', async () => {
    const { article, briefing, terms } = entryWith(await reader.readUpload({ name: 'market.md', content: MARKET }), {
      id: 'mine',
    });
    expect([article.id, article.text, briefing.article.id]).toEqual(['mine', MARKET, 'mine']);
    expect(briefing.speakers.length).toBeGreaterThan(0);
    expect(terms).toContain(' market ');
  });

  test.each([
    ['nothing to read', '   ', /no text to brief/],
    ['an address alone', 'https://news.example/a', /There are only links here/],
    ['too much', 'x '.repeat(200_000), /too long/],
  ])('is rejected with a sentence: %s', async (_, content, message) => {
    const error = await reader.readUpload({ name: 'message.txt', content }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UserError);
    expect((error as UserError).message).toMatch(message);
  });
});

test('a page with a short story is read within the usual limits', async () => {
  const attributes = Array.from({ length: 30_000 }, (_, index) => `a${index}`).join(' ');
  const page = `<!doctype html><html><body><article><p ${attributes}>The talks ended.</p></article></body></html>`;
  const entry = await reader.files.read('page.html', new TextEncoder().encode(page), 'page');
  expect(entry('page').article.text).toBe('The talks ended.');
});
