import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makeLazyFeeds } from '#app/lazy-feeds';
import { inEnglish } from '#core/messages/index';
import { lazyStore } from '#store/lazy-store';
import { folderOf } from '../support/process.ts';
import { scopeOf } from '../support/scheduling.ts';
import { rssOf, stillClock } from '../support/sites/feeds.ts';
import { fetcherOf, serve } from '../support/sites/site.ts';

/** Feeds in a folder with a list of one feed. */
async function feedsWithList(isLocal: boolean) {
  const site = await serve((_, response) => response.end(rssOf([{ title: 'Ferry sails again', link: '/ferry' }])));
  const folder = folderOf({ 'feeds.opml': `<opml><body><outline xmlUrl="${site.url}/feed"/></body></opml>` });
  const file = join(folder, 'onrecord.db');
  const store = lazyStore(file);
  const { feeds, stop } = makeLazyFeeds({
    ...{ store, file, clock: stillClock().clock, random: () => 0.5, owner: 'p1', hubs: undefined },
    openFetcher: async () => fetcherOf(),
    readText: () => Promise.reject(new Error('nothing is read')),
    brief: () => Promise.reject(new Error('nothing is read')),
    logger: { info: () => {}, error: () => {} },
    retention: { days: 90, bytes: 1_000_000_000 },
    isLocal: () => isLocal,
  });
  onTestFinished(async () => {
    await stop(0);
    await store.close();
  });
  return { importFrom: (path: string) => feeds.importFrom(scopeOf(), path), list: join(folder, 'feeds.opml') };
}

test('a list of feeds is imported by its path at the terminal', async () => {
  const { importFrom, list } = await feedsWithList(true);
  const { added } = await importFrom(list);
  expect(added.map(({ feed }) => feed.title)).toEqual(['The Harbour Post']);
});

test('a path that does not exist is refused with a sentence', async () => {
  const { importFrom, list } = await feedsWithList(true);
  const error = await importFrom(`${list}x`).catch((error) => error);
  expect(inEnglish.message(error.text)).toMatch(/^[^\n]+\.$/);
});

test('no file is read for users of a chat platform', async () => {
  const { importFrom, list } = await feedsWithList(false);
  await expect(importFrom(list)).rejects.toThrow(/address/);
});
