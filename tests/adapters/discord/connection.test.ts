import { once } from 'node:events';
import { afterEach, describe, expect, test } from 'vitest';
import { makeClient } from '#adapters/discord/connection/client';
import { UserError } from '#core/errors';
import { type Bot, openDiscord, startBot } from '../../support/discord/bot.ts';
import { guild as guildOf, type Message, snowflake } from '../../support/discord/payloads.ts';
import { isPrivate, Person, textOf } from '../../support/discord/person.ts';
import { type DiscordServer, startDiscord } from '../../support/discord/server.ts';
import { dispatcherOf } from '../../support/dispatcher.ts';
import { river } from '../../support/river.ts';

const dispatcher = dispatcherOf([river]);
const ANSWER = { method: 'PATCH', path: /messages\/@original$/ } as const;

let ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends) await end();
  ends = [];
});

async function started(given: Parameters<typeof startBot>[0] = {}): Promise<Bot> {
  const bot = await startBot(given);
  ends.push(async () => expect(await bot.end()).toEqual([]));
  return bot;
}

async function served(options = {}): Promise<DiscordServer> {
  const server = await startDiscord(options);
  ends.push(() => server.close());
  return server;
}

describe('a lost connection is restored', () => {
  test.each([
    ['Discord asks for a new one', (bot: Bot) => bot.server.gateway.askToReconnect()],
    ['the line breaks', (bot: Bot) => bot.server.gateway.drop()],
    ['the session times out', (bot: Bot) => bot.server.gateway.drop(4000)],
  ])('when %s, and answers what was asked meanwhile', async (_, lose) => {
    const bot = await started();
    expect(await bot.host.nextState()).toBe(true);
    const resumed = once(bot.server.gateway.happened, 'resume');
    lose(bot);
    expect(await bot.host.nextState()).toBe(false);
    const asked = bot.me.command('brief');
    await resumed;
    expect(textOf(await asked.answer())).toContain('River states argue');
    expect(await bot.host.nextState()).toBe(true);
    expect(bot.server.gateway.identified.length).toBe(1);
  });

  test('connects and counts every shard that the gateway recommends', async () => {
    const server = await served({ shards: 2 });
    const bot = await startBot({ server });
    ends.unshift(() => bot.adapter.stop());
    expect(server.gateway.identified.length).toBe(2);
    expect(textOf(await bot.me.command('help').answer())).toContain('/brief');
    expect(await bot.host.nextState()).toBe(true);
  });
});

test('an outage of one server does not delay users in others', () => {
  expect(makeClient({ token: '', mentions: false }).options.waitGuildTimeout).toBeLessThan(3_000);
});

describe('requests only the needed intents', () => {
  test.each([
    [{}, 1],
    [{ DISCORD_MENTIONS: 'no' }, 1],
    [{ DISCORD_MENTIONS: 'yes' }, 1 | (1 << 9) | (1 << 12)],
  ])('%j', async (settings, intents) => {
    const { server } = await started({ settings });
    expect(server.gateway.identified).toEqual([intents]);
  });
});

describe('a start that fails', () => {
  const failure = async (server: DiscordServer, settings = {}): Promise<Error> => {
    const { adapter, host } = await openDiscord(server, { settings });
    const error = await adapter.start(dispatcher).then(
      () => new Error('It started.'),
      (reason: Error) => reason,
    );
    await adapter.stop();
    expect(host.states).toEqual([]);
    return error;
  };

  test('with a wrong token says where to get the right one, without showing it', async () => {
    const token = 'MTIz.wrong.token-of-somebody';
    const error = await failure(await served(), { DISCORD_TOKEN: token });
    expect(error).toBeInstanceOf(UserError);
    expect(error.message).toContain('DISCORD_TOKEN');
    expect(error.message).toContain('Reset Token');
    expect(error.message).not.toContain(token);
  });

  test.each([
    [4004, 'DISCORD_TOKEN'],
    [4013, '4013'],
    [4014, 'intent'],
  ])('because the gateway closes with %i reports it', async (code, words) => {
    const server = await served();
    server.gateway.refusing = code;
    const error = await failure(server);
    expect(error).toBeInstanceOf(UserError);
    expect(error.message).toContain(words);
  });

  test('because no server answers says what to check', async () => {
    const server = await startDiscord();
    await server.close();
    const error = await failure(server);
    expect(error).toBeInstanceOf(UserError);
    expect(error.message).toContain('DISCORD_API_URL');
  });

  test('because no sessions are left today reports it', async () => {
    const server = await served();
    server.world.starts.remaining = 0;
    expect((await failure(server)).message).toContain('today');
  });

  test('because it is stopped meanwhile ends', async () => {
    const server = await served();
    const gate = Promise.withResolvers<void>();
    server.respondWith({ method: 'GET', path: /gateway/, status: 500, after: gate.promise });
    const { adapter } = await openDiscord(server);
    const start = adapter.start(dispatcher);
    await adapter.stop();
    await start;
    gate.resolve();
  });
});

