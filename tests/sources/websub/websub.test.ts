import { createHmac } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { DAY, feedWorld, HOUR, type Item, rssOf, storyOf } from '../../support/sites/feeds.ts';
import { serve } from '../../support/sites/site.ts';

const FERRY: Item = { title: 'Ferry sails again', link: '/ferry', guid: 'g1', date: 'Tue, 22 Oct 2024 11:00:00 GMT' };
const MAYOR: Item = { ...FERRY, title: 'Mayor opens the bridge', link: '/mayor', guid: 'g2' };
const MINUTE = 60_000;

/** A hub that verifies each request and records requests and verifications. */
async function hubOf(change: { status?: number; lease?: number; verifies?: boolean } = {}) {
  const { status = 202, lease = 10 * 86_400, verifies = true } = change;
  const asked: URLSearchParams[] = [];
  const answers: { readonly status: number; readonly body: string }[] = [];
  const site = await serve(async (request, response) => {
    const form = new URLSearchParams(await text(request));
    asked.push(form);
    if (status === 202 && verifies) answers.push(await verify(form, lease));
    response.writeHead(status).end();
  });
  return { site, asked, answers, last: () => asked.at(-1) ?? new URLSearchParams() };
}

async function verify(form: URLSearchParams, lease: number, changes: Record<string, string> = {}) {
  const url = new URL(form.get('hub.callback') ?? '');
  const query = {
    ...{ 'hub.mode': form.get('hub.mode') ?? '', 'hub.topic': form.get('hub.topic') ?? '' },
    ...{ 'hub.challenge': 'a challenge', 'hub.lease_seconds': String(lease) },
    ...changes,
  };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  const response = await fetch(url);
  return { status: response.status, body: await response.text() };
}

/** A site whose feed names a hub, a process with a public URL, and a channel with the feed. */
async function worldWith(hub: { readonly site: { readonly url: string } }, how: 'feed' | 'header' = 'feed') {
  const named = `<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="hub" href="${hub.site.url}/"/>`;
  const state = { items: [FERRY] };
  const site = await serve(({ url = '' }, response) => {
    if (!url.startsWith('/feed')) return response.end(storyOf(url));
    if (how === 'header') response.setHeader('link', `<${hub.site.url}/>; rel="hub", </feed/own>; rel="self"`);
    return response.end(rssOf(state.items, how === 'feed' ? named : ''));
  });
  let answer: NonNullable<Awaited<ReturnType<typeof feedWorld>>['hubs']>['answer'] | undefined;
  const own = await serve((request, response) => void answer?.(request, response));
  const world = await feedWorld({ address: own.url });
  answer = world.hubs?.answer;
  await world.add(`${site.url}/feed`);
  await world.hubs?.renew();
  const polls = (): number => site.requests.filter(({ url = '' }) => url.startsWith('/feed')).length;
  return { world, site, own, state, polls };
}

type World = Awaited<ReturnType<typeof worldWith>>;

async function notify({ world }: World, form: URLSearchParams, signature: (secret: string, body: string) => string) {
  const body = 'the new content';
  const header = signature(form.get('hub.secret') ?? '', body);
  const response = await fetch(form.get('hub.callback') ?? '', {
    ...{ method: 'POST', body },
    headers: header === '' ? {} : { 'x-hub-signature': header },
  });
  await world.poller.idle();
  return response.status;
}

const signedBy = (method: string) => (secret: string, body: string) =>
  `${method}=${createHmac(method, secret).update(body).digest('hex')}`;

describe('a feed that names a hub', () => {
  test('is subscribed to, with its own secret', async () => {
    const hub = await hubOf();
    const { site, own } = await worldWith(hub);
    expect(Object.fromEntries(hub.last())).toEqual({
      ...{ 'hub.mode': 'subscribe', 'hub.topic': `${site.url}/feed`, 'hub.lease_seconds': '864000' },
      ...{ 'hub.callback': `${own.url}/websub/token-000000000001`, 'hub.secret': 'secret of token-000000000001' },
    });
    expect(hub.answers).toEqual([{ status: 200, body: 'a challenge' }]);
  });

  test('in its headers is subscribed to under the URL given there', async () => {
    const hub = await hubOf();
    const { site } = await worldWith(hub, 'header');
    expect(hub.last().get('hub.topic')).toBe(`${site.url}/feed/own`);
  });

  test.each(['sha1', 'sha256', 'sha384', 'sha512'])('is polled early at a notice signed with %s', async (method) => {
    const hub = await hubOf();
    const setting = await worldWith(hub);
    const { world, state, polls } = setting;
    state.items = [MAYOR, FERRY];
    world.time.pass(2 * MINUTE);
    expect(await notify(setting, hub.last(), signedBy(method))).toBe(202);
    expect(polls()).toBe(2);
    expect(await world.news()).toEqual(['Mayor opens the bridge']);
  });

  test('is polled at most once a minute, however often its hub calls', async () => {
    const hub = await hubOf();
    const setting = await worldWith(hub);
    setting.world.time.pass(2 * MINUTE);
    for (let count = 0; count < 5; count++) await notify(setting, hub.last(), signedBy('sha256'));
    expect(setting.polls()).toBe(2);
  });

  test('is polled as before while its hub does not respond', async () => {
    const hub = await hubOf({ status: 500 });
    const { world, polls } = await worldWith(hub);
    await world.hubs?.renew();
    expect(hub.asked).toHaveLength(1);
    expect(world.lines).toEqual(['a hub did not take a request']);
    await world.pass(HOUR);
    expect(polls()).toBe(2);
    await world.hubs?.renew();
    expect(hub.asked).toHaveLength(2);
  });

  test('in a private network is not contacted', async () => {
    const { world } = await worldWith({ site: { url: 'http://10.0.0.1' } });
    expect(world.lines).toEqual(['a hub did not take a request']);
  });
});

