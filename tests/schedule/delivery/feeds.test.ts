import { describe, expect, test } from 'vitest';
import type { Schedule } from '#core/schedule';
import { makeArchivedArticles } from '#schedule/delivery/archived-articles';
import { makeArticleVersions } from '#schedule/delivery/article-versions';
import { articlesSeen, compose, postMessages } from '#schedule/delivery/compose';
import { catalogOf, makeEntry } from '../../support/briefing.ts';
import { textOf } from '../../support/dispatcher.ts';
import { scheduleOf, scopeOf } from '../../support/scheduling.ts';
import { DAY, feedWorld, HOUR, type Item, rssOf, storyOf } from '../../support/sites/feeds.ts';
import { serve } from '../../support/sites/site.ts';

const item = (link: string, title: string, time: string): Item => ({
  ...{ title, link, guid: link },
  date: `Tue, 22 Oct 2024 ${time}:00 GMT`,
});
const FERRY = item('/ferry', 'Ferry sails again', '11:00');
const RIVER = makeEntry({
  id: 'river',
  title: 'River rises',
  paragraphs: ['The river rose.'],
  published: { at: '2024-10-20' },
});

const FIRST_PARAGRAPH =
  'Mayor opens the bridge, the harbour office said in a statement on Monday, after a week in which no ship had left.';

interface OwnFacts {
  readonly url?: string;
  readonly publisher?: string;
}

/** A channel with a feed, and its posts, each recorded as sent. */
async function channelWithFeed(folder = [RIVER]) {
  const state = { items: [FERRY], others: [FERRY], story: storyOf, status: 200 };
  const site = await serve(({ url = '' }, response) => {
    if (url === '/feed') return response.writeHead(state.status).end(rssOf(state.items));
    if (url === '/crier') return response.end(rssOf(state.others).replace('Harbour Post', 'Town Crier'));
    const all = [...state.items, ...state.others];
    return response.end(state.story(all.find(({ link }) => link === url)?.title ?? url));
  });
  const world = await feedWorld();
  await world.add(`${site.url}/feed`);
  let posts = 0;
  const post = async (schedule: Partial<Schedule> = {}, sends = true): Promise<readonly string[]> => {
    // As after a restart: nothing is in memory.
    const archived = makeArchivedArticles(world.store.archive, world.brief);
    const articleVersions = makeArticleVersions(catalogOf(folder), world.store.versions, archived);
    const due = scheduleOf({ created: 0, ...schedule });
    const day = new Date(world.clock.now()).toISOString().slice(0, 10);
    const content = await compose({ store: world.store, articleVersions }, due, { day, late: false });
    const messages = await postMessages(content, articleVersions);
    if (sends) {
      await articleVersions.keep(articlesSeen(content));
      const { id, platform, workspace, channel } = due;
      const record = {
        schedule: id,
        platform,
        workspace,
        channel,
        day: `${day} ${++posts}`,
        due: world.clock.now(),
        since: 0,
        attempts: 0,
      };
      await world.store.slots.insert([{ ...record, state: 'due', late: false, manual: false }]);
      const [claim] = await world.store.slots.claim('test', world.clock.now(), 1, 1);
      if (!claim) throw new Error('there is one');
      await world.store.slots.recordOutcome(
        claim,
        { state: 'sent', message: 'm', seen: articlesSeen(content) },
        world.clock.now(),
      );
    }
    return messages.map(({ reply }) => textOf(reply));
  };
  const publish = async (...items: readonly Item[]): Promise<void> => {
    state.items = [...items, ...state.items];
    await world.pass(HOUR);
  };
  return { world, post, publish, state, site };
}

