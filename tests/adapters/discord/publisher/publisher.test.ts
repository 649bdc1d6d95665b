import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { inEnglish } from '#core/messages/index';
import type { Delivery, OutgoingPost, Publisher } from '#core/publisher';
import type { Reply } from '#core/reply';
import { EVERYTHING } from '../../../contracts/publisher.ts';
import { BROKEN } from '../../../support/discord/answering.ts';
import { type Bot, startBot } from '../../../support/discord/bot.ts';
import { KIND, type Message, message as messageOf, snowflake } from '../../../support/discord/payloads.ts';
import { isPrivate, Person, textOf } from '../../../support/discord/person.ts';
import { type DiscordServer, startDiscord } from '../../../support/discord/server.ts';
import { plainPublisher } from '../../../support/plain.ts';

const POST = { method: 'POST', path: /^\/channels\/\d+\/messages$/ } as const;
const MAKE = { method: 'POST', path: /\/threads$/ } as const;
const READ = { method: 'GET', path: /^\/channels\/\d+\/messages$/ } as const;
const MINUTE = 60_000;

let now = Date.UTC(2025, 2, 10);
let server: DiscordServer;
let bot: Bot;
let marks = 0;
beforeAll(async () => {
  server = await startDiscord({ now: () => now });
  bot = await startBot({ server });
});
afterEach(() => server.clearPlanned());
afterAll(async () => expect(await bot.end()).toEqual([]));

const publisher = (): Publisher => plainPublisher(bot.adapter.publisher as Publisher);
const newMark = (): string => `m${++marks}`;
const reply: Reply = {
  visibility: 'channel',
  blocks: [
    { type: 'heading', text: 'Morning briefing · 10 March 2025', level: 1 },
    { type: 'actions', actions: [{ label: 'Quotes', command: 'quotes', options: { article: 'river-dam' } }] },
  ],
};

const outgoingPost = (more: Partial<OutgoingPost> & { readonly channel?: string } = {}): OutgoingPost => {
  const { channel = server.world.places.open(server.room.guild), ...rest } = more;
  const target = { platform: 'Discord', workspace: server.room.guild, channel };
  return { target, idempotencyKey: newMark(), reply, stillOwned: async () => true, ...rest };
};
const post = (post: OutgoingPost): Promise<Delivery> => publisher().post(post);
const posted = async (outgoing: OutgoingPost): Promise<Message> => {
  const delivery = await post(outgoing);
  return server.world.messages.get(delivery.kind === 'sent' ? delivery.message : '') as Message;
};
const sentTo = (channel: string): readonly Message[] =>
  [...server.world.messages.values()].filter((message) => message.channel_id === channel && message.type === 0);
const callsTo = (path: RegExp) => server.calls.filter((call) => call.method === 'POST' && path.test(call.path));

describe('a post', () => {
  test('mentions no user, and its buttons answer only the user who presses them', async () => {
    const outgoing = outgoingPost();
    const message = await posted(outgoing);
    const call = await server.call(({ body }) => body?.nonce === outgoing.idempotencyKey);
    expect(call.body).toMatchObject({ enforce_nonce: true, allowed_mentions: { parse: [] } });
    const room = { guild: server.room.guild, channel: outgoing.target.channel };
    const answer = await new Person(server, { room }).press(message, 'Quotes').answer();
    expect(answer.id).not.toBe(message.id);
    expect(isPrivate(answer)).toBe(true);
    expect(textOf(answer)).toContain('a slow drought by decree');
    expect(await bot.host.nextRequest()).toMatchObject({ source: 'button', command: 'quotes', outcome: 'answered' });
  });

  test('that is sent again while Discord remembers its nonce is the same message', async () => {
    const outgoing = outgoingPost();
    const first = await post(outgoing);
    bot = await bot.restart();
    now += MINUTE;
    expect(await post(outgoing)).toEqual(first);
    expect(sentTo(outgoing.target.channel).length).toBe(1);
  });

  test('is sent again at once if its response is lost', async () => {
    const outgoing = outgoingPost();
    server.respondWith({ ...POST, status: 502, done: true });
    const delivery = await post(outgoing);
    expect(delivery).toEqual({ kind: 'sent', message: sentTo(outgoing.target.channel)[0]?.id });
    expect(sentTo(outgoing.target.channel).length).toBe(1);
  });

  test('stays unknown if it may not be sent again', async () => {
    server.respondWith({ ...POST, status: BROKEN, done: true });
    let asked = 0;
    expect(await post(outgoingPost({ stillOwned: async () => asked++ === 0 }))).toMatchObject({ kind: 'unknown' });
  });

  test('stays unknown if a later attempt is rejected', async () => {
    server.respondWith({ ...POST, status: BROKEN, done: true });
    server.respondWith({ ...POST, status: 403, code: 50013 });
    expect(await post(outgoingPost())).toMatchObject({ kind: 'unknown' });
  });

  test('is sent after the requested delay if it is rate-limited', async () => {
    server.respondWith({
      ...POST,
      status: 429,
      headers: { 'retry-after': '0.02', 'x-ratelimit-scope': 'user' },
      times: 2,
    });
    expect(await post(outgoingPost())).toMatchObject({ kind: 'sent' });
  });
});

