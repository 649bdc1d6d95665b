import type { Installation } from '@slack/bolt';
import { createEmulator, type Emulator } from 'emulate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { OPTIONAL_SCOPES, SCOPES } from '#adapters/slack/scopes';
import type { Publisher } from '#core/publisher';
import { memorySecretStore, testHost } from '../../support/adapter-host.ts';
import { MARKET } from '../../support/articles.ts';
import { plainPublisher } from '../../support/plain.ts';
import { freePort } from '../../support/port.ts';
import { river } from '../../support/river.ts';
import { startApp, type TestApp, TRANSPORTS } from '../../support/slack/app.ts';
import { peopleOf } from '../../support/slack/people.ts';

// An independent emulation of Slack: https://github.com/vercel-labs/emulate. It has no slash commands, buttons and answer
// response URLs, so those are sent as Slack would send them; all outgoing calls reach the emulation.

const KIM = 'xoxp-kim';
const secretStore = memorySecretStore();
let emulator: Emulator;
let app: TestApp;
let kim: { readonly id: string; readonly team: string };
let bot: NonNullable<Installation['bot']>;

type Said = Readonly<Record<string, unknown>> & { readonly ok: boolean };

const call = async (token: string, method: string, body: object): Promise<Said> => {
  const response = await fetch(`${emulator.url}/api/${method}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(body),
  });
  return (await response.json()) as Said;
};

/** The content of its pages. */
const inspected = async (tab: string): Promise<string> => (await fetch(`${emulator.url}/?tab=${tab}`)).text();

beforeAll(async () => {
  const host = testHost([river], secretStore);
  const address = await host.listen();
  const port = await freePort();
  emulator = await createEmulator({
    service: 'slack',
    port,
    baseUrl: `http://127.0.0.1:${port}`,
    seed: {
      slack: {
        team: { name: 'River', domain: 'river' },
        users: [{ name: 'kim', real_name: 'Kim', email: 'kim@river.example' }],
        channels: [{ name: 'news' }, { name: 'quiet' }],
        tokens: [{ token: KIM, type: 'user', user: 'kim' }],
        oauth_apps: [
          {
            client_id: TRANSPORTS.oauth.SLACK_CLIENT_ID,
            client_secret: TRANSPORTS.oauth.SLACK_CLIENT_SECRET,
            name: 'Onrecord',
            redirect_uris: [`${address}/slack/oauth_redirect`],
          },
        ],
      },
    },
  });
  app = await startApp(
    { apiUrl: `${emulator.url}/api/`, socket: undefined as never },
    { transport: 'oauth', entries: [river], host, settings: { ONRECORD_URL: address } },
  );
});

afterAll(async () => {
  await app.stop();
  await emulator.close();
});

