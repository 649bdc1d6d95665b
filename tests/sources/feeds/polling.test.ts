import { describe, expect, test } from 'vitest';
import { inEnglish } from '#core/messages/index';
import { scopeOf } from '../../support/scheduling.ts';
import { DAY, feedWorld, HOUR, type Item, rssOf, storyOf } from '../../support/sites/feeds.ts';
import { serve } from '../../support/sites/site.ts';

const FERRY: Item = { title: 'Ferry sails again', link: '/ferry', guid: 'g1', date: 'Tue, 22 Oct 2024 11:00:00 GMT' };
const MAYOR: Item = {
  title: 'Mayor opens the bridge',
  link: '/mayor',
  guid: 'g2',
  date: 'Tue, 22 Oct 2024 12:20:00 GMT',
};
const OLD: Item = {
  title: 'Storm closes the harbour',
  link: '/storm',
  guid: 'g0',
  date: 'Mon, 21 Oct 2024 09:00:00 GMT',
};

/** A site with a feed that a test changes, and a page for each of its items. */
async function siteOf(items: readonly Item[]) {
  const state = {
    feed: rssOf(items),
    status: 200,
    headers: {} as Record<string, string>,
    page: storyOf,
    pageStatus: 200,
  };
  const site = await serve(({ url = '' }, response) => {
    if (url.startsWith('/feed')) response.writeHead(state.status, state.headers).end(state.feed);
    else response.writeHead(state.pageStatus).end(state.page(titles.get(url) ?? url));
  });
  const titles = new Map<string, string>();
  const show = (now: readonly Item[]): void => {
    state.feed = rssOf(now);
    for (const { link, title } of now) if (link) titles.set(new URL(link, site.url).pathname, title);
  };
  show(items);
  const asked = (path: string): number => site.requests.filter(({ url = '' }) => url.startsWith(path)).length;
  return { site, state, show, asked, feed: `${site.url}/feed` };
}

describe('a new feed', () => {
  test('shows its newest items at once, and posts none of them as new', async () => {
    const { feed } = await siteOf([FERRY, OLD]);
    const world = await feedWorld();
    expect(await world.add(feed)).toMatchObject({
      kind: 'added',
      status: { feed: { title: 'The Harbour Post' } },
      newest: [{ title: 'Ferry sails again' }, { title: 'Storm closes the harbour' }],
    });
    expect(await world.news()).toEqual([]);
    await world.pass(DAY);
    expect(await world.news()).toEqual([]);
  });

  test('has later items posted, with their articles', async () => {
    const { feed, show } = await siteOf([FERRY]);
    const world = await feedWorld();
    await world.add(feed);
    show([MAYOR, FERRY]);
    await world.pass(HOUR);
    expect(await world.news()).toEqual(['Mayor opens the bridge']);
    const [head] = await world.store.archive.unseen(world.requestScope, undefined, 0);
    const article = await world.store.archive.load(head?.id ?? '');
    expect(article?.article.text).toContain('“We waited for seven days');
    expect(head).toMatchObject({ quotes: 1, summaryOnly: false, publisher: 'The Harbour Post' });
  });

  test('is polled once for all channels that have it', async () => {
    const { feed, asked } = await siteOf([FERRY]);
    const world = await feedWorld();
    await world.add(feed);
    await world.add(feed, {}, scopeOf({ channel: 'sport' }));
    await world.add(feed.replace('http:', 'http:'), {}, scopeOf({ workspace: 'barn' }));
    expect(asked('/feed')).toBe(1);
    await world.pass(HOUR);
    expect(asked('/feed')).toBe(2);
  });

  test('added twice in a channel is stored once', async () => {
    const { feed } = await siteOf([FERRY]);
    const world = await feedWorld();
    await world.add(feed);
    expect(await world.add(`${feed}#again`)).toMatchObject({ kind: 'known' });
    expect(await world.feeds.list(world.requestScope)).toHaveLength(1);
  });

  test('is no longer polled once no channel has it', async () => {
    const { feed, asked } = await siteOf([FERRY]);
    const world = await feedWorld();
    await world.add(feed);
    await world.feeds.remove(world.requestScope, 'harbour');
    await world.pass(DAY);
    expect(asked('/feed')).toBe(1);
  });
});

