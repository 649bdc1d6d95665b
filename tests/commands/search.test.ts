import { describe, expect, test } from 'vitest';
import type { RequestScope } from '#core/access/requester';
import { makeEntry } from '../support/briefing.ts';
import { dispatcherOf, readTestUpload, textOf } from '../support/dispatcher.ts';
import { scopeOf } from '../support/scheduling.ts';
import { DAY, feedWorld, HOUR, rssOf, storyOf } from '../support/sites/feeds.ts';
import { serve } from '../support/sites/site.ts';

const story = (title: string, quote: string, speaker: string): string =>
  storyOf(title).replace(/<p>“We waited.*?<\/p>/, `<p>“${quote},” ${speaker} told reporters on the pier.</p>`);

const PAGES: Readonly<Record<string, string>> = {
  '/ferry': story('Ferry sails again', 'We waited for seven days', 'harbour master Ann Lee'),
  '/bridge': story('Mayor opens the bridge', 'The bridge will stand for a century', 'mayor Jo Marsh'),
  '/rain': story('Rain falls on the island', 'We waited long for rain', 'farmer Vera Quist'),
};
const item = (link: string, title: string, date: string) => ({ title, link, guid: link, date });
const FERRY = item('/ferry', 'Ferry sails again', 'Tue, 22 Oct 2024 11:00:00 GMT');

/** A dispatcher over an archive of three articles from the feed of one workspace. */
async function dispatcherWithArchive(folder: Parameters<typeof dispatcherOf>[0] = []) {
  const state = { items: [FERRY] };
  const site = await serve(({ url = '' }, response) => {
    if (url === '/feed') response.end(rssOf(state.items));
    else response.end(PAGES[url] ?? '');
  });
  const world = await feedWorld();
  await world.add(`${site.url}/feed`);
  state.items = [
    item('/bridge', 'Mayor opens the bridge', 'Tue, 22 Oct 2024 12:10:00 GMT'),
    item('/rain', 'Rain falls on the island', 'Tue, 22 Oct 2024 12:05:00 GMT'),
    FERRY,
  ];
  await world.pass(HOUR);
  const dispatcher = dispatcherOf(folder, [], { feeds: world.feeds, archive: world.archive });
  const ask = async (line: string, requestScope: RequestScope = world.requestScope) =>
    textOf(
      (await dispatcher.dispatch({ kind: 'line', text: line }, { id: 'id', tenantKey: 'loft', scope: requestScope }))
        .reply,
    );
  return { world, dispatcher, ask, site };
}

describe('/search', () => {
  test('finds attributions, with article and date, the newest first', async () => {
    const { ask } = await dispatcherWithArchive();
    const text = await ask('/search waited');
    expect(text).toContain('2 quotations');
    expect(text).toContain('We waited for seven days');
    expect(text).toMatch(/Vera Quist[^\n]*Rain falls on the island · The Harbour Post, 22 October 2024/);
    expect(text.indexOf('Vera Quist')).toBeLessThan(text.indexOf('Ann Lee'));
  });

  test('links each quotation to its words in the reader', async () => {
    const desk = dispatcherOf([
      await readTestUpload({ name: 'dam.txt', content: '“We will count every drop,” said Ann Lee.' }),
    ]);
    const requester = { id: 'id', tenantKey: 'loft', readerUrl: () => 'http://127.0.0.1:3000/articles/dam' };
    const { reply } = await desk.dispatch({ kind: 'line', text: '/search drop' }, requester);
    const [quote] = reply.blocks.filter(({ type }) => type === 'quote');
    expect(quote).toMatchObject({
      evidence: { href: 'http://127.0.0.1:3000/articles/dam#p1:~:text=We%20will%20count%20every%20drop' },
    });
  });

  test('shows the words as they read, without the markup of the file', async () => {
    const content = '# Mill fights on\n\n“We *will* fight &amp; win,” said Ann Lee, the mayor.';
    const desk = dispatcherOf([await readTestUpload({ name: 'mill.md', content })]);
    const { reply } = await desk.dispatch({ kind: 'line', text: '/search fight' });
    expect(reply.blocks).toContainEqual(expect.objectContaining({ type: 'quote', text: ['We will fight & win'] }));
  });

  test('of one speaker, by name or office', async () => {
    const { ask } = await dispatcherWithArchive();
    for (const line of ['/search speaker:marsh', '/search speaker:mayor', '/search bridge speaker:"jo marsh"']) {
      const text = await ask(line);
      expect(text).toContain('The bridge will stand for a century');
      expect(text).toContain('1 quotation');
    }
  });

  test('answers /quotes over all articles, if since is given', async () => {
    const { ask } = await dispatcherWithArchive();
    const text = await ask('/quotes speaker:marsh since:30d');
    expect(text).toContain('The bridge will stand for a century');
    expect(text).toMatch(/Jo Marsh[^\n]*Mayor opens the bridge · The Harbour Post/);
    expect(await ask('/quotes speaker:lee about:waited since:30d')).toContain('We waited for seven days');
    expect(await ask('/quotes speaker:lee since:2024-10-23')).toContain('Nothing was found');
    expect(await ask('/quotes speaker:lee article:x since:30d')).toContain('leave out article:');
  });

  test('finds articles by words outside their quotations', async () => {
    const { ask } = await dispatcherWithArchive();
    const text = await ask('/search apology');
    expect(text).toContain('0 quotations · 3 articles');
    expect(text).toContain('Mayor opens the bridge');
  });

  test('within a period, from a source', async () => {
    const { ask, world } = await dispatcherWithArchive();
    expect(await ask('/search waited source:harbour')).toContain('2 quotations');
    expect(await ask('/search waited source:tribune')).toContain('Nothing was found');
    expect(await ask('/search speaker:"Nora Vale"')).toBe('Nothing was found for Nora Vale.');
    world.time.pass(3 * DAY);
    expect(await ask('/search waited since:2d')).toBe('Nothing was found for “waited” since then.');
    expect(await ask('/search waited since:7d')).toContain('2 quotations');
    expect(await ask('/articles since:2d')).toBe('No article is that new: type /articles for all of them.');
    expect(await ask('/search waited since:soon')).toMatch(/is not a time: type since:7d/);
  });

  test('and in the content folder', async () => {
    const { ask } = await dispatcherWithArchive([
      await readTestUpload({ name: 'river.txt', content: 'River rises\n\n“We waited upstream,” Kim Min said.' }),
    ]);
    expect(await ask('/search waited')).toContain('Kim Min');
  });

  test('requires words, and treats none as an operator', async () => {
    const { ask } = await dispatcherWithArchive();
    expect(await ask('/search')).toContain('What should be searched for?');
    for (const words of ['"', 'a AND (b', 'title:x*', '^ferry NEAR', '🌧', "'; drop table article; --"]) {
      expect(await ask(`/search words:"${words.replaceAll('"', '\\"')}"`)).toMatch(/Nothing was found|Found/);
    }
  });
});

