import { describe, expect, test } from 'vitest';
import type { RequestScope } from '#core/access/requester';
import { message } from '#core/messages/index';
import { dispatcherOf, textOf } from '../../support/dispatcher.ts';
import { scopeOf } from '../../support/scheduling.ts';
import { DAY, feedWorld, HOUR, rssOf, storyOf } from '../../support/sites/feeds.ts';
import { serve } from '../../support/sites/site.ts';

const ITEMS = [{ title: 'Ferry sails again', link: '/ferry', guid: 'g1', date: 'Tue, 22 Oct 2024 11:00:00 GMT' }];

/** A dispatcher with feeds, and a site with two feeds. */
async function dispatcherWithFeeds(
  head = '<link rel="alternate" type="application/rss+xml" title="News" href="/feed">',
) {
  const state = { status: 200, items: ITEMS };
  const site = await serve(({ url = '' }, response) => {
    if (url.startsWith('/feed')) response.writeHead(state.status).end(rssOf(state.items));
    else if (url === '/list.opml') response.end(opml(site.url));
    else if (url === '/') response.end(`<!doctype html><html><head>${head}</head><body>Welcome</body></html>`);
    else if (url === '/ferry') response.end(storyOf('Ferry sails again'));
    else response.writeHead(404).end();
  });
  const opml = (url: string): string =>
    `<opml version="2.0"><body><outline text="A"><outline type="rss" text="N" xmlUrl="${url}/feed"/></outline><outline text="Again" xmlUrl="${url}/feed?utm_source=opml"/><outline text="Sport" xmlUrl="${url}/feed/sport"/><outline text="Dead" xmlUrl="${url}/gone"/></body></opml>`;
  const world = await feedWorld();
  const dispatcher = dispatcherOf([], [], { feeds: world.feeds });
  const ask = async (line: string, requestScope: RequestScope = world.requestScope): Promise<string> =>
    textOf(
      (await dispatcher.dispatch({ kind: 'line', text: line }, { id: 'id', tenantKey: 'loft', scope: requestScope }))
        .reply,
    );
  return { world, dispatcher, ask, site, state };
}

describe('/feeds add', () => {
  test('finds the feed of a site, shows its newest items and says how to get them posted', async () => {
    const { ask, site } = await dispatcherWithFeeds();
    const text = await ask(`/feeds add ${site.url}`);
    expect(text).toContain('The Harbour Post was added to this channel.');
    expect(text).toContain('Ferry sails again · Tue 22 October, 11:00 UTC');
    expect(text).toContain('/schedule add time:07:30');
    expect(await ask(`/feeds add ${site.url}/feed`)).toContain('This channel already has The Harbour Post.');
  });

  test('offers a choice if a site has several', async () => {
    const two = ['World', 'Sport'].map(
      (name) => `<link rel="alternate" type="application/rss+xml" title="${name}" href="/feed/${name}">`,
    );
    const { ask, site, world } = await dispatcherWithFeeds(two.join(''));
    expect(await ask(`/feeds add ${site.url}`)).toContain('[Feed: World, Sport]');
    expect(await world.feeds.list(world.requestScope)).toEqual([]);
  });

  test('tries the usual URLs if a site names none', async () => {
    const { ask, site } = await dispatcherWithFeeds('');
    expect(await ask(`/feeds add ${site.url}`)).toContain('The Harbour Post was added to this channel.');
  });

  test.each([
    ['/feeds add', /needs its address|address/],
    ['/feeds add http://10.0.0.1/feed', /private network/],
    ['/feeds add http://user:word@a.example/feed', /user name or password/],
    ['/feeds add file:///etc/passwd', /Only http and https addresses are read, not file: use/],
    ['/feeds add address:"javascript:alert(1)"', /Only http and https addresses are read, not javascript: use/],
  ])('%s is refused with a sentence', async (line, sentence) => {
    const { ask } = await dispatcherWithFeeds();
    expect(await ask(line)).toMatch(sentence);
  });

  test('says what is wrong with a URL without a feed', async () => {
    const { ask, site } = await dispatcherWithFeeds();
    expect(await ask(`/feeds add ${site.url}/ferry`)).toMatch(
      /The Harbour Post was added to this channel|No feed was found/,
    );
    expect(await ask(`/feeds add ${site.url}/gone`)).toMatch(/no such page \(404\)/);
  });

  test('requires permission to change schedules', async () => {
    const { ask, site } = await dispatcherWithFeeds();
    const guest = scopeOf({
      canManageSchedules: async () => false,
      managerDescription: 'people with the permission “Manage Loft”',
    });
    const refused =
      'Only people with the permission “Manage Loft” may change its feeds. Everyone may type /feeds list.';
    expect(await ask(`/feeds add ${site.url}`, guest)).toBe(refused);
    await ask(`/feeds add ${site.url}`);
    for (const line of ['/feeds pause', '/feeds resume', '/feeds remove', `/feeds import ${site.url}/list.opml`]) {
      expect(await ask(line, guest)).toBe(refused);
    }
    expect(await ask('/feeds list', guest)).toContain('The Harbour Post');
  });
});

