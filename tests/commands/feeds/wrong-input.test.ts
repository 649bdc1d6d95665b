import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import { UserError } from '#core/errors';
import type { AddedFeed } from '#core/feeds';
import { inEnglish } from '#core/messages/index';
import { importFeeds } from '#sources/feeds/import';
import { dispatcherOf, textOf } from '../../support/dispatcher.ts';
import { feedWorld, HOUR, type Item, rssOf, storyOf } from '../../support/sites/feeds.ts';
import { serve, serveTls } from '../../support/sites/site.ts';

const FERRY: Item = { title: 'Ferry sails again', link: '/ferry', guid: 'g1', date: 'Tue, 22 Oct 2024 11:00:00 GMT' };

async function channel() {
  const world = await feedWorld();
  const dispatcher = dispatcherOf([], [], { feeds: world.feeds });
  const ask = async (line: string): Promise<string> => {
    const answer = await dispatcher.dispatch(
      { kind: 'line', text: line },
      { id: 'id', tenantKey: 'loft', scope: world.requestScope },
    );
    await world.poller.idle();
    return textOf(answer.reply);
  };
  return { world, ask };
}

type Respond = (request: IncomingMessage, response: ServerResponse) => void;

describe('/feeds add explains in one sentence why it added nothing', () => {
  const endless: Respond = (request, response) => response.writeHead(302, { location: `${request.url ?? ''}x` }).end();
  const big: Respond = (_, response) => response.writeHead(200, { 'content-length': 50_000_000 }).end();

  test.each<[what: string, respond: Respond, sentence: RegExp]>([
    ['a page without a feed', (_, response) => response.end(storyOf('Ferry sails')), /no feed/i],
    ['a picture', (_, response) => response.writeHead(200, { 'content-type': 'image/png' }).end('\x89PNG'), /neither/],
    ['a feed of 50 MB', big, /more than 5 MB/],
    ['redirects without end', endless, /redirects/],
    ['a connection that closes', ({ socket }) => socket.destroy(), /./],
    ['an error of the server', (_, response) => response.writeHead(500).end(), /500/],
    ['a wall', (_, response) => response.writeHead(403).end(), /403|login/],
    ['a site that is gone', (_, response) => response.writeHead(410).end(), /410|removed/],
  ])('%s', async (_, respond, sentence) => {
    const { world, ask } = await channel();
    const site = await serve(respond);
    const text = await ask(`/feeds add ${site.url}/feed`);
    expect(text).toMatch(sentence);
    expect(text.trim().split('\n')).toHaveLength(1);
    expect(await world.feeds.list(world.requestScope)).toEqual([]);
  });

  test('an untrusted certificate', async () => {
    const { ask } = await channel();
    const site = await serveTls((_, response) => response.end(rssOf([FERRY])));
    expect(await ask(`/feeds add ${site.url}/feed`)).toMatch(/certificate/);
  });

  test.each(['/feeds add nothing', '/feeds add "http://"', '/feeds add "the harbour post"'])('%s', async (line) => {
    const { ask } = await channel();
    expect(await ask(line)).toMatch(/^[^\n]+[.?]$/);
  });
});

