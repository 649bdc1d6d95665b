import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '#store/index';
import { feedWorld, HOUR, rssOf, stillClock, storyOf } from '../../support/sites/feeds.ts';
import { serve } from '../../support/sites/site.ts';

const FERRY = { title: 'Ferry sails again', link: '/ferry', guid: 'g1', date: 'Tue, 22 Oct 2024 11:00:00 GMT' };
const MAYOR = { title: 'Mayor opens the bridge', link: '/mayor', guid: 'g2', date: 'Tue, 22 Oct 2024 12:20:00 GMT' };

/** Two processes on one file, and the site they poll. */
async function twoProcesses() {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-feeds-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const state = { items: [FERRY] };
  const site = await serve(({ url = '' }, response) => {
    if (url === '/feed') response.end(rssOf(state.items));
    else response.end(storyOf(url));
  });
  const time = stillClock();
  const open = async (owner: string) => {
    const store = await openStore(join(folder, 'onrecord.db'));
    onTestFinished(() => store.close().catch(() => {}));
    return feedWorld({ store, owner, time });
  };
  const asked = (path: string): number => site.requests.filter(({ url }) => url === path).length;
  return { first: await open('p1'), second: await open('p2'), open, site, state, time, asked };
}

test('two processes on one store poll a feed once, and read each article once', async () => {
  const { first, second, site, state, time, asked } = await twoProcesses();
  await first.add(`${site.url}/feed`);
  for (let round = 1; round <= 3; round++) {
    state.items = [{ ...MAYOR, title: `News of hour ${round}`, link: `/${round}`, guid: `h${round}` }, ...state.items];
    time.pass(HOUR);
    await Promise.all([first.poller.idle(), second.poller.idle()]);
    expect(asked('/feed')).toBe(1 + round);
    expect(asked(`/${round}`)).toBe(1);
  }
  expect(await second.news()).toHaveLength(3);
});

test('the claims of a killed process are taken over by the next: nothing is lost or duplicated', async () => {
  const { first, site, state, time, open } = await twoProcesses();
  await first.add(`${site.url}/feed`);
  state.items = [MAYOR, FERRY];
  time.pass(HOUR);
  // It has fetched the feed, and is killed before it records anything.
  expect(await first.store.feeds.claim('killed', time.clock.now(), HOUR / 2, 9)).toHaveLength(1);
  const second = await open('p3');
  await second.pass(0);
  expect(await second.news()).toEqual([]);
  time.pass(HOUR);
  // It has recorded the feed, and is killed while it reads the article.
  const [feed] = await second.store.feeds.claim('killed', time.clock.now(), HOUR / 2, 9);
  expect(feed?.title).toBe('The Harbour Post');
  time.pass(HOUR);
  await second.pass(0);
  expect(await second.news()).toEqual(['Mayor opens the bridge']);
  await second.pass(HOUR);
  expect(await second.news()).toEqual(['Mayor opens the bridge']);
});

test('a result after the claim has expired is not recorded', async () => {
  const { first, second, site, time } = await twoProcesses();
  await first.add(`${site.url}/feed`);
  time.pass(HOUR);
  const [feed] = await first.store.feeds.claim('slow', time.clock.now(), HOUR / 2, 9);
  time.pass(HOUR);
  await second.poller.idle();
  const answer = { kind: 'failed', message: 'too late', next: 0, ended: true } as const;
  expect(await first.store.feeds.settle(feed?.id ?? '', 'slow', answer, time.clock.now())).toBeUndefined();
  expect((await first.feeds.list(first.requestScope))[0]?.feed).not.toHaveProperty('error');
});

test('a result is not recorded while another process holds the claim', async () => {
  const { first, site, time } = await twoProcesses();
  await first.add(`${site.url}/feed`);
  const { feeds } = first.store;
  const id = (await first.feeds.list(first.requestScope))[0]?.feed.id ?? '';
  const now = time.clock.now();
  expect(await feeds.claimOne(id, 'slow', now, 1_000)).toMatchObject({ id });
  expect(await feeds.claimOne(id, 'quick', now + 999, HOUR)).toBeUndefined();
  expect(await feeds.claimOne(id, 'quick', now + 1_000, HOUR)).toMatchObject({ id });
  const answer = { kind: 'failed', message: 'too late', next: now, ended: false } as const;
  expect(await feeds.settle(id, 'slow', answer, now + 2_000)).toBeUndefined();
  expect(await feeds.settle(id, 'quick', answer, now + 2_000)).toBe(0);
});

test('a process that stops releases its claims', async () => {
  const { first, second, site, state, time } = await twoProcesses();
  await first.add(`${site.url}/feed`);
  state.items = [MAYOR, FERRY];
  time.pass(HOUR);
  await first.store.feeds.claim('p1', time.clock.now(), 9 * HOUR, 9);
  await first.poller.stop(0);
  await second.poller.idle();
  expect(await second.news()).toEqual(['Mayor opens the bridge']);
});