describe('nothing is posted twice', () => {
  test.each<[what: string, changes: Partial<Item>]>([
    ['its date', { date: 'Tue, 22 Oct 2024 12:10:00 GMT' }],
    ['its title', { title: 'Ferry sails again at last' }],
    ['its GUID', { guid: 'new' }],
    ['its link, to count readers', { link: '/ferry?utm_source=rss' }],
    ['its GUID and the case of nothing else', { guid: 'G1', link: '/ferry/' }],
  ])('when an item changes %s', async (_, changes) => {
    const { feed, show, site } = await siteOf([{ ...FERRY, link: '/ferry' }]);
    const world = await feedWorld();
    await world.add(feed);
    show([{ ...FERRY, ...changes, link: `${site.url}${changes.link ?? '/ferry'}` }]);
    await world.pass(HOUR);
    expect(await world.news()).toEqual([]);
  });

  test('when a whole feed gets other GUIDs and other hosts', async () => {
    const { feed, show } = await siteOf([FERRY, OLD]);
    const world = await feedWorld();
    await world.add(feed);
    show([FERRY, OLD].map((item) => ({ ...item, guid: `x${item.guid}`, link: `https://post.example${item.link}` })));
    await world.pass(HOUR);
    expect(await world.news()).toEqual([]);
  });

  test('when sister feeds bring the same story', async () => {
    const { feed, show } = await siteOf([OLD]);
    const world = await feedWorld();
    await world.add(feed);
    await world.add(`${feed}/world`);
    show([MAYOR, OLD]);
    await world.pass(HOUR);
    expect(await world.news()).toEqual(['Mayor opens the bridge']);
  });

  test('when old items turn up late', async () => {
    const { feed, show } = await siteOf([FERRY]);
    const world = await feedWorld();
    await world.add(feed);
    const late = Array.from({ length: 20 }, (_, at) => ({
      title: `From the vault ${at}`,
      link: `/vault/${at}`,
      date: 'Mon, 01 Jan 2024 00:00:00 GMT',
    }));
    show([...late, FERRY]);
    await world.pass(HOUR);
    expect(await world.news()).toEqual([]);
  });
});

describe('no item is missed', () => {
  test('when items share a GUID, or have none', async () => {
    const { feed, show } = await siteOf([{ title: 'One thing that happened', link: '/1', guid: 'news' }]);
    const world = await feedWorld();
    await world.add(feed);
    show([
      { title: 'Two things that happened', link: '/2', guid: 'news' },
      { title: 'Three things that happened', link: '/3', guid: 'news' },
      { title: 'Four things that happened', link: '/4' },
    ]);
    await world.pass(HOUR);
    expect((await world.news()).toSorted()).toEqual([
      'Four things that happened',
      'Three things that happened',
      'Two things that happened',
    ]);
  });

  test('when one item is broken', async () => {
    const { feed, show, state } = await siteOf([FERRY]);
    const world = await feedWorld();
    await world.add(feed);
    show([MAYOR, FERRY]);
    state.feed = state.feed.replace('<item>', '<item><title>Bad &nosuch; <b></title></item><item>');
    await world.pass(HOUR);
    expect(await world.news()).toContain('Mayor opens the bridge');
  });

  test('when a page is temporarily unavailable', async () => {
    const { feed, show, state } = await siteOf([FERRY]);
    const world = await feedWorld();
    await world.add(feed);
    show([MAYOR, FERRY]);
    state.pageStatus = 503;
    await world.pass(HOUR);
    expect(await world.news()).toEqual([]);
    state.pageStatus = 200;
    await world.pass(HOUR / 2);
    expect(await world.news()).toEqual(['Mayor opens the bridge']);
  });

  test('an item whose page cannot be fetched is a summary, marked as such', async () => {
    const { feed, show, state } = await siteOf([FERRY]);
    const world = await feedWorld();
    await world.add(feed);
    show([{ ...MAYOR, content: '<p>The mayor opened the bridge on Monday, after years of delay.</p>' }, FERRY]);
    state.pageStatus = 403;
    await world.pass(HOUR);
    const [head] = await world.store.archive.unseen(world.requestScope, undefined, 0);
    expect(head).toMatchObject({ title: 'Mayor opens the bridge', summaryOnly: true });
    expect((await world.store.archive.load(head?.id ?? ''))?.article.text).toContain('after years of delay');
  });

  test('a full story in the feed is used, without fetching its page', async () => {
    const { feed, show, asked } = await siteOf([FERRY]);
    const world = await feedWorld();
    await world.add(feed);
    const content = `<p>The mayor opened the bridge.</p>${'<p>There was a band, and a long speech about the river and its people.</p>'.repeat(25)}`;
    show([{ ...MAYOR, content }, FERRY]);
    await world.pass(HOUR);
    expect(await world.news()).toEqual(['Mayor opens the bridge']);
    expect(asked('/mayor')).toBe(0);
  });

  test('an item from the future is dated now', async () => {
    const { feed, show } = await siteOf([FERRY]);
    const world = await feedWorld();
    await world.add(feed);
    show([{ ...MAYOR, date: 'Fri, 01 Jan 2044 00:00:00 GMT' }, FERRY]);
    await world.pass(HOUR);
    const [head] = await world.store.archive.unseen(world.requestScope, undefined, 0);
    expect(head?.published).toBe(world.clock.now());
  });
});

