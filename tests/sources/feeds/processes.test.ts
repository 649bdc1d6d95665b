import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '#store/index';
import { feedWorld, HOUR, rssOf, stillClock, storyOf } from '../../support/sites/feeds.ts';
import { serve } from '../../support/sites/site.ts';

const FERRY = { title: 'Ferry sails again', link: '/ferry', guid: 'g1', date: 'Tue, 22 Oct 2024 11:00:00 GMT' };
const MAYOR = { title: 'Mayor opens the bridge', link: '/mayor', guid: 'g2', date: 'Tue, 22 Oct 2024 12:20:00 GMT' };

/** Two processes on one file, and the site they ask. */
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
  return { one: await open('p1'), two: await open('p2'), open, site, state, time, asked };
}

test('two processes on one store poll a feed once, and read each article once', async () => {
  const { one, two, site, state, time, asked } = await twoProcesses();
  await one.add(`${site.url}/feed`);
  for (let round = 1; round <= 3; round++) {
    state.items = [{ ...MAYOR, title: `News of hour ${round}`, link: `/${round}`, guid: `h${round}` }, ...state.items];
    time.pass(HOUR);
    await Promise.all([one.poller.idle(), two.poller.idle()]);
    expect(asked('/feed')).toBe(1 + round);
    expect(asked(`/${round}`)).toBe(1);
  }
  expect(await two.news()).toHaveLength(3);
});

test('the claims of a killed process are taken over by the next: nothing is lost or duplicated', async () => {
  const { one, site, state, time, open } = await twoProcesses();
  await one.add(`${site.url}/feed`);
  state.items = [MAYOR, FERRY];
  time.pass(HOUR);
  // It has the feed, and is killed before it has put anything on record.
  expect(await one.store.feeds.claim('killed', time.clock.now(), HOUR / 2, 9)).toHaveLength(1);
  const two = await open('p3');
  await two.pass(0);
  expect(await two.news()).toEqual([]);
  time.pass(HOUR);
  // It has the feed on record, and is killed while it reads the article.
  const [feed] = await two.store.feeds.claim('killed', time.clock.now(), HOUR / 2, 9);
  expect(feed?.title).toBe('The Harbour Post');
  time.pass(HOUR);
  await two.pass(0);
  expect(await two.news()).toEqual(['Mayor opens the bridge']);
  await two.pass(HOUR);
  expect(await two.news()).toEqual(['Mayor opens the bridge']);
});

test('a result after the claim has expired is not recorded', async () => {
  const { one, two, site, time } = await twoProcesses();
  await one.add(`${site.url}/feed`);
  time.pass(HOUR);
  const [feed] = await one.store.feeds.claim('slow', time.clock.now(), HOUR / 2, 9);
  time.pass(HOUR);
  await two.poller.idle();
  const answer = { kind: 'failed', message: 'too late', next: 0, ended: true } as const;
  expect(await one.store.feeds.settle(feed?.id ?? '', 'slow', answer, time.clock.now())).toBeUndefined();
  expect((await one.feeds.list(one.requestScope))[0]?.feed).not.toHaveProperty('error');
});

test('a process that stops releases its claims', async () => {
  const { one, two, site, state, time } = await twoProcesses();
  await one.add(`${site.url}/feed`);
  state.items = [MAYOR, FERRY];
  time.pass(HOUR);
  await one.store.feeds.claim('p1', time.clock.now(), 9 * HOUR, 9);
  await one.poller.stop(0);
  await two.poller.idle();
  expect(await two.news()).toEqual(['Mayor opens the bridge']);
});
