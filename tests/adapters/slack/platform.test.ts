import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { slack as platform } from '#adapters/slack/platform';
import { commands } from '#commands';
import type { Diagnostic } from '#core/platform';
import { APP_TOKEN, BOT_TOKEN, TRANSPORTS } from '../../support/slack/app.ts';
import { type LoopbackSlack, rateLimited, refused, startSlack } from '../../support/slack/server.ts';

const ALL = 'commands,chat:write,app_mentions:read,im:history,files:read,users:read';
const host = { commands, translations: {} };
type Given = Readonly<Record<string, string>>;
const reader = (given: Given) => (name: string) => given[name] ?? '';

describe('the doctor', () => {
  let slack: LoopbackSlack;
  beforeEach(async () => {
    slack = await startSlack();
    slack.grants.scopes.set(BOT_TOKEN, ALL);
  });
  afterEach(() => slack.close());

  const examined = async (source: Given): Promise<readonly Diagnostic[]> => {
    const found = await platform.configure(reader({ SLACK_API_URL: slack.apiUrl, ...source }))?.diagnose(host);
    expect(JSON.stringify(found)).not.toMatch(/of-the-tests/);
    return found ?? [];
  };
  const wrong = async (source: Given): Promise<readonly Diagnostic[]> =>
    (await examined(source)).filter(({ ok }) => !ok);

  test.each(['socket', 'http'] as const)('finds no problem in a valid setup over %s', async (transport) => {
    expect(await wrong(TRANSPORTS[transport])).toEqual([]);
    expect(JSON.stringify(await examined(TRANSPORTS[transport]))).toContain('onrecord in River');
  });

  test('names the scopes that are missing, and where they are added', async () => {
    slack.grants.scopes.set(BOT_TOKEN, 'commands,chat:write,im:history,users:read');
    const [finding, ...more] = await wrong(TRANSPORTS.socket);
    expect(more).toEqual([]);
    expect(finding?.what).toContain('It lacks required scopes: app_mentions:read, files:read.');
    expect(finding?.fix).toContain('Reinstall');
  });

  test('warns about missing optional scopes, which are no error', async () => {
    expect((await examined(TRANSPORTS.socket)).filter(({ warning }) => warning)).toMatchObject([
      { ok: true },
      { ok: true },
      { ok: true },
    ]);
    const read = async (): Promise<string> => JSON.stringify(await examined(TRANSPORTS.socket));
    expect(await read()).toContain('channels:history, groups:history not granted');
    slack.grants.scopes.set(BOT_TOKEN, `${ALL},channels:history,groups:history`);
    expect(await read()).toContain('can find its own posts again');
    expect(await read()).toContain('channels:read, groups:read not granted');
    slack.grants.scopes.set(BOT_TOKEN, `${ALL},channels:read,groups:read`);
    expect(await read()).toContain('It sees who may post in a channel');
    expect(await read()).toContain('It cannot send files (files:write not granted)');
    slack.grants.scopes.set(BOT_TOKEN, `${ALL},files:write`);
    expect(await read()).toContain('It can send files');
  });

  test('distinguishes an unknown token from an unreachable network', async () => {
    slack.revoke(BOT_TOKEN, 'invalid_auth');
    slack.revoke(APP_TOKEN, 'not_allowed_token_type');
    const [bot, app] = await wrong(TRANSPORTS.socket);
    expect(bot).toMatchObject({
      what: 'SLACK_BOT_TOKEN: invalid_auth.',
      fix: expect.stringContaining('OAuth & Permissions'),
    });
    expect(app).toMatchObject({ fix: expect.stringContaining('connections:write') });
    await slack.close();
    for (const { fix } of await wrong(TRANSPORTS.socket)) expect(fix).toContain('Is there a network');
  });

  test('reports a rate limit, which is no network fault', async () => {
    slack.failNext('auth.test', rateLimited(30));
    slack.failNext('apps.connections.open', rateLimited(30));
    const fixes = (await wrong(TRANSPORTS.socket)).map(({ fix }) => fix);
    expect(fixes).toEqual(Array(2).fill('Slack asks for a pause: try again in 30 s.'));
  });

  test('says where workspaces install the app, and what is required for that', async () => {
    expect(await wrong(TRANSPORTS.oauth)).toMatchObject([{ what: expect.stringContaining('ONRECORD_URL') }]);
    const found = await examined({ ...TRANSPORTS.oauth, ONRECORD_URL: 'https://on.example' });
    expect(found.at(-1)).toMatchObject({ ok: true, show: 'https://on.example/slack/install' });
    slack.failNext('api.test', refused('internal_error'));
    expect(await wrong({ ...TRANSPORTS.oauth, ONRECORD_URL: 'https://on.example' })).toMatchObject([
      { fix: expect.stringContaining('network') },
    ]);
  });
});

