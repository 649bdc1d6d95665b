import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Requester } from '#core/access/requester';
import { inEnglish } from '#core/messages/index';
import type { Dispatcher } from '#core/ports';
import { type Bot, startBot } from '../../../support/discord/bot.ts';
import { snowflake } from '../../../support/discord/payloads.ts';
import { Person } from '../../../support/discord/person.ts';
import { dispatcherOf } from '../../../support/dispatcher.ts';
import { river } from '../../../support/river.ts';

const whole = dispatcherOf([river]);
const asked: (Requester | undefined)[] = [];
const lines: string[] = [];
const dispatcher: Dispatcher = {
  ...whole,
  dispatch: (question, asker) => {
    asked.push(asker);
    if (question.kind === 'line') lines.push(question.text);
    return whole.dispatch(question, asker);
  },
  complete: (command, option, typed, options, asker) => {
    asked.push(asker);
    return whole.complete(command, option, typed, options, asker);
  },
};

let bot: Bot;
beforeAll(async () => {
  bot = await startBot({
    dispatcher,
    settings: { DISCORD_MENTIONS: 'yes' },
  });
});
afterAll(async () => expect(await bot.end()).toEqual([]));

const scope = () => asked.at(-1)?.scope;
const manages = () => scope()?.canManageSchedules();

describe('the asking user', () => {
  test('belongs to the channel of the server, by the key under which schedules are stored', async () => {
    await bot.me.command('brief').answer();
    const { guild: workspace, channel } = bot.server.room;
    expect(scope()).toMatchObject({ platform: 'Discord', workspace, channel, userId: bot.me.id });
    expect(bot.adapter.name).toBe('Discord');
    expect(await scope()?.timeZone()).toBeUndefined();
  });

  test.each([
    ['a button', async (me: Person) => me.press(await me.command('brief').answer(), 'Quotes').answer()],
    ['a completion', async (me: Person) => me.complete('brief', 'article', 'riv').choices()],
    ['a mention', async (me: Person) => me.say(`<@${bot.server.bot.id}> brief`)],
  ])('has a scope by %s, too', async (_, ask) => {
    await ask(bot.me);
    expect(scope()).toMatchObject({ workspace: bot.server.room.guild, userId: bot.me.id });
  });

  test.each([true, false])('may change schedules if they may manage the server: %s', async (may) => {
    const person = new Person(bot.server, { manages: may });
    await person.command('brief').answer();
    expect(await manages()).toBe(may);
    await person.say(`<@${bot.server.bot.id}> brief`);
    expect(await manages()).toBe(may);
  });

  test('finds a channel of the server by its name, and names who may grant permissions', async () => {
    await bot.me.command('brief').answer();
    expect(scope()?.channelName?.(bot.server.room.channel)).toBe('#desk');
    expect(scope()?.channelName?.(snowflake())).toBeUndefined();
    expect(inEnglish.message(scope()?.managerDescription ?? '')).toContain('“Manage Server”');
    await bot.me.say(`<@${bot.server.bot.id}> brief`);
    expect(scope()?.channelName?.(bot.server.room.channel)).toBe('#desk');
  });

  test('does not find a channel of another server by its name', async () => {
    await Person.direct(bot.server).command('brief').answer();
    expect(scope()?.channelName?.(bot.server.room.channel)).toBeUndefined();
  });

  test('has their own schedules in a direct message', async () => {
    const person = Person.direct(bot.server);
    await person.command('brief').answer();
    expect(scope()).toMatchObject({ workspace: person.id, userId: person.id });
    expect(await manages()).toBe(true);
    await person.say('brief');
    expect(scope()).toMatchObject({ workspace: person.id, userId: person.id });
    expect(await manages()).toBe(true);
  });

  test('changes nothing in a server where only the user has installed the app', async () => {
    const room = { guild: snowflake(), channel: snowflake() };
    await new Person(bot.server, { room, installed: false }).command('brief').answer();
    expect(scope()).toMatchObject({ workspace: room.guild });
    expect(await manages()).toBe(false);
  });
});

describe('a channel in a typed line', () => {
  test.each([
    ['as Discord writes it', (id: string) => `channel:<#${id}>`],
    ['by its name', () => 'channel:desk'],
    ['by its name with its sign', () => 'channel:#Desk'],
    ['by its id', (id: string) => `channel:${id}`],
  ])('is resolved to its id: %s', async (_, written) => {
    const { channel } = bot.server.room;
    await bot.me.say(`<@${bot.server.bot.id}> brief ${written(channel)}`);
    expect(lines.at(-1)).toBe(`brief channel:${channel}`);
  });

  test('is left unchanged if it does not exist', async () => {
    await bot.me.say(`<@${bot.server.bot.id}> quotes about:#budget channel:nowhere`);
    expect(lines.at(-1)).toBe('quotes about:#budget channel:nowhere');
  });
});
