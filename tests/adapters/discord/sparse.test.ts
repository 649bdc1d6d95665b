import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Bot, startBot } from '../../support/discord/bot.ts';
import { interaction, type Message, message, user } from '../../support/discord/payloads.ts';
import { textOf } from '../../support/discord/person.ts';
import { CALLBACK } from '../../support/discord/rest.ts';

type Fields = Readonly<Record<string, unknown>>;

const STORY = 'The harbour of Tarn reopened on Monday, its master said. “Every crane is turning,” said Ines Moreau.';

let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(async () => expect(await bot.end()).toEqual([]));

/** Sends what whatever stands in for Discord might send. */
function sent(more: Fields, changed: Fields = {}) {
  const { server, me } = bot;
  const person = user(me.id, 'mina');
  const whole = interaction(
    { application: server.application, person, room: server.room, locale: 'en-US', manages: false, installed: true },
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
  await bot.house.visit();
  return textOf(message as Message);
}

const command = (data: Fields = { type: 1 }): Fields => ({ type: 2, data: { id: '1', name: 'help', ...data } });

describe('a question is answered though it comes', () => {
  test.each([
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
    expect(await answered({ ...more, ...on })).toContain('This button is out of date. Go on with one of these');
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

describe('a message is briefed that has', () => {
  const brief = (fields: Fields): Promise<string> => {
    const { room } = bot.server;
    const target = { ...message({ room, author: user('7', 'wire'), content: STORY }), ...fields };
    const resolved = { messages: { [target.id]: target } };
    return answered({ type: 2, data: { id: '1', name: 'Brief this', type: 3, target_id: target.id, resolved } });
  };

  test('its words in an embed, as bots have', async () => {
    const embed = { title: 'Harbour reopens', description: STORY, fields: [{ name: 'Weather', value: 'Calm again.' }] };
    expect(await brief({ content: '', embeds: [{}, embed] })).toContain('Harbour reopens');
  });

  test('words of its own beside the picture of a link', async () => {
    expect(await brief({ embeds: [{ title: 'Something else', description: 'Elsewhere.' }] })).not.toContain('else');
  });

  test.each(['attachments', 'embeds', 'mentions', 'mention_roles', 'edited_timestamp'])('no %s', async (field) => {
    expect(await brief({ [field]: undefined })).toContain('harbour of Tarn');
  });
});