describe('a response of Discord', () => {
  test.each([
    [404, 10003, 'channelUnavailable', 'no longer exists'],
    [403, 50001, 'channelUnavailable', 'View Channel'],
    [403, 50013, 'channelUnavailable', 'Send Messages'],
    [400, 50083, 'channelUnavailable', 'reopen it'],
    [400, 50008, 'channelUnavailable', 'choose a text channel'],
    [403, 160002, 'channelUnavailable', 'Create Public Threads'],
    [400, 50035, 'rejected', '50035'],
    [400, 200000, 'rejected', 'AutoMod'],
    [403, 20029, 'retry', 'present'],
    [401, 0, 'retry', 'DISCORD_TOKEN'],
    [403, 0, 'retry', 'proxy'],
    [404, 0, 'retry', 'proxy'],
  ])('%i with the code %i is %s', async (status, code, kind, words) => {
    if (status === 401) bot = await bot.restart();
    server.respondWith({ ...POST, status, code, times: 10 });
    const outgoing = outgoingPost();
    const delivery = await post(outgoing);
    expect(delivery).toMatchObject({ kind, reason: expect.stringContaining(words) });
    expect(sentTo(outgoing.target.channel)).toEqual([]);
    if (status !== 401) return;
    expect(await bot.host.lost).toContain('DISCORD_TOKEN');
    bot = await startBot({ server });
  });

  test('to a rejected post is logged, without the post', async () => {
    server.respondWith({ ...POST, status: 400, code: 50035, message: 'Invalid Form Body' });
    await post(outgoingPost());
    expect(bot.host.lines.at(-1)).toMatchObject({ level: 'error', details: { code: 50035 } });
    expect(bot.host.log()).not.toContain('Morning');
  });

  test('is absent while not connected', async () => {
    const outgoing = outgoingPost();
    await bot.adapter.stop();
    expect(await post(outgoing)).toMatchObject({ kind: 'retry' });
    expect(await publisher().find(outgoing, EVERYTHING)).toMatchObject({ kind: 'retry' });
    expect(await publisher().whyCannotPost(outgoing.target)).toMatch(/try again/);
    bot = await startBot({ server });
  });
});

