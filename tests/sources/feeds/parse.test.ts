import { describe, expect, test } from 'vitest';
import { parseFeedDocument } from '#sources/feeds/parse';
import { FEED_URL, HABITS } from './habits.ts';

const read = (text: string) => {
  const document = parseFeedDocument(text, FEED_URL);
  if (document.kind !== 'feed') throw new Error(`it is taken for ${document.kind}`);
  return document.feed;
};

describe('feeds as sites publish them', () => {
  test('there are at least sixty', () => expect(HABITS.length).toBeGreaterThanOrEqual(60));

  test.each(HABITS)('$name', ({ text, feed = {}, items }) => {
    const found = read(text);
    for (const [field, value] of Object.entries(feed)) expect(found).toHaveProperty(field, value);
    expect(found.items).toHaveLength(items.length);
    items.forEach((fields, at) => {
      for (const [field, value] of Object.entries(fields)) {
        expect(found.items[at]?.[field as 'title'], field).toEqual(value);
      }
    });
  });
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

test('accepts elements nested a hundred thousand deep', () => {
  const text = `<rss version="2.0"><channel><item><title>A</title>${'<a>'.repeat(100_000)}</item></channel></rss>`;
  expect(parseFeedDocument(text, FEED_URL)).toEqual({ kind: 'other' });
});
