import { describe, expect, test } from 'vitest';
import { feedWorld, HOUR, type Item, rssOf, storyOf } from '../../support/sites/feeds.ts';
import { serve } from '../../support/sites/site.ts';

const dated = (title: string, path: string, minute: number): Item => ({
  ...{ title, link: `/${path}`, guid: path },
  date: `Tue, 22 Oct 2024 12:${String(minute).padStart(2, '0')}:00 GMT`,
});
const FERRY = dated('Ferry sails again', 'ferry', 0);
const MAYOR = dated('Mayor opens the bridge', 'mayor', 10);
const STORM = dated('Storm closes the harbour', 'storm', 20);
const TRAIN = dated('Train stops at the quay', 'train', 30);

/** A channel that has not been shown any item of a feed, and the feed. */
async function worldWith(before: readonly Item[], items: readonly Item[]) {
  const state = { feed: rssOf(before), pageStatus: 200 };
  const titles = new Map(items.map(({ link, title }) => [link, title]));
  const site = await serve(({ url = '' }, response) => {
    if (url === '/feed') response.end(state.feed);
    else response.writeHead(state.pageStatus).end(storyOf(titles.get(url) ?? url));
  });
  const world = await feedWorld();
  await world.add(`${site.url}/feed`);
  const list = async (now: readonly Item[]): Promise<readonly string[]> => {
    state.feed = rssOf(now);
    await world.pass(HOUR);
    return world.news();
  };
  const known = async () => (await world.store.archive.articles(world.requestScope, { most: 10 })).heads;
  return { world, site, state, list, known };
}

describe('an item that a feed no longer lists, while it lists older and newer ones', () => {
  const all = [TRAIN, STORM, MAYOR, FERRY];

  test('is not posted as new, and is shown as withdrawn', async () => {
    const { list, known } = await worldWith([FERRY], all);
    await list([STORM, MAYOR, FERRY]);
    expect(await list([TRAIN, STORM, FERRY])).toEqual(['Train stops at the quay', 'Storm closes the harbour']);
    const withdrawn = (await known()).filter((head) => head.withdrawn !== undefined);
    expect(withdrawn.map(({ title }) => title)).toEqual(['Mayor opens the bridge']);
  });

  test('is posted if it returns', async () => {
    const { list } = await worldWith([FERRY], all);
    await list([STORM, MAYOR, FERRY]);
    await list([TRAIN, STORM, FERRY]);
    expect(await list(all)).toContain('Mayor opens the bridge');
  });

  test('is not shown as withdrawn if another feed lists it', async () => {
    const { world, site, list, known } = await worldWith([FERRY], all);
    await list([STORM, MAYOR, FERRY]);
    const other = await serve((_, response) => response.end(rssOf([{ ...MAYOR, link: `${site.url}${MAYOR.link}` }])));
    await world.add(other.url);
    await list([TRAIN, STORM, FERRY]);
    expect((await known()).filter(({ withdrawn }) => withdrawn !== undefined)).toEqual([]);
  });
});

describe('an item counts as listed', () => {
  test.each<[what: string, then: readonly Item[]]>([
    ['when it is older than what the feed lists', [TRAIN, STORM]],
    ['when the feed is not in order of publication', [FERRY, TRAIN, STORM]],
    ['when most items are missing: the feed was rebuilt', [TRAIN, FERRY]],
  ])('%s', async (_, then) => {
    const { list, known } = await worldWith([FERRY], [TRAIN, STORM, MAYOR, FERRY]);
    await list([STORM, MAYOR, FERRY]);
    expect(await list(then)).toContain('Mayor opens the bridge');
    expect((await known()).some(({ withdrawn }) => withdrawn !== undefined)).toBe(false);
  });
});

test('an item whose page was permanently removed is not posted', async () => {
  const { list, state } = await worldWith([FERRY], [MAYOR, FERRY]);
  state.pageStatus = 410;
  expect(await list([MAYOR, FERRY])).toEqual([]);
});