describe('a token that is revoked at run time', () => {
  test('stops the platform with one clear line, reported by the gateway', async () => {
    const { host, server, adapter } = await started();
    server.revoke();
    server.gateway.drop(4004);
    expect(await host.lost).toContain('DISCORD_TOKEN');
    await adapter.stop();
    expect(host.log()).not.toContain(server.token);
    expect(host.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('stops the platform with one clear line, reported by a call', async () => {
    const { host, server, me } = await started({ settings: { DISCORD_MENTIONS: 'yes' } });
    server.revoke();
    void me.say(`<@${server.bot.id}> help`);
    expect(await host.lost).toContain('Reset Token');
    expect(await host.nextRequest()).toMatchObject({ outcome: 'refused' });
  });
});

test('a stop lets requests in progress be answered and rejects later ones', async () => {
  const bot = await started();
  const gate = Promise.withResolvers<void>();
  bot.server.respondWith({ ...ANSWER, status: 500, after: gate.promise });
  const asked = bot.me.command('brief');
  await asked.acknowledged();
  const stopped = bot.adapter.stop();
  const late = await new Person(bot.server).command('brief').answer();
  expect(textOf(late)).toContain('restarting');
  expect(isPrivate(late)).toBe(true);
  bot.server.clearPlanned();
  gate.resolve();
  await stopped;
  expect(textOf(await asked.answer())).toContain('River states argue');
  expect(bot.server.gateway.connections).toBe(0);
});

test('records a server that removes the bot, but not one with an outage or in an invalid event', async () => {
  const bot = await started();
  const { guild } = bot.server.room;
  const looked = () => bot.server.call(({ path }) => path === `/guilds/${guild}`);
  bot.server.gateway.dispatch('GUILD_DELETE', { id: guild, unavailable: true }, guild);
  await bot.me.command('help').answer();
  bot.server.gateway.dispatch('GUILD_DELETE', { id: guild }, guild);
  await looked();
  await Person.direct(bot.server).command('help').answer();
  expect(bot.host.forgotten.all).toEqual([]);
});

test('welcomes a server once when the bot joins it, where it may write', async () => {
  const bot = await started();
  const joined = snowflake();
  const places = bot.server.world.places;
  const closed = places.open(joined, { name: 'rules' });
  places.deny(closed, 'sendMessages');
  const channel = places.open(joined, { name: 'general' });
  bot.server.gateway.dispatch('GUILD_CREATE', guildOf(joined, bot.server.world.bot, places.of(joined)), joined);
  const { message } = await bot.server.call(({ path }) => path === `/channels/${channel}/messages`);
  const text = textOf(message as Message);
  for (const line of ['Welcome to Onrecord', '/brief', '/quotes', '/schedule add time:07:30'])
    expect(text).toContain(line);
  expect(await bot.host.installed.next()).toEqual({ platform: 'Discord', workspace: joined });
  const posted = () => bot.server.calls.filter(({ method, path }) => method === 'POST' && path.endsWith('/messages'));
  expect(posted()).toHaveLength(1);
});

describe('a server that the bot joined while the process was down', () => {
  const posts = ({ calls }: DiscordServer) => calls.filter(({ path }) => path.endsWith('/messages'));
  const anHourAgo = new Date(Date.now() - 3_600_000).toISOString();

  test('is welcomed at the start, in its language', async () => {
    const server = await startDiscord({ joined: anHourAgo, locale: 'ko' });
    const bot = await started({ server });
    const { message } = await server.call(({ path }) => path.endsWith('/messages'));
    expect(textOf(message as Message)).toContain('Onrecord가 왔습니다');
    expect([...bot.host.welcomed]).toEqual([[server.room.guild, Date.parse(anHourAgo)]]);
    await bot.me.command('help').answer();
    expect(posts(server)).toHaveLength(1);
  });

  test.each([
    ['was welcomed before', anHourAgo, true],
    ['has had the bot for long', '2025-01-01T00:00:00.000Z', false],
  ])('is left alone if it %s', async (_, joined, welcomed) => {
    const server = await served({ joined });
    const { host, adapter } = await openDiscord(server);
    if (welcomed) host.welcomed.set(server.room.guild, Date.parse(joined));
    await adapter.start(dispatcherOf([river]));
    await new Person(server).command('help').answer();
    await adapter.stop();
    expect(posts(server)).toEqual([]);
  });
});

test('records a server that removes the bot once Discord confirms it', async () => {
  const bot = await started();
  const { guild } = bot.server.room;
  bot.server.world.places.leave(guild);
  bot.server.gateway.dispatch('GUILD_DELETE', { id: guild }, guild);
  expect(await bot.host.forgotten.next()).toEqual({ platform: 'Discord', workspace: guild });
});

test('finds at the start which servers removed the bot while the process was down, and leaves users unchanged', async () => {
  const server = await startDiscord();
  const [user, gone] = [snowflake(), snowflake()];
  server.world.places.meet(user);
  const { host, adapter } = await openDiscord(server);
  host.tenants.push(...[user, gone, server.room.guild].map((workspace) => ({ platform: 'Discord', workspace })));
  await adapter.start(dispatcherOf([river]));
  expect(await host.forgotten.next()).toEqual({ platform: 'Discord', workspace: gone });
  expect(await host.installed.next()).toEqual({ platform: 'Discord', workspace: server.room.guild });
  await adapter.stop();
  expect(host.forgotten.all).toHaveLength(1);
  await server.close();
});

describe('the commands', () => {
  const puts = ({ server }: Bot) => server.calls.filter(({ method }) => method === 'PUT');

  test('are registered in every language if they have changed, and otherwise left unchanged', async () => {
    const translations = {
      ko: { commands: { help: { name: '도움말', description: '명령 보기', options: {} } }, briefThis: '요약하기' },
    };
    const first = await startBot({ translations });
    const bot = await first.restart();
    ends.push(async () => expect(await bot.end()).toEqual([]));
    expect(puts(bot).length).toBe(1);
    expect(puts(bot)[0]?.body).toContainEqual(
      expect.objectContaining({ name: 'help', name_localizations: expect.objectContaining({ ko: '도움말' }) }),
    );
    expect(puts(bot)[0]?.body).toContainEqual(expect.objectContaining({ name: 'Brief this', type: 3 }));
    // In every language, the command arrives under its English name.
    const korean = new Person(bot.server, { locale: 'ko' });
    expect(textOf(await korean.command('help').answer())).toContain('/brief');
  });

  test('are registered if Discord lists none', async () => {
    const server = await startDiscord();
    server.respondWith({ method: 'GET', path: /commands$/, status: 404 });
    const bot = await started({ server });
    expect(puts(bot).length).toBe(1);
  });

  test('that cannot be registered are one line in the log, and requests are answered', async () => {
    const server = await startDiscord();
    server.respondWith({
      method: 'PUT',
      path: /commands$/,
      status: 400,
      code: 30034,
      message: 'Max number of daily creates',
    });
    const bot = await started({ server });
    expect(bot.host.lines).toMatchObject([{ level: 'error', details: { code: 30034 } }]);
    expect(textOf(await bot.me.command('help').answer())).toContain('/brief');
  });
});
