import type { Client } from 'discord.js';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { tolerateBadPackets } from '#adapters/discord/connection/tolerant-gateway';
import type { Requester } from '#core/access/requester';
import type { Dispatcher } from '#core/ports';
import type { Publisher } from '#core/publisher';
import { type Bot, startBot } from '../../support/discord/bot.ts';
import { INTENTS } from '../../support/discord/gateway.ts';
import { interaction, type Message, message, snowflake, user } from '../../support/discord/payloads.ts';
import { textOf } from '../../support/discord/person.ts';
import { CALLBACK } from '../../support/discord/rest.ts';
import { dispatcherOf } from '../../support/dispatcher.ts';
import { plainPublisher } from '../../support/plain.ts';
import { river } from '../../support/river.ts';

type Fields = Readonly<Record<string, unknown>>;

const STORY = 'The harbour of Tarn reopened on Monday, its master said. “Every crane is turning,” said Ines Moreau.';

const whole = dispatcherOf([river]);
let requestScope: Requester['scope'];
const dispatcher: Dispatcher = {
  ...whole,
  dispatch: (question, asker) => {
    requestScope = asker?.scope;
    return whole.dispatch(question, asker);
  },
};

let bot: Bot;
beforeAll(async () => {
  bot = await startBot({ dispatcher, settings: { DISCORD_MENTIONS: 'yes' } });
});
afterAll(async () => expect(await bot.end()).toEqual([]));

/** Sends sparse events, as an emulator of Discord might. */
function sent(more: Fields, changed: Fields = {}, manages = false) {
  const { server, me } = bot;
  const person = user(me.id, 'mina');
  const whole = interaction(
    { application: server.application, person, room: server.room, locale: 'en-US', manages, installed: true },
    more,
  );
  const { id, token } = whole;
  server.world.interactions.set(token, { id, token, room: server.room, expired: false });
  server.gateway.dispatch('INTERACTION_CREATE', { ...whole, ...changed }, server.room.guild);
  return {
    first: `/interactions/${id}/${token}/callback`,
    last: `/webhooks/${server.application}/${token}/messages/@original`,
  };
}

async function answered(more: Fields, changed?: Fields): Promise<string> {
  const { last } = sent(more, changed);
  const { message } = await bot.server.call(({ path }) => path === last);
  await bot.host.nextRequest();
  return textOf(message as Message);
}

const command = (data: Fields = { type: 1 }): Fields => ({ type: 2, data: { id: '1', name: 'help', ...data } });

describe('a request is answered if it comes', () => {
  test.each([
    'application_id',
    'entitlements',
    'authorizing_integration_owners',
    'channel',
    'locale',
    'guild',
    'guild_locale',
    'app_permissions',
    'context',
    'attachment_size_limit',
    'version',
  ])('without %s', async (field) => {
    expect(await answered(command(), { [field]: undefined })).toContain('/brief');
  });

  test('without the kind of its command', async () => {
    expect(await answered(command({}))).toContain('/brief');
  });

  test.each<[what: string, more: Fields]>([
    ['another kind of menu', { type: 3, data: { component_type: 5, custom_id: 'x', values: ['1'] }, message: {} }],
    ['a form', { type: 5, data: { custom_id: 'x', components: [] } }],
    ['an entry in a person’s menu', { type: 2, data: { id: '1', name: 'x', type: 2, target_id: '1', resolved: {} } }],
  ])('from %s that is none of ours', async (_, more) => {
    const { room } = bot.server;
    const on = 'message' in more ? { message: message({ room, author: bot.server.bot }) } : {};
    expect(await answered({ ...more, ...on })).toContain('This button is out of date. Continue with one of these');
  });
});

test('uses the bot’s own application if the gateway does not name it', () => {
  const seen: unknown[] = [];
  const ws = { handlePacket: (packet: unknown) => seen.push(packet) };
  tolerateBadPackets({ ws } as unknown as Client, () => {});
  ws.handlePacket({ t: 'READY', d: { user: { id: '7' } } });
  ws.handlePacket({ t: 'READY', d: { user: { id: '7' }, application: { id: '8' } } });
  expect(seen).toMatchObject([{ d: { application: { id: '7' } } }, { d: { application: { id: '8' } } }]);
});

describe('the user has a scope if the request comes', () => {
  test('with only the id of the channel', async () => {
    const { last } = sent(command(), { channel: undefined });
    await bot.server.call(({ path }) => path === last);
    await bot.host.nextRequest();
    expect(requestScope).toMatchObject({ workspace: bot.server.room.guild, channel: bot.server.room.channel });
  });

  test.each([true, false])('without the installing user, if the user may manage the server: %s', async (may) => {
    const { last } = sent(command(), { authorizing_integration_owners: undefined }, may);
    await bot.server.call(({ path }) => path === last);
    await bot.host.nextRequest();
    expect(await requestScope?.canManageSchedules()).toBe(may);
  });
});