describe('/feeds list', () => {
  test('explains how to add one if there is none', async () => {
    const { ask } = await dispatcherWithFeeds();
    expect(await ask('/feeds')).toContain('This channel has no feed yet: type /feeds add');
  });

  test('explains what is wrong, and since when', async () => {
    const { ask, site, world, state } = await dispatcherWithFeeds();
    await ask(`/feeds add ${site.url}`);
    expect(await ask('/feeds list')).toContain('The Harbour Post · newest Tue 22 October, 12:00 UTC');
    state.status = 403;
    await world.pass(HOUR);
    expect(await ask('/feeds list')).toMatch(
      /unavailable since Tue 22 October, 13:00 UTC: .* requires a login or blocks bots/,
    );
    state.status = 200;
    await world.pass(DAY);
    await world.pass(14 * DAY);
    expect(await ask('/feeds list')).toContain('silent: nothing new since Tue 22 October');
    state.status = 410;
    await world.pass(DAY);
    expect(await ask('/feeds list')).toContain('its site has removed it');
  });

  test('shows those of the channel and of the whole workspace', async () => {
    const { ask, site } = await dispatcherWithFeeds();
    await ask(`/feeds add ${site.url}/feed include:ferry`);
    await ask(`/feeds add ${site.url}/feed/sport scope:workspace`);
    const elsewhere = await ask('/feeds list', scopeOf({ channel: 'sport' }));
    expect(elsewhere).toContain('1 feed');
    expect(elsewhere).toContain('for all channels');
    expect(await ask('/feeds list')).toContain('only “ferry”');
    expect(await ask('/feeds list', scopeOf({ workspace: 'barn' }))).toContain('no feed yet');
  });
});

describe('the items of a feed', () => {
  const FERRY = ITEMS[0] as (typeof ITEMS)[number];
  const later = (title: string, link: string) => ({ title, link, guid: link, date: 'Tue, 22 Oct 2024 12:30:00 GMT' });

  test('are not posted while it is paused, nor afterwards', async () => {
    const { ask, site, world, state } = await dispatcherWithFeeds();
    await ask(`/feeds add ${site.url}/feed`);
    await ask('/feeds pause');
    state.items = [later('Mayor opens the bridge', '/mayor'), FERRY];
    await world.pass(HOUR);
    expect(await world.news()).toEqual([]);
    await ask('/feeds resume');
    expect(await world.news()).toEqual([]);
    state.items = [later('Council meets at last', '/council'), ...state.items];
    await world.pass(HOUR);
    expect(await world.news()).toEqual(['Council meets at last']);
  });

  test('are those with the included words and without the excluded ones', async () => {
    const { ask, site, world, state } = await dispatcherWithFeeds();
    await ask(`/feeds add ${site.url}/feed include:"bridge, council" exclude:football`);
    state.items = [
      later('Mayor opens the bridge', '/mayor'),
      later('Council plays football', '/football'),
      later('Rain falls on the island', '/rain'),
      FERRY,
    ];
    await world.pass(HOUR);
    expect(await world.news()).toEqual(['Mayor opens the bridge']);
    expect(await world.news(world.requestScope, 'bridges')).toEqual(['Mayor opens the bridge']);
    expect(await world.news(world.requestScope, 'harvest')).toEqual([]);
  });

  test('are visible only to workspaces that have it', async () => {
    const { ask, site, world } = await dispatcherWithFeeds();
    await ask(`/feeds add ${site.url}/feed`);
    await world.poller.idle();
    const barn = { platform: 'pigeon', workspace: 'barn' };
    const query = { words: 'ferry', most: 10 };
    const { heads } = await world.store.archive.articles(world.requestScope, query);
    expect(heads.map(({ title }) => title)).toEqual(['Ferry sails again']);
    expect(await world.store.archive.articles(barn, query)).toEqual({ total: 0, heads: [] });
    expect(await world.store.archive.quotes(barn, query)).toEqual({ total: 0, quotes: [] });
    const id = heads[0]?.id ?? '';
    expect(await world.store.archive.find(world.requestScope, id)).toMatchObject({ title: 'Ferry sails again' });
    expect(await world.store.archive.find(barn, id)).toBeUndefined();
    expect(await world.store.archive.find({ ...barn, workspace: 'loft/D1' }, id)).toBeUndefined();
    await ask('/feeds remove');
    expect(await world.store.archive.articles(world.requestScope, query)).toEqual({ total: 0, heads: [] });
  });
});