describe('the setup', () => {
  let slack: LoopbackSlack;
  beforeEach(async () => {
    slack = await startSlack();
    slack.grants.scopes.set(BOT_TOKEN, ALL);
  });
  afterEach(() => slack.close());

  const setUp = (given: Given): Promise<readonly Diagnostic[]> =>
    platform.setUp(reader({ SLACK_API_URL: slack.apiUrl, ...given }), host);
  const open = async (given: Given): Promise<readonly string[]> =>
    (await setUp(given)).flatMap(({ ok, what }) => (ok ? [] : [what]));

  test('shows the manifest once, and finally the link that contains it', async () => {
    const found = await setUp({});
    const [file, link] = [found[0], found.at(-1)];
    expect(found.filter(({ once }) => once)).toEqual([file, link]);
    const inLink = JSON.parse(new URL(link?.show ?? '').searchParams.get('manifest_json') ?? '');
    expect(file).toMatchObject({ file: 'slack-manifest.json' });
    expect(JSON.parse(file?.show ?? '')).toEqual(inLink);
    expect(inLink.settings).toMatchObject({ socket_mode_enabled: true });
    expect(JSON.stringify(inLink.features.slash_commands)).toContain('"/brief"');
  });

  test('lists what is missing until nothing is', async () => {
    const link = expect.stringContaining('manifest');
    expect(await open({})).toEqual(['SLACK_BOT_TOKEN is missing.', 'SLACK_APP_TOKEN is missing.', link]);
    expect(await open({ SLACK_BOT_TOKEN: 'xoxb-1' })).toEqual(['SLACK_APP_TOKEN is missing.', link]);
    expect(await open(TRANSPORTS.socket)).toEqual([]);
  });

  test('tests the tokens, and whether both belong to one app', async () => {
    const told = async (given: Given): Promise<string> =>
      JSON.stringify(await setUp({ ...TRANSPORTS.socket, ...given }));
    expect(await told({})).toContain('SLACK_BOT_TOKEN is valid');
    expect(await told({ SLACK_APP_TOKEN: 'xapp-1-A1-2-of-the-tests' })).toContain('Both tokens are of one app (A1).');
    expect(await open({ ...TRANSPORTS.socket, SLACK_APP_TOKEN: 'xapp-1-A2-2-of-the-tests' })).toEqual([
      'The tokens are of two apps: SLACK_BOT_TOKEN of A1, SLACK_APP_TOKEN of A2.',
    ]);
    slack.revoke(BOT_TOKEN, 'invalid_auth');
    expect(await open(TRANSPORTS.socket)).toEqual(['SLACK_BOT_TOKEN: invalid_auth.']);
  });

  test('is for HTTP if there is a public address', async () => {
    const given = { ONRECORD_URL: 'https://on.example/' };
    const link = (await setUp(given)).at(-1);
    expect(decodeURIComponent(link?.show ?? '')).toContain('https://on.example/slack/events');
    expect(await open(given)).toContain('SLACK_SIGNING_SECRET is missing.');
    expect(await open({ ...given, SLACK_CLIENT_ID: '1.2' })).toEqual(
      expect.arrayContaining([
        'SLACK_CLIENT_SECRET is missing.',
        'ONRECORD_KEY is missing.',
        'ONRECORD_PORT is missing.',
      ]),
    );
    expect(await open({ ...given, ...TRANSPORTS.oauth })).toEqual([]);
  });

  test('uses the configured names, and rejects invalid ones', async () => {
    const [file] = await setUp({ SLACK_COMMAND_PREFIX: 'news-' });
    expect(file?.show).toContain('"/news-brief"');
    await expect(setUp({ SLACK_UMBRELLA: 'help' })).rejects.toThrow('/help would be two commands');
    await expect(setUp({ SLACK_COMMAND_PREFIX: 'Two Words' })).rejects.toThrow('SLACK_COMMAND_PREFIX');
  });
});