test('an item without a date counts from when it was first seen', async () => {
  const { feed, show } = await siteOf([FERRY]);
  const world = await feedWorld();
  await world.add(feed);
  const { date: _, ...undated } = MAYOR;
  show([undated, FERRY]);
  await world.pass(HOUR);
  const seen = world.clock.now();
  await world.pass(HOUR);
  const [head, ...others] = await world.store.archive.unseen(world.requestScope, undefined, 0);
  expect(head?.published).toBe(seen);
  expect(others).toEqual([]);
});

test('an item that is edited is read again', async () => {
  const { feed, show, state } = await siteOf([FERRY]);
  const world = await feedWorld();
  await world.add(feed);
  show([MAYOR, FERRY]);
  await world.pass(HOUR);
  const [before] = await world.store.archive.unseen(world.requestScope, undefined, 0);
  state.page = (title) => storyOf(title, 'The council has since apologised in a letter.');
  show([{ ...MAYOR, title: 'Mayor opens the bridge, council apologises' }, FERRY]);
  await world.pass(HOUR);
  const [after, ...others] = await world.store.archive.unseen(world.requestScope, undefined, 0);
  expect(others).toEqual([]);
  expect(after).toMatchObject({ id: before?.id, title: 'Mayor opens the bridge, council apologises' });
  expect(after?.version).not.toBe(before?.version);
});

describe('polling respects the server', () => {
  test('with conditional requests', async () => {
    const { feed, site, state } = await siteOf([FERRY]);
    state.headers = { etag: '"v1"', 'last-modified': 'Tue, 22 Oct 2024 11:00:00 GMT' };
    const world = await feedWorld();
    await world.add(feed);
    state.status = 304;
    await world.pass(HOUR);
    expect(site.requests.at(-1)?.headers).toMatchObject({
      'if-none-match': '"v1"',
      'if-modified-since': 'Tue, 22 Oct 2024 11:00:00 GMT',
    });
    expect((await world.feeds.list(world.requestScope))[0]?.feed).toMatchObject({ failures: 0 });
  });

  test.each<[what: string, head: string, headers: Record<string, string>, quiet: number]>([
    ['its ttl', '<ttl>180</ttl>', {}, 2 * HOUR],
    ['Cache-Control', '', { 'cache-control': 'max-age=7200' }, 1.5 * HOUR],
    ['its hours of rest', '<skipHours><hour>12</hour><hour>13</hour><hour>14</hour></skipHours>', {}, 2.5 * HOUR],
  ])('not before %s allows', async (_, head, headers, quiet) => {
    const { feed, state, asked } = await siteOf([]);
    state.feed = rssOf([FERRY], head);
    state.headers = headers;
    const world = await feedWorld();
    await world.add(feed);
    await world.pass(quiet);
    expect(asked('/feed')).toBe(1);
    await world.pass(DAY);
    expect(asked('/feed')).toBe(2);
  });

  test('not before Retry-After, with growing delays after failures', async () => {
    const { feed, state, asked } = await siteOf([FERRY]);
    const world = await feedWorld();
    await world.add(feed);
    [state.status, state.headers] = [429, { 'retry-after': '7200' }];
    await world.pass(HOUR);
    await world.pass(1.9 * HOUR);
    expect(asked('/feed')).toBe(2);
    state.headers = {};
    for (let hours = 0; hours < 24; hours++) await world.pass(HOUR);
    expect(asked('/feed')).toBeLessThan(12);
    const [status] = await world.feeds.list(world.requestScope);
    expect(inEnglish.message(status?.feed.error?.message ?? '')).toMatch(/\(429\): try again later/);
    state.status = 200;
    await world.pass(DAY);
    expect((await world.feeds.list(world.requestScope))[0]?.feed).not.toHaveProperty('error');
  });

  test('never again after 410 Gone', async () => {
    const { feed, state, asked } = await siteOf([FERRY]);
    const world = await feedWorld();
    await world.add(feed);
    state.status = 410;
    await world.pass(HOUR);
    const { ended } = (await world.feeds.list(world.requestScope))[0]?.feed ?? {};
    expect(ended).toBe(world.clock.now());
    await world.pass(7 * DAY);
    expect(asked('/feed')).toBe(2);
  });

  test('at a new URL, if it is still announced a day later', async () => {
    const { feed, state, site } = await siteOf([FERRY]);
    const world = await feedWorld();
    await world.add(feed);
    const moved = await serve((_, response) => response.end(rssOf([FERRY])));
    [state.status, state.headers] = [301, { location: `${moved.url}/new` }];
    await world.pass(HOUR);
    expect((await world.feeds.list(world.requestScope))[0]?.feed).toMatchObject({
      url: feed,
      moved: { url: `${moved.url}/new` },
    });
    await world.pass(DAY / 2);
    expect((await world.feeds.list(world.requestScope))[0]?.feed.url).toBe(feed);
    await world.pass(DAY / 2);
    expect((await world.feeds.list(world.requestScope))[0]?.feed.url).toBe(`${moved.url}/new`);
    const before = site.requests.length;
    await world.pass(DAY);
    expect(site.requests).toHaveLength(before);
  });
});