describe('the detail of a post', () => {
  const detailOf = async (more: Parameters<typeof outgoingPost>[0] = {}) => {
    const parent = outgoingPost(more);
    const threadParent = (await posted(parent)).id;
    const { target } = parent;
    return { target, under: threadParent, detail: outgoingPost({ channel: target.channel, threadParent }) };
  };

  test('goes into a thread with the name of the post, created once', async () => {
    const { under, detail } = await detailOf();
    expect(await posted(detail)).toMatchObject({ channel_id: under });
    expect(await posted({ ...detail, idempotencyKey: newMark() })).toMatchObject({ channel_id: under });
    const made = callsTo(new RegExp(`/messages/${under}/threads$`));
    expect(made.map(({ body }) => body)).toEqual([
      { name: 'Morning briefing · 10 March 2025', auto_archive_duration: 1440 },
    ]);
  });

  test('goes into an existing thread', async () => {
    const { under, detail } = await detailOf();
    await posted(detail);
    bot = await bot.restart();
    expect(await posted({ ...detail, idempotencyKey: newMark() })).toMatchObject({ channel_id: under });
    expect(callsTo(new RegExp(`/messages/${under}/threads$`)).map(({ status }) => status)).toEqual([201, 400]);
  });

  test.each([
    ['without the permission for it', (id: string) => server.world.places.deny(id, 'createPublicThreads'), KIND.text],
    ['in a voice channel', () => {}, KIND.voice],
  ])('is a reply if no thread can be created: %s', async (_, deny, type) => {
    const channel = server.world.places.open(server.room.guild, { type });
    deny(channel);
    const { target, under, detail } = await detailOf({ channel });
    const message = await posted(detail);
    expect(message).toMatchObject({ channel_id: channel, message_reference: { message_id: under } });
    bot = await bot.restart();
    now += 60 * MINUTE;
    expect(
      await publisher().find({ target, threadParent: under, idempotencyKey: detail.idempotencyKey }, EVERYTHING),
    ).toEqual({
      kind: 'found',
      message: message.id,
    });
  });

  test('is found as a reply even if a thread has been created since', async () => {
    const { target, under, detail } = await detailOf();
    server.world.places.deny(target.channel, 'createPublicThreads');
    const message = await posted(detail);
    server.world.places.deny(target.channel);
    bot = await bot.restart();
    expect(await posted({ ...detail, idempotencyKey: newMark() })).toMatchObject({ channel_id: under });
    expect(
      await publisher().find({ target, threadParent: under, idempotencyKey: detail.idempotencyKey }, EVERYTHING),
    ).toEqual({
      kind: 'found',
      message: message.id,
    });
  });

  test.each([
    ['the post is deleted', ({ under }: { under: string }) => void server.world.messages.delete(under), 'deleted'],
    [
      'the channel is deleted',
      ({ channel }: { channel: string }) => server.world.places.remove(channel),
      'no longer exists',
    ],
  ])('fails permanently if %s', async (_, happens, words) => {
    const { target, under, detail } = await detailOf();
    happens({ under, channel: target.channel });
    expect(await post(detail)).toMatchObject({ kind: 'channelUnavailable', reason: expect.stringContaining(words) });
  });

  test.each([
    ['locked', (id: string) => server.world.places.lock(id)],
    ['deleted', (id: string) => server.world.places.remove(id)],
  ])('fails permanently if the thread is %s', async (_, happens) => {
    const { under, detail } = await detailOf();
    await posted(detail);
    happens(under);
    expect(await post({ ...detail, idempotencyKey: newMark() })).toMatchObject({ kind: 'channelUnavailable' });
  });

  test.each([502, BROKEN])('waits if it is unknown whether the thread was created: %i', async (status) => {
    const { detail } = await detailOf();
    server.respondWith({ ...MAKE, status, times: 10 });
    expect(await post(detail)).toMatchObject({ kind: 'retry' });
    server.clearPlanned();
    expect(await post(detail)).toMatchObject({ kind: 'sent' });
  });
});