describe('/feeds add reads', () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "${'ha'.repeat(50)}">${Array.from('bcdefgh', (name, at) => `<!ENTITY ${name} "${`&${'abcdefg'[at]};`.repeat(20)}">`).join('')}]><rss version="2.0"><channel><title>The Harbour Post</title><item><title>Ferry sails &h;</title><link>/ferry</link></item></channel></rss>`;
  const many = rssOf(
    Array.from({ length: 20_000 }, (_, at) => ({ title: `Item ${at}`, link: `/${at}`, guid: `g${at}` })),
  );

  test.each<[what: string, type: string, text: string, shown: RegExp]>([
    ['a feed of 20,000 items', 'application/rss+xml', many, /Item \d+/],
    ['a bomb of entities, without expanding it', 'application/xml', bomb, /Ferry sails/],
    [
      'HTML in titles as text',
      'text/xml',
      rssOf([{ ...FERRY, title: '&lt;b&gt;Ferry&lt;/b&gt; &amp;amp; mayor' }]),
      /Ferry & mayor/,
    ],
    ['a feed served as a page', 'text/html', rssOf([FERRY]), /Ferry sails again/],
    ['a feed served as plain text', 'text/plain', rssOf([FERRY]), /Ferry sails again/],
    ['a feed served as JSON', 'application/json', rssOf([FERRY]), /Ferry sails again/],
    ['a feed served as a file', 'application/octet-stream', rssOf([FERRY]), /Ferry sails again/],
    [
      'a feed of another charset than declared',
      'text/xml; charset=us-ascii',
      rssOf([{ ...FERRY, title: 'Café reopens' }]),
      /Café reopens/,
    ],
  ])('%s', async (_, type, text, shown) => {
    const { ask } = await channel();
    const site = await serve((_request, response) => response.writeHead(200, { 'content-type': type }).end(text));
    const answer = await ask(`/feeds add ${site.url}/feed`);
    expect(answer).toContain('The Harbour Post was added');
    expect(answer).toMatch(shown);
    expect(answer.length).toBeLessThan(5_000);
  });

  test('links of scripts as titles without a link', async () => {
    const { ask } = await channel();
    const site = await serve((_, response) => response.end(rssOf([{ ...FERRY, link: 'javascript:alert(1)' }])));
    const answer = await ask(`/feeds add ${site.url}/feed`);
    expect(answer).toContain('Ferry sails again');
    expect(answer).not.toContain('javascript');
  });
});

test('a list of 501 feeds is taken as far as a workspace may have feeds, and the rest is named', async () => {
  const outlines = Array.from({ length: 501 }, (_, at) => `<outline xmlUrl="https://news.example/${at}"/>`);
  const add = async (): Promise<AddedFeed> => Promise.reject(new UserError('It does not answer.'));
  const opml = `<opml><body>${outlines.join('')}</body></opml>`;
  const { unavailable } = await importFeeds(opml, { now: () => 0, until: async () => {} }, { add, addUnseen: add });
  expect(unavailable).toHaveLength(501);
  expect(unavailable.filter(({ reason }) => inEnglish.message(reason).includes('500'))).toEqual([
    expect.objectContaining({ url: 'https://news.example/500' }),
  ]);
});

test('/feeds preview lists what posts show: the wanted words, and nothing withdrawn', async () => {
  const { world, ask } = await channel();
  const minute = (at: number): string => `Tue, 22 Oct 2024 12:${at}:00 GMT`;
  const item = (title: string, path: string, at: number): Item => ({
    title,
    link: `/${path}`,
    guid: path,
    date: minute(at),
  });
  const [bridge, storm, train] = [
    item('Mayor opens the bridge', 'a', 10),
    item('Storm closes the bridge', 'b', 20),
    item('Train stops', 'c', 30),
  ];
  const state = { items: [FERRY] };
  const titles = new Map([bridge, storm, train].map(({ link, title }) => [link, title]));
  const site = await serve(({ url = '' }, response) =>
    response.end(url === '/feed' ? rssOf(state.items) : storyOf(titles.get(url) ?? 'Ferry sails again')),
  );
  await ask(`/feeds add ${site.url}/feed include:bridge exclude:mayor`);
  state.items = [train, storm, bridge, FERRY];
  await world.pass(HOUR);
  const preview = await ask('/feeds preview');
  expect(await world.news()).toEqual(['Storm closes the bridge']);
  expect(preview).toContain('Storm closes the bridge');
  expect(preview).not.toMatch(/Mayor|Train|Ferry/);
  state.items = [train, bridge, FERRY];
  await world.pass(HOUR);
  expect(await ask('/feeds preview')).not.toContain('Storm');
});