describe('a notice that the hub did not sign', () => {
  test.each<[what: string, signature: (secret: string, body: string) => string]>([
    ['without a signature', () => ''],
    ['with another secret', (_, body) => signedBy('sha256')('another', body)],
    ['with the signature of another body', (secret) => signedBy('sha256')(secret, 'other content')],
    ['with a signature cut short', (secret, body) => signedBy('sha256')(secret, body).slice(0, -2)],
    ['with a method that is not allowed', (secret, body) => signedBy('md5')(secret, body)],
  ])('%s has no effect, and is logged once', async (_, signature) => {
    const hub = await hubOf();
    const setting = await worldWith(hub);
    setting.world.time.pass(2 * MINUTE);
    for (let count = 0; count < 3; count++) expect(await notify(setting, hub.last(), signature)).toBe(202);
    expect(setting.polls()).toBe(1);
    expect(setting.world.lines).toEqual(['a notice was not signed by the hub of its feed']);
  });

  test('is logged again after an hour, with the number of those in between', async () => {
    const hub = await hubOf();
    const setting = await worldWith(hub);
    const forged = () => notify(setting, hub.last(), () => '');
    for (let count = 0; count < 3; count++) await forged();
    setting.world.time.pass(HOUR - MINUTE);
    await forged();
    expect(setting.world.lines).toHaveLength(1);
    setting.world.time.pass(MINUTE);
    await forged();
    expect(setting.world.lines).toHaveLength(2);
  });

  test('of more than 1 MB is refused', async () => {
    const hub = await hubOf();
    await worldWith(hub);
    const body = new Uint8Array(1_100_000);
    const sent = fetch(hub.last().get('hub.callback') ?? '', { method: 'POST', body });
    expect(await sent.then(({ status }) => status).catch(() => 413)).toBe(413);
  });
});

describe('a verification that does not match a request is answered with 404', () => {
  test.each<[what: string, changes: Record<string, string>]>([
    ['another topic', { 'hub.topic': 'https://other.example/feed' }],
    ['another mode', { 'hub.mode': 'unsubscribe' }],
    ['no challenge', { 'hub.challenge': '' }],
  ])('%s', async (_, changes) => {
    const hub = await hubOf({ verifies: false });
    await worldWith(hub);
    expect((await verify(hub.last(), 60, changes)).status).toBe(404);
  });

  test('another subscription', async () => {
    const hub = await hubOf();
    const { own } = await worldWith(hub);
    expect((await fetch(`${own.url}/websub/token-000000000099`, { method: 'POST', body: 'x' })).status).toBe(404);
  });
});

describe('a subscription', () => {
  test('is renewed before its lease ends', async () => {
    const hub = await hubOf({ lease: 86_400 });
    const { world } = await worldWith(hub);
    world.time.pass(0.7 * DAY);
    await world.hubs?.renew();
    expect(hub.asked).toHaveLength(1);
    world.time.pass(0.2 * DAY);
    await world.hubs?.renew();
    expect(hub.asked).toHaveLength(2);
    expect(hub.last().get('hub.callback')).toBe(hub.asked[0]?.get('hub.callback'));
  });

  test('that its hub denies is requested again a day later', async () => {
    const hub = await hubOf({ verifies: false });
    const { world } = await worldWith(hub);
    expect((await verify(hub.last(), 60, { 'hub.mode': 'denied' })).status).toBe(200);
    world.time.pass(0.9 * DAY);
    await world.hubs?.renew();
    expect(hub.asked).toHaveLength(1);
    world.time.pass(0.2 * DAY);
    await world.hubs?.renew();
    expect(hub.asked).toHaveLength(2);
  });

  test('is cancelled when no channel has the feed', async () => {
    const hub = await hubOf();
    const { world } = await worldWith(hub);
    await world.feeds.remove(world.requestScope, 'harbour');
    await world.hubs?.renew();
    expect(hub.last().get('hub.mode')).toBe('unsubscribe');
    expect(hub.answers.at(-1)).toEqual({ status: 200, body: 'a challenge' });
    expect((await fetch(hub.last().get('hub.callback') ?? '', { method: 'POST', body: 'x' })).status).toBe(404);
    await world.pass(DAY);
    await world.hubs?.renew();
    expect(hub.asked).toHaveLength(2);
  });

  test('that its hub does not cancel is dropped after three requests', async () => {
    const hub = await hubOf({ status: 500 });
    const { world } = await worldWith(hub);
    await world.feeds.remove(world.requestScope, 'harbour');
    for (let count = 0; count < 6; count++) {
      await world.hubs?.renew();
      world.time.pass(DAY);
    }
    expect(hub.asked.map((form) => form.get('hub.mode'))).toEqual(['subscribe', ...Array(3).fill('unsubscribe')]);
  });
});

test('a process without a public address contacts no hub', async () => {
  const hub = await hubOf();
  const named = `<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="hub" href="${hub.site.url}/"/>`;
  const site = await serve((_, response) => response.end(rssOf([FERRY], named)));
  const world = await feedWorld();
  await world.add(site.url);
  expect(world.hubs).toBeUndefined();
  expect(hub.asked).toEqual([]);
});