describe('the post of a channel with feeds', () => {
  test('shows their new items, with quotations linked to the page, and nothing twice', async () => {
    const { post, publish, site } = await channelWithFeed();
    await publish(item('/mayor', 'Mayor opens the bridge', '12:10'), item('/rain', 'Rain falls at last', '12:05'));
    const [parent = '', ...thread] = await post();
    expect(parent).toContain('2 new');
    expect(parent).not.toContain('first post');
    expect(parent.indexOf('Mayor opens')).toBeLessThan(parent.indexOf('Rain falls'));
    expect(thread[0]).toContain('“We waited for seven days, and nobody was hurt');
    expect(thread[0]).toContain('Ann Lee');
    expect((await post())[0]).toContain('Nothing new');
    await publish(item('/council', 'Council meets at last', '13:05'));
    const [second = ''] = await post();
    expect(second).toContain('1 new');
    expect(second).toContain('Council meets at last');
    expect(site.requests.length).toBeGreaterThan(0);
  });

  test('reports once that a site has removed a feed', async () => {
    const { post, publish, state, world } = await channelWithFeed();
    await publish(item('/mayor', 'Mayor opens the bridge', '12:10'));
    expect((await post())[0]).not.toContain('No longer available');
    state.status = 410;
    await world.pass(HOUR);
    expect((await post())[0]).toContain('No longer available: The Harbour Post.');
    await world.pass(DAY);
    expect((await post())[0]).not.toContain('No longer available');
  });

  test('starts with the newest article of the folder if they have no items yet', async () => {
    const { post } = await channelWithFeed();
    const [parent = ''] = await post();
    expect(parent).toContain('This is the first post');
    expect(parent).toContain('River rises');
    expect(parent).not.toContain('Ferry');
  });

  test('contains only items about its words', async () => {
    const { post, publish } = await channelWithFeed();
    await publish(item('/mayor', 'Mayor opens the bridge', '12:10'), item('/rain', 'Rain falls at last', '12:05'));
    const [parent = ''] = await post({ about: 'bridges' });
    expect(parent).toContain('Mayor opens the bridge');
    expect(parent).not.toContain('Rain falls');
  });

  test('marks edited items, with what is new in them', async () => {
    const { post, publish, state, world } = await channelWithFeed();
    await publish(item('/mayor', 'Mayor opens the bridge', '12:10'));
    await post();
    state.story = (title) => storyOf(title, 'The council apologised in a letter on Tuesday.');
    state.items = state.items.map((one) =>
      one.link === '/mayor' ? { ...one, title: 'Mayor opens the new bridge' } : one,
    );
    await world.pass(HOUR);
    const [parent = '', detail] = await post();
    expect(parent).toContain('1 updated');
    expect(parent).toContain('UPDATED Mayor opens the new bridge');
    expect(detail).toContain('The council apologised in a letter on Tuesday.');
  });

  test('counts items that it does not show, and does not show them later', async () => {
    const { post, publish } = await channelWithFeed();
    await publish(...Array.from({ length: 14 }, (_, at) => item(`/${at}`, `Thing number ${at} happened`, '12:15')));
    const [parent = ''] = await post();
    expect(parent).toContain('14 new');
    expect(parent).toMatch(/\+\d+ more/);
    expect((await post())[0]).toContain('Nothing new');
  });

  test('shows a story of several outlets once, led by the fullest, with what only the others have', async () => {
    const { post, publish, state, world, site } = await channelWithFeed();
    await world.add(`${site.url}/crier`);
    const stories: Readonly<Record<string, string>> = {
      'Market hall of Bellmere burns down': storyOf(
        'Market hall of Bellmere burns down',
        'The fire chief Nora Vale is to report on Friday.',
      ),
      'Fire destroys market hall in Bellmere': storyOf('Fire destroys market hall in Bellmere')
        .replace(
          /“We waited.*?morning\./,
          '“My whole life was in there,” cheesemaker Otto Brandt said of the market hall.',
        )
        .replace(/The company denies.*?island\./, 'It burnt down.'),
      'Rain falls at last': storyOf('Rain falls at last').replaceAll(/harbour|ship/g, 'farm'),
    };
    state.story = (title) => stories[title] ?? '';
    state.others = [item('/market', 'Fire destroys market hall in Bellmere', '12:10'), FERRY];
    await publish(
      item('/hall', 'Market hall of Bellmere burns down', '12:05'),
      item('/rain', 'Rain falls at last', '12:02'),
    );
    const [parent = '', lead = ''] = await post();
    expect(parent).toContain('2 new');
    expect(parent).toContain('Market hall of Bellmere burns down');
    expect(parent).toContain('also in The Town Crier');
    expect(parent).not.toContain('Fire destroys market hall');
    expect(lead).toContain('Also reported by');
    expect(lead).toContain('Fire destroys market hall in Bellmere');
    expect(lead).toContain('“My whole life was in there”');
    expect((await post())[0]).toContain('Nothing new');
  });

  test('shows a story of the folder and of a feed once', async () => {
    const folder = [RIVER];
    const { post, publish, state } = await channelWithFeed(folder);
    await post();
    const own = makeEntry({
      ...{ id: 'hall', title: 'Fire destroys market hall in Bellmere', publisher: 'Town Crier' },
      paragraphs: ['Fire destroyed the market hall in Bellmere, the harbour office said in a statement on Monday.'],
      published: { at: '2024-10-22T12:00', zone: 'Z' },
    });
    const rain = makeEntry({ id: 'rain', title: 'Rain falls at last', paragraphs: ['Rain fell on the farms.'] });
    folder.unshift(own, rain);
    state.story = (title) => storyOf(title);
    await publish(item('/hall', 'Market hall of Bellmere burns down', '12:05'));
    const [parent = '', ...thread] = await post();
    expect(parent).toContain('2 new');
    expect(parent).toContain('Market hall of Bellmere burns down');
    expect(parent).toContain('also in Town Crier');
    expect(thread.join('\n')).toContain('Fire destroys market hall in Bellmere');
    expect((await post())[0]).toContain('Nothing new');
  });

  test.each([
    ['by its address', { url: '/hall?utm_source=rss' }],
    ['by its title and first words', { publisher: 'The Harbour Post' }],
    ['by its words, without a publisher', {}],
  ])('shows an article of the folder that a feed brings as well once, %s', async (_, { url, ...facts }: OwnFacts) => {
    const folder = [RIVER];
    const { post, publish, site } = await channelWithFeed(folder);
    await post();
    const own = makeEntry({
      ...{ id: 'hall', title: url ? 'Council opens the new hall' : 'Mayor opens the bridge', ...facts },
      ...(url ? { url: `${site.url}${url}` } : {}),
      paragraphs: [FIRST_PARAGRAPH],
      published: { at: '2024-10-22T12:00', zone: 'Z' },
    });
    folder.unshift(own);
    await publish(item('/hall', 'Mayor opens the bridge', '12:05'));
    const [parent = '', ...thread] = await post();
    expect(parent).toContain('1 new');
    expect(thread.join('\n')).not.toContain('Also reported by');
    expect((await post())[0]).toContain('Nothing new');
  });

  test('shows articles that name only their site each by itself', async () => {
    const folder = [RIVER];
    const { post, publish } = await channelWithFeed(folder);
    await post();
    const url = 'https://news.example/';
    folder.unshift(
      makeEntry({ id: 'hall', title: 'Choir wins a prize', url, paragraphs: ['Forty singers won the prize.'] }),
      makeEntry({ id: 'rain', title: 'Rain falls at last', url, paragraphs: ['Rain fell on the farms.'] }),
    );
    await publish(item('/mayor', 'Mayor opens the bridge', '12:10'));
    expect((await post())[0]).toContain('3 new');
  });

  test('shows what two outlets have in the same words as one story of both', async () => {
    const folder = [RIVER];
    const { post, publish } = await channelWithFeed(folder);
    await post();
    const facts = { id: 'hall', title: 'Mayor opens the bridge', publisher: 'Town Crier' };
    folder.unshift(
      makeEntry({ ...facts, paragraphs: [FIRST_PARAGRAPH], published: { at: '2024-10-22T12:00', zone: 'Z' } }),
    );
    await publish(item('/hall', 'Mayor opens the bridge', '12:05'));
    const [parent = ''] = await post();
    expect(parent).toContain('1 new');
    expect(parent).toContain('also in Town Crier');
  });

  test('equals its preview', async () => {
    const { post, publish } = await channelWithFeed();
    await publish(item('/mayor', 'Mayor opens the bridge', '12:10'));
    const preview = await post({}, false);
    expect(await post()).toEqual(preview);
  });

  test('shows no backlog after weeks without a schedule', async () => {
    const { post, publish, world } = await channelWithFeed();
    await publish(item('/mayor', 'Mayor opens the bridge', '12:10'));
    world.time.pass(30 * DAY);
    expect((await post())[0]).not.toContain('Mayor');
  });

  test('contains no feeds of other channels, except those of the whole workspace', async () => {
    const { post, publish, world, site } = await channelWithFeed();
    await publish(item('/mayor', 'Mayor opens the bridge', '12:10'));
    expect((await post({ id: 's2', channel: 'sport' }))[0]).not.toContain('Mayor');
    expect((await post({ id: 's3', workspace: 'barn' }))[0]).not.toContain('Mayor');
    await world.add(`${site.url}/feed`, { wholeWorkspace: true }, scopeOf({ channel: 'any' }));
    await publish(item('/council', 'Council meets at last', '13:05'));
    expect((await post({ id: 's2', channel: 'sport' }))[0]).toContain('Council meets at last');
    expect((await post())[0]).toContain('2 new');
  });
});