describe('lists of feeds', () => {
  test('are imported, with a note on each duplicate or unavailable one', async () => {
    const { ask, site } = await dispatcherWithFeeds();
    await ask(`/feeds add ${site.url}/feed`);
    const text = await ask(`/feeds import ${site.url}/list.opml`);
    expect(text).toContain('1 feed added · 1 already there · 1 unavailable');
    expect(text).toMatch(/\/gone — .*404/);
  });

  test('are exported, and imported elsewhere unchanged', async () => {
    const { ask, world, site } = await dispatcherWithFeeds();
    await ask(`/feeds add ${site.url}/feed`);
    const text = await world.feeds.exportOpml(world.requestScope);
    expect(text).toContain(`xmlUrl="${site.url}/feed"`);
    const report = await world.feeds.importOpml(scopeOf({ channel: 'sport' }), text);
    expect(report.added.map(({ feed }) => feed.title)).toEqual(['The Harbour Post']);
    expect(await ask('/feeds export')).toContain('<opml');
  });

  test.each([
    ['nothing in it', '<opml version="2.0"><body/></opml>'],
    ['no list at all', 'hello'],
    ['a list that is broken', '<opml><body><outline text="&nope;"'],
  ])('with %s are refused', async (_, text) => {
    const { world } = await dispatcherWithFeeds();
    await expect(world.feeds.importOpml(world.requestScope, text)).rejects.toThrow('There are no feeds in this file');
  });

  test('tell which addresses cannot be fetched, and why', async () => {
    const { world, site } = await dispatcherWithFeeds();
    const outlines = ['javascript:alert(1)', 'ftp://news.example/a', '/feed', 'SITE/feed', 'feed:SITE/feed/sport', ''];
    const list = outlines.map((url) => `<outline text="N" xmlUrl="${url.replace('SITE', site.url)}"/>`).join('');
    const { added, unavailable } = await world.feeds.importOpml(
      world.requestScope,
      `<opml><body>${list}</body></opml>`,
    );
    expect(added).toHaveLength(2);
    expect(unavailable).toEqual([
      { url: 'javascript:alert(1)', reason: message('fetch.scheme', { scheme: 'javascript' }) },
      { url: 'ftp://news.example/a', reason: message('fetch.scheme', { scheme: 'ftp' }) },
      { url: '/feed', reason: message('fetch.noAddress') },
    ]);
    const odd = '<opml><body><outline xmlUrl="javascript:alert(1)"/></body></opml>';
    expect((await world.feeds.importOpml(world.requestScope, odd)).unavailable).toHaveLength(1);
  });

  test('are read as far as possible', async () => {
    const { world, site } = await dispatcherWithFeeds();
    const broken = `<opml><body><outline xmlUrl="${site.url}/feed?a=1&amp;b=2"><outline text="&nope;" xmlUrl='${site.url}/feed/sport'`;
    expect((await world.feeds.importOpml(world.requestScope, broken)).added).toHaveLength(2);
  });
});

test('/feeds suggest offers feeds by topic', async () => {
  const { ask } = await dispatcherWithFeeds();
  expect(await ask('/feeds suggest')).toContain('World');
  expect(await ask('/feeds suggest science')).not.toContain('BBC');
  expect(await ask('/feeds suggest gardening')).toMatch(/^There are no suggestions for that topic: type world/);
});

test('feeds belong to a channel', async () => {
  const { dispatcher } = await dispatcherWithFeeds();
  const { reply } = await dispatcher.dispatch(
    { kind: 'line', text: '/feeds list' },
    { id: 'id', tenantKey: 'nowhere' },
  );
  expect(textOf(reply)).toBe('Feeds belong to the workspace that has Onrecord: its members can ask in its channels.');
});

describe('a list of feeds attached to a message', () => {
  const attach = async (content: string, scope: RequestScope = scopeOf(), name = 'feeds.opml') => {
    const { dispatcher, world, site } = await dispatcherWithFeeds();
    const upload = { name, content: new TextEncoder().encode(content.replaceAll('SITE', site.url)) };
    const { reply, outcome } = await dispatcher.briefUpload(upload, { id: 'id', tenantKey: 'loft', scope });
    return { text: textOf(reply), outcome, feeds: await world.feeds.list(scope) };
  };
  const LIST = '<?xml version="1.0"?><opml version="2.0"><body><outline text="N" xmlUrl="SITE/feed"/></body></opml>';

  test('is imported into its channel', async () => {
    const { text, feeds } = await attach(LIST);
    expect(text).toContain('1 feed added');
    expect(feeds).toHaveLength(1);
  });

  test('is refused to users who may not change feeds', async () => {
    const { text, outcome, feeds } = await attach(LIST, { ...scopeOf(), canManageSchedules: async () => false });
    expect(outcome).toBe('mistake');
    expect(text).toMatch(/may change/);
    expect(feeds).toEqual([]);
  });

  test('without a feed reports it', async () => {
    expect((await attach('<opml version="2.0"><body></body></opml>')).text).toContain(
      'There are no feeds in this file',
    );
  });
});