/** The fields of the login form. */
const fieldsOf = (page: string, name: string): URLSearchParams => {
  const form = page.split('<form').find((part) => part.includes(name)) ?? '';
  const pairs = [...form.matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(([, key = '', value = '']) => [
    key,
    value.replaceAll('&amp;', '&'),
  ]);
  return new URLSearchParams(Object.fromEntries(pairs));
};

test('a workspace installs the app', async () => {
  const begun = await fetch(`${app.address()}/slack/install`, { redirect: 'manual' });
  const cookie = begun.headers.get('set-cookie')?.split(';')[0] ?? '';
  const page = await (await fetch(begun.headers.get('location') ?? '')).text();
  const chosen = await fetch(`${emulator.url}/oauth/v2/authorize/callback`, {
    method: 'POST',
    redirect: 'manual',
    body: fieldsOf(page, 'kim'),
  });
  const done = await fetch(chosen.headers.get('location') ?? '', { headers: { cookie } });
  expect(done.status).toBe(200);

  const [key = ''] = secretStore.keys();
  const installation = JSON.parse((await secretStore.get(key)) ?? '') as Installation;
  bot = installation.bot as typeof bot;
  expect(installation.bot?.scopes).toEqual([...SCOPES, ...OPTIONAL_SCOPES]);
  const who = await call(KIM, 'auth.test', {});
  kim = { id: `${who.user_id}`, team: `${who.team_id}` };
  expect(key).toBe(`slack/team/${kim.team}`);
});

/** The payload that Slack would send for a user of that workspace. */
let triggers = 0;
const people = (channel: string, trigger?: string) =>
  peopleOf(
    { responseUrl: () => `${emulator.url}/gone`, triggerId: () => trigger ?? `trigger.${++triggers}` },
    { user: kim.id, team: kim.team, channel, bot: bot.userId },
  );

const channelNamed = async (name: string): Promise<string> => {
  const { channels } = (await call(KIM, 'conversations.list', {})) as unknown as {
    channels: { id: string; name: string }[];
  };
  return channels.find((channel) => channel.name === name)?.id ?? '';
};

const direct = async (): Promise<string> => {
  const { channel } = (await call(KIM, 'conversations.open', { users: bot.userId })) as unknown as {
    channel: { id: string };
  };
  return channel.id;
};

const history = async (channel: string): Promise<string> =>
  JSON.stringify(await call(KIM, 'conversations.history', { channel }));

test('a direct message is answered there', async () => {
  const channel = await direct();
  await app.deliver(people(channel).direct('quotes speaker:lind', { channel }));
  expect((await app.test.nextRequest()).outcome).toBe('answered');
  expect(await history(channel)).toContain('a slow drought by decree');
});

test('a mention is answered to the user alone, in channels of the bot', async () => {
  const channel = await channelNamed('news');
  await call(KIM, 'conversations.invite', { channel, users: bot.userId });
  await app.deliver(people(channel).mention('brief'));
  expect((await app.test.nextRequest()).outcome).toBe('answered');
  expect(await history(channel)).not.toContain('River states argue');
});

test('a mention where the bot cannot write is answered in a direct message', async () => {
  await app.deliver(people('C0NOWHERE').mention('help'));
  expect((await app.test.nextRequest()).outcome).toBe('answered');
  const said = await history(await direct());
  expect(said).toContain('Commands');
  expect(said).toContain('cannot write in');
});

test('a post and its thread are in the channel; without the app they are rejected', async () => {
  const publisher = plainPublisher(app.adapter.publisher as Publisher);
  const target = { platform: 'Slack', workspace: kim.team, channel: await channelNamed('news') };
  const reply = { visibility: 'channel', blocks: [{ type: 'paragraph', text: ['Good morning, river.'] }] } as const;
  const outgoingPost = { target, idempotencyKey: 's1a00', reply, stillOwned: async () => true };
  const parent = await publisher.post(outgoingPost);
  const threadParent = parent.kind === 'sent' ? parent.message : '';
  expect((await publisher.post({ ...outgoingPost, idempotencyKey: 's1a01', threadParent })).kind).toBe('sent');
  const { messages } = (await call(KIM, 'conversations.replies', {
    channel: target.channel,
    ts: threadParent,
  })) as unknown as {
    messages: { text: string }[];
  };
  expect(messages.map(({ text }) => text)).toEqual(['Good morning, river.', 'Good morning, river.']);
  const nowhere = { ...target, channel: 'C0NOWHERE' };
  expect((await publisher.post({ ...outgoingPost, target: nowhere })).kind).toBe('channelUnavailable');
  expect([await publisher.whyCannotPost(target), await publisher.whyCannotPost(nowhere)]).toEqual([
    undefined,
    expect.stringContaining('/invite'),
  ]);
});

test('the Home tab is accepted', async () => {
  await app.deliver(people('C1').openHome());
  expect((await app.test.nextRequest()).outcome).toBe('answered');
  expect(await inspected('views')).toContain('River states argue over the dam');
});

test('a form is accepted', async () => {
  const { trigger_id } = await call(bot.token, 'views.generateTriggerId', { user_id: kim.id });
  expect(await inspected('views')).toContain('No modal views have been opened');
  await app.deliver(people('C1', `${trigger_id}`).command('/quotes', 'speaker:'));
  expect((await app.test.nextRequest()).outcome).toBe('answered');
  expect(await inspected('views')).not.toContain('No modal views have been opened');
});

test('an attached file is fetched and briefed', async () => {
  const begun = await call(KIM, 'files.getUploadURLExternal', {
    filename: 'market.md',
    length: Buffer.byteLength(MARKET),
  });
  await fetch(`${begun.upload_url}`, { method: 'POST', body: MARKET });
  const channel = await channelNamed('news');
  await call(KIM, 'files.completeUploadExternal', {
    files: [{ id: begun.file_id, title: 'market.md' }],
    channel_id: channel,
  });
  const { file } = (await call(KIM, 'files.info', { file: begun.file_id })) as unknown as { file: object };
  await app.deliver(people(channel).briefThis('brief-this', { files: [file] }));
  expect(await app.test.nextRequest()).toMatchObject({ source: 'shortcut', command: 'brief', outcome: 'answered' });
});