describe('a message to the bot is answered if nothing states', () => {
  const said = async (channel: string, guild?: string): Promise<string> => {
    const { bot: self, gateway } = bot.server;
    const author = user('7', 'mina');
    const written = message({ room: { channel, ...(guild && { guild }) }, author, content: `<@${self.id}> help` });
    gateway.dispatch('MESSAGE_CREATE', written, guild, guild ? INTENTS.guildMessages : INTENTS.directMessages);
    const call = await bot.server.call(({ path }) => path === `/channels/${channel}/messages`);
    await bot.host.nextRequest();
    return textOf(call.body);
  };

  test('that its channel is a direct message', async () => {
    const channel = snowflake();
    bot.server.world.places.meet('7', channel);
    expect(await said(channel)).toContain('/brief');
  });

  test('anything about its channel', async () => {
    expect(await said(snowflake(), bot.server.room.guild)).toContain('/brief');
  });
});

describe('a channel known only from a request', () => {
  /**
   * Sends a request from such a channel.
   *
   * @returns the reason why posting there is impossible.
   */
  const heard = async (changed: Fields = {}) => {
    const channel = snowflake();
    const { guild } = bot.server.room;
    bot.server.respondWith({ method: 'GET', path: /^\/(channels\/\d+|guilds\/.*)$/, status: 404, times: 9 });
    const { last } = sent(command(), { channel: undefined, channel_id: channel, ...changed });
    await bot.server.call(({ path }) => path === last);
    await bot.host.nextRequest();
    return (asked: Fields = {}) =>
      plainPublisher(bot.adapter.publisher as Publisher).whyCannotPost({
        platform: 'Discord',
        workspace: guild,
        channel,
        ...asked,
      });
  };
  afterEach(() => bot.server.clearPlanned());

  test('is accepted, in the server of the request', async () => {
    const whyCannotPost = await heard();
    expect(await whyCannotPost()).toBeUndefined();
    expect(await whyCannotPost({ workspace: snowflake() })).toContain('not in this server');
    expect(await whyCannotPost({ channel: snowflake() })).toContain('cannot see such a channel');
  });

  test('lacks the permissions that the request lacks', async () => {
    expect(await (await heard({ app_permissions: String(1n << 10n) }))()).toContain('“Send Messages”');
  });

  test('is removed once Discord says so', async () => {
    const whyCannotPost = await heard();
    bot.server.clearPlanned();
    expect(await whyCannotPost()).toContain('cannot see such a channel');
  });

  test('may be a direct message with that user, but not one between other users', async () => {
    const person = { guild_id: undefined, member: undefined, user: user('7', 'mina') };
    expect(await (await heard({ ...person, context: 1 }))({ workspace: '7' })).toBeUndefined();
    expect(await (await heard({ ...person, context: 2 }))({ workspace: '7' })).toContain('not part of that');
  });
});

test.each<[what: string, options: unknown]>([
  ['nothing', undefined],
  ['nothing that is typed in', [{ name: 'speaker', type: 3, value: 'k' }]],
  ['a number', [{ name: 'page', type: 4, value: 2, focused: true }]],
])('a completion of %s has nothing to offer', async (_, options) => {
  const { first } = sent({ type: 4, data: { id: '1', name: 'quotes', type: 1, options } });
  const { body } = await bot.server.call(({ path }) => path === first);
  expect(body).toEqual({ type: CALLBACK.choices, data: { choices: [] } });
});

describe('briefs a message that has', () => {
  const brief = (fields: Fields): Promise<string> => {
    const { room } = bot.server;
    const target = { ...message({ room, author: user('7', 'wire'), content: STORY }), ...fields };
    const resolved = { messages: { [target.id]: target } };
    return answered({ type: 2, data: { id: '1', name: 'Brief this', type: 3, target_id: target.id, resolved } });
  };

  test('its text in an embed, as messages of bots do', async () => {
    const embed = { title: 'Harbour reopens', description: STORY, fields: [{ name: 'Weather', value: 'Calm again.' }] };
    expect(await brief({ content: '', embeds: [{}, embed] })).toContain('Harbour reopens');
  });

  test('text beside a link preview', async () => {
    expect(await brief({ embeds: [{ title: 'Something else', description: 'Elsewhere.' }] })).not.toContain('else');
  });

  test.each(['attachments', 'embeds', 'mentions', 'mention_roles', 'edited_timestamp'])('no %s', async (field) => {
    expect(await brief({ [field]: undefined })).toContain('harbour of Tarn');
  });
});