describe('the articles of a workspace are found by no other', () => {
  test.each(['/search waited', '/articles', '/articles ferry', '/brief ferry', '/brief'])('%s', async (line) => {
    const { ask } = await dispatcherWithArchive();
    expect(await ask(line)).toMatch(/Ferry|bridge/);
    const barn = await ask(line, scopeOf({ workspace: 'barn' }));
    expect(barn).not.toMatch(/Ferry sails|Mayor opens|waited for|will stand/);
  });

  test('even by the id of an article', async () => {
    const { ask, world } = await dispatcherWithArchive();
    const { heads } = await world.store.archive.articles(world.requestScope, { most: 1 });
    const line = `/brief article:${heads[0]?.id}`;
    expect(await ask(line)).toContain('Mayor opens the bridge');
    expect(await ask(line, scopeOf({ workspace: 'barn' }))).toMatch(/^There is no article/);
  });
});

describe('articles of feeds', () => {
  test('are listed with those of the folder, the newest first', async () => {
    const { ask } = await dispatcherWithArchive([
      makeEntry({
        id: 'river',
        title: 'River rises',
        paragraphs: ['The river rose.'],
        published: { at: '2024-10-21' },
      }),
    ]);
    const text = await ask('/articles');
    expect(text).toContain('4 articles');
    expect(text.indexOf('Mayor opens')).toBeLessThan(text.indexOf('River rises'));
    expect(await ask('/articles about:rain')).toContain('1 article about “rain”');
    expect(await ask('/articles source:harbour since:1d')).toContain('3 articles');
  });

  test('are available like any other: by id, by words, by default the newest', async () => {
    const { ask } = await dispatcherWithArchive([
      makeEntry({
        id: 'river',
        title: 'River rises',
        paragraphs: ['The river rose.'],
        published: { at: '2024-10-21' },
      }),
    ]);
    expect(await ask('/brief')).toContain('Mayor opens the bridge');
    expect(await ask('/brief river')).toContain('River rises');
    expect(await ask('/quotes speaker:quist article:"rain falls"')).toContain('We waited long for rain');
  });

  test('are available after a restart', async () => {
    const { dispatcher, world } = await dispatcherWithArchive();
    const requester = { id: 'id', tenantKey: 'loft', scope: world.requestScope };
    const { invocation } = await dispatcher.dispatch({ kind: 'line', text: '/brief rain' }, requester);
    const reborn = dispatcherOf([], [], { archive: world.archive });
    const { reply } = await reborn.dispatch(
      { kind: 'component', command: 'quotes', options: invocation?.options ?? {} },
      requester,
    );
    expect(textOf(reply)).toContain('We waited long for rain');
  });
});

test('old articles are removed, also from the index', async () => {
  const { world, ask } = await dispatcherWithArchive();
  expect(await world.store.archive.prune(world.clock.now() - 90 * DAY, 1_000_000_000)).toBe(0);
  expect(await world.store.archive.prune(0, 1)).toBe(3);
  expect(await ask('/search waited')).toContain('Nothing was found');
  expect(await world.news()).toEqual([]);
});
