import { afterAll, describe, expect, test } from 'vitest';
import { parseFeedDocument } from '#sources/feeds/parse';
import { FEED_URL, HABITS } from './habits.ts';
import { MORE_HABITS } from './more-habits.ts';
import { RARE_HABITS } from './rare-habits.ts';

const read = (text: string) => {
  const document = parseFeedDocument(text, FEED_URL);
  if (document.kind !== 'feed') throw new Error(`it is taken for ${document.kind}`);
  return document.feed;
};

const equals = (a: unknown, b: unknown): boolean => {
  try {
    expect(a).toEqual(b);
    return true;
  } catch {
    return false;
  }
};

const ALL = [...HABITS, ...MORE_HABITS, ...RARE_HABITS];

describe('feeds as sites publish them', () => {
  const counted = { right: 0, all: 0 };

  test('there are at least sixty', () => expect(ALL.length).toBeGreaterThanOrEqual(60));

  test.each(ALL)('$name', ({ text, feed = {}, items }) => {
    const found = read(text);
    const check = (field: string, actual: unknown, expected: unknown): void => {
      counted.all += 1;
      expect.soft(actual, field).toEqual(expected);
      if (equals(actual, expected)) counted.right += 1;
    };
    for (const [field, value] of Object.entries(feed)) check(field, found[field as 'title'], value);
    expect(found.items).toHaveLength(items.length);
    items.forEach((fields, at) => {
      for (const [field, value] of Object.entries(fields)) check(field, found.items[at]?.[field as 'title'], value);
    });
  });

  afterAll(() => console.info(`feeds: ${counted.right} of ${counted.all} fields right in ${ALL.length} feeds`));
});

describe('documents that are no feed', () => {
  test.each([
    ['a page', '<!doctype html><html><head><title>Harbour</title></head><body>rss item</body></html>', 'page'],
    ['an old page', '<HTML><BODY>Welcome</BODY></HTML>', 'page'],
    ['a page in XHTML', '<?xml version="1.0"?><!-- a --><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML"><html/>', 'page'],
    ['JSON', '{"error": "not found"}', 'other'],
    ['broken JSON', '{"version": "https://jsonfeed.org/version/1.1", "items": [', 'other'],
    ['a map of a site', '<?xml version="1.0"?><urlset><url><loc>https://news.example/</loc></url></urlset>', 'other'],
    ['words', 'The service is closed for the night.', 'other'],
    ['nothing', '', 'other'],
  ])('are reported: %s', (_, text, kind) => expect(parseFeedDocument(text, FEED_URL)).toEqual({ kind }));
});

test('a feed of twenty thousand items is read quickly, as far as needed', () => {
  const items = Array.from({ length: 20_000 }, (_, at) => `<item><title>Item ${at}</title><link>/${at}</link></item>`);
  const text = `<rss version="2.0"><channel><title>T</title>${items.join('')}</channel></rss>`;
  expect(read(text).items).toHaveLength(500);
});

test('markup that is never closed is read in linear time', () => {
  for (const part of ['<content>', '<![CDATA[', '<link ', '<!--', '<content type="a/b" ', '<body><']) {
    const text = `<rss version="2.0"><channel><item><title>A</title>${part.repeat(100_000)}`;
    const start = performance.now();
    parseFeedDocument(text, FEED_URL);
    expect(performance.now() - start, part).toBeLessThan(3_000);
  }
});

test('accepts elements nested a hundred thousand deep', () => {
  const text = `<rss version="2.0"><channel><item><title>A</title>${'<a>'.repeat(100_000)}</item></channel></rss>`;
  expect(parseFeedDocument(text, FEED_URL)).toEqual({ kind: 'other' });
});