describe('reading back', () => {
  const fillChannel = (channel: string, count: number): void => {
    for (let left = count; left > 0; left--) {
      const message = messageOf({ room: { channel }, author: { ...server.bot, id: '1' }, content: 'hm' });
      server.world.messages.set(message.id, message);
    }
  };
  const pagesOf = (channel: string): number =>
    server.calls.filter(({ method, path }) => method === 'GET' && path === `/channels/${channel}/messages`).length;

  test('reads as far back as necessary, and no further', async () => {
    const { target, idempotencyKey } = outgoingPost();
    fillChannel(target.channel, 150);
    now += 3_600 * MINUTE;
    const { id } = await posted(outgoingPost({ channel: target.channel, idempotencyKey }));
    fillChannel(target.channel, 250);
    expect(await publisher().find({ target, idempotencyKey }, MINUTE)).toEqual({ kind: 'found', message: id });
    expect(pagesOf(target.channel)).toBe(3);
    expect(await publisher().find({ target, idempotencyKey: 'other' }, MINUTE)).toEqual({ kind: 'absent' });
    expect(pagesOf(target.channel)).toBe(6);
  });

  test('ignores messages of other bots', async () => {
    const outgoing = outgoingPost();
    const { components } = await posted(outgoing);
    const [channel, mark] = [server.world.places.open(server.room.guild), outgoing.idempotencyKey];
    const author = { ...server.bot, id: snowflake() };
    const forged = messageOf({ room: { channel }, author, components });
    server.world.messages.set(forged.id, forged);
    expect(
      await publisher().find({ target: { ...outgoing.target, channel }, idempotencyKey: mark }, EVERYTHING),
    ).toEqual({
      kind: 'absent',
    });
  });

  test('finds nothing in a deleted channel', async () => {
    const outgoing = outgoingPost();
    await post(outgoing);
    server.world.places.remove(outgoing.target.channel);
    expect(await publisher().find(outgoing, EVERYTHING)).toEqual({ kind: 'absent' });
  });

  test('is unknown without permission to read', async () => {
    const outgoing = outgoingPost();
    await post(outgoing);
    server.world.places.deny(outgoing.target.channel, 'viewChannel');
    expect(await publisher().find(outgoing, EVERYTHING)).toMatchObject({ kind: 'hidden' });
  });

  test('is unknown if it ends early', async () => {
    const { target, idempotencyKey } = outgoingPost();
    fillChannel(target.channel, 10_100);
    expect(await publisher().find({ target, idempotencyKey }, EVERYTHING)).toMatchObject({ kind: 'hidden' });
  });

  test('is unknown if the thread is unavailable, even if the channel has no such message', async () => {
    const { target, idempotencyKey } = outgoingPost();
    const threadParent = (await posted(outgoingPost({ channel: target.channel }))).id;
    server.respondWith({ ...READ, path: new RegExp(`^/channels/${threadParent}/messages$`), status: 500, times: 10 });
    expect(await publisher().find({ target, idempotencyKey, threadParent }, EVERYTHING)).toMatchObject({
      kind: 'retry',
    });
  });

  test.each([500, BROKEN])('is retried later on server errors: %i', async (status) => {
    server.respondWith({ ...READ, status, times: 10 });
    expect(await publisher().find(outgoingPost(), EVERYTHING)).toMatchObject({ kind: 'retry' });
  });
});

describe('a channel', () => {
  const whyCannotPost = async (channel: string, workspace = server.room.guild): Promise<string | undefined> => {
    await bot.settled();
    const why = await publisher().whyCannotPost({ platform: 'Discord', workspace, channel });
    return why && inEnglish.message(why);
  };

  test.each([
    ['text', undefined],
    ['announcement', undefined],
    ['voice', undefined],
    ['forum', 'choose a text channel'],
    ['category', 'choose a text channel'],
  ] as const)('of type %s', async (kind, words) => {
    const found = await whyCannotPost(server.world.places.open(server.room.guild, { type: KIND[kind] }));
    if (words === undefined) expect(found).toBeUndefined();
    else expect(found).toContain(words);
  });

  test.each([
    ['viewChannel', 'View Channel'],
    ['sendMessages', 'Send Messages'],
  ] as const)('without %s is reported', async (name, words) => {
    const channel = server.world.places.open(server.room.guild);
    server.world.places.deny(channel, name);
    expect(await whyCannotPost(channel)).toContain(`“${words}”`);
  });

  test('that is a thread requires the permission for threads', async () => {
    const parent = server.world.places.open(server.room.guild);
    const thread = server.world.places.open(server.room.guild, { type: KIND.thread, parent });
    expect(await whyCannotPost(thread)).toBeUndefined();
    server.world.places.deny(parent, 'sendMessagesInThreads');
    expect(await whyCannotPost(thread)).toContain('Send Messages in Threads');
  });

  test('of a server without the bot, or between users, is reported', async () => {
    expect(await whyCannotPost(snowflake(), snowflake())).toContain('not in this server');
    const person = Person.direct(server);
    await person.command('help').answer();
    expect(await whyCannotPost(snowflake(), person.id)).toContain('not part of that conversation');
  });

  test('of a direct message is available only to its user', async () => {
    const person = Person.direct(server);
    const { id } = server.world.places.meet(person.id);
    expect(await whyCannotPost(id, person.id)).toBeUndefined();
    expect(await whyCannotPost(id, snowflake())).toMatch(/\.$/);
    expect(await whyCannotPost(id)).toMatch(/\.$/);
  });
});

test('a user who accepts no direct messages is not notified, and this is logged', async () => {
  const person = snowflake();
  server.world.places.blocking.add(person);
  await publisher().notify({ platform: 'Discord', workspace: server.room.guild }, person, reply);
  expect(bot.host.lines.at(-1)).toMatchObject({ level: 'error', details: { code: 50007 } });
});
