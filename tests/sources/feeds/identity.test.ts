import { describe, expect, test } from 'vitest';
import type { FeedItem } from '#sources/feeds/feed';
import { itemDigest, keyItems } from '#sources/feeds/identity';

const NOON = Date.UTC(2024, 9, 22, 12, 0);
const FERRY: FeedItem = {
  id: 'http://news.example/?p=12',
  url: 'http://www.news.example/2024/10/ferry-sails/?utm_source=rss',
  title: 'Ferry sails to Sorrel again',
  published: NOON,
  authors: [],
};

/** Whether a later item is recognized as an earlier one. */
const isSame = (before: FeedItem, after: FeedItem): boolean => {
  const known = new Set(keyItems([before]).flatMap(({ keys }) => keys));
  return keyItems([after]).some(({ keys }) => keys.some((key) => known.has(key)));
};

describe('an item is recognised', () => {
  test.each<[what: string, changes: Partial<FeedItem>]>([
    ['as it was', {}],
    ['with another date', { published: NOON + 3_600_000 }],
    ['with an edited title', { title: 'Ferry sails to Sorrel at last' }],
    [
      'with https in place of http',
      { id: 'https://news.example/?p=12', url: 'https://news.example/2024/10/ferry-sails' },
    ],
    ['with a GUID made anew', { id: 'b7c1' }],
    ['with a GUID made anew and another way to count readers', { id: 'b7c1', url: `${FERRY.url}&utm_medium=x#top` }],
    ['on another host', { id: 'x', url: 'https://post.example/2024/10/ferry-sails/' }],
    ['at another address, at the same time', { id: 'x', url: 'https://news.example/ferry' }],
    ['with its GUID alone', { url: 'https://news.example/elsewhere', title: 'Another title altogether' }],
  ])('%s', (_, changes) => expect(isSame(FERRY, { ...FERRY, ...changes })).toBe(true));
});

describe('different items are distinguished', () => {
  const OTHER: FeedItem = {
    id: 'y',
    url: 'https://news.example/2024/10/mayor-speaks',
    title: 'Mayor speaks to council',
    authors: [],
  };
  test.each<[what: string, before: FeedItem, after: FeedItem]>([
    ['at all', FERRY, OTHER],
    ['of the same title on another day', { ...FERRY, title: 'Live updates' }, { ...OTHER, title: 'Live updates' }],
    [
      'with a number in its query',
      { ...FERRY, id: '1', url: 'https://a.example/n?id=1' },
      { ...OTHER, id: '2', url: 'https://a.example/n?id=2' },
    ],
  ])('%s', (_, before, after) => expect(isSame(before, after)).toBe(false));

  test('even if all share one GUID', () => {
    const shared = keyItems([
      { ...FERRY, id: 'news' },
      { ...OTHER, id: 'news' },
    ]);
    expect(shared).toHaveLength(2);
    expect(shared[0]?.keys.some((key) => shared[1]?.keys.includes(key))).toBe(false);
  });

  test('even if all link to the front page', () => {
    const home = 'https://news.example/';
    expect(
      keyItems([
        { ...FERRY, id: '1', url: home },
        { ...OTHER, id: '2', url: home },
      ]),
    ).toHaveLength(2);
  });
});

test('an item that occurs twice in a document counts once', () => {
  expect(keyItems([FERRY, { ...FERRY }, { ...FERRY, id: 'again' }])).toHaveLength(1);
});

test('an item without GUID and URL is recognised by its text', () => {
  const bare: FeedItem = { title: 'Ferry sails', content: 'The ferry sailed.', authors: [] };
  expect(isSame(bare, { ...bare })).toBe(true);
  expect(keyItems([{ title: '', authors: [] }])).toEqual([]);
});

test('a change of its text is detected, but not of white space', () => {
  const digest = itemDigest({ ...FERRY, content: 'The ferry sailed.' });
  expect(itemDigest({ ...FERRY, content: 'The  ferry\nsailed.' })).toBe(digest);
  expect(itemDigest({ ...FERRY, content: 'The ferry sank.' })).not.toBe(digest);
});
