import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DiscordApiError } from '#adapters/discord/api/errors';
import { explain } from '#adapters/discord/connection/connection';
import { discord } from '#adapters/discord/platform';
import { unreachableDiagnostic } from '#adapters/discord/setup/application';
import { commands } from '#commands';
import type { Diagnostic } from '#core/platform';
import { settingsFor } from '../../support/discord/bot.ts';
import { type DiscordServer, startDiscord } from '../../support/discord/server.ts';

const host = { commands, translations: {} };

let server: DiscordServer;
beforeAll(async () => {
  server = await startDiscord();
});
beforeEach(() => server.clearPlanned());
afterAll(async () => {
  expect(server.faults()).toEqual([]);
  await server.close();
});

const examine = async (more = {}): Promise<readonly Diagnostic[]> =>
  (await discord.configure(settingsFor(server, more))?.diagnose(host)) ?? [];
const setUp = (more = {}): Promise<readonly Diagnostic[]> => discord.setUp(settingsFor(server, more), host);
const linesOf = (findings: readonly Diagnostic[]): string =>
  findings.map(({ ok, what, fix = '', show = '' }) => `${ok ? 'ok' : 'no'}: ${what} ${fix} ${show}`).join('\n');

const WRONG = { DISCORD_TOKEN: `${Buffer.from('1323802873040994304').toString('base64url')}.wrong.wrong` };

test.each([
  [429, 'Error'],
  [undefined, 'RateLimitError[/gateway/bot]'],
])('reports a rate limit (%s, %s) as such, not as a network fault', (status, name) => {
  const refusal = new DiscordApiError(Object.assign(new Error('slow down'), { status, name }));
  expect(explain(refusal)).toBe('Discord asks for a pause: try again in a minute.');
  expect(unreachableDiagnostic(refusal)).toMatchObject({ ok: false, fix: expect.not.stringContaining('network') });
});

describe('setup', () => {
  test('begins with where to create the application', async () => {
    const findings = await discord.setUp(() => '', host);
    expect(linesOf(findings)).toMatch(/^no: DISCORD_TOKEN is missing.*discord\.com\/developers\/applications/);
  });

  test('registers the commands and reports it; the next time it reports that they are unchanged', async () => {
    expect(linesOf(await setUp())).toContain('ok: The commands have changed and are registered.');
    expect(linesOf(await setUp())).toContain('ok: The commands are registered already.');
    expect(server.calls.filter(({ method }) => method === 'PUT').length).toBe(1);
  });

  test('shows the invite link, whether or not Discord is reachable', async () => {
    expect(linesOf(await setUp())).toContain(`client_id=${server.application}`);
    const wrong = linesOf(await setUp(WRONG));
    expect(wrong).toContain('no: The token could not be checked.');
    expect(wrong).toContain('client_id=1323802873040994304');
    expect(wrong).not.toContain(WRONG.DISCORD_TOKEN);
  });
});

describe('the doctor', () => {
  test('finds no problem, and changes nothing', async () => {
    await setUp();
    const before = server.calls.length;
    const findings = await examine();
    expect(findings.filter(({ ok }) => !ok)).toEqual([]);
    for (const words of ['“Onrecord”', '1000 of 1000', 'Guilds alone', 'up to date']) {
      expect(linesOf(findings)).toContain(words);
    }
    expect(server.calls.slice(before).every(({ method }) => method === 'GET')).toBe(true);
  });

  test('names the intents that mentions require', async () => {
    expect(linesOf(await examine({ DISCORD_MENTIONS: 'yes' }))).toContain('DirectMessages');
  });

  test.each([
    ['a wrong token', WRONG, {}, 'Reset Token'],
    ['a Discord that is not there', { DISCORD_API_URL: 'http://127.0.0.1:1/api' }, {}, 'DISCORD_API_URL'],
    ['commands sent elsewhere', {}, { interactions_endpoint_url: 'https://old.example' }, 'Interactions Endpoint URL'],
    ['a bot that cannot be invited', {}, { bot_require_code_grant: true }, 'Code Grant'],
    ['a bot that has not been invited', {}, { approximate_guild_count: 0 }, 'client_id='],
  ])('finds %s, with its fix', async (_, more, application, fix) => {
    const whole = { ...server.world.application };
    Object.assign(server.world.application, application);
    const findings = await examine(more);
    for (const name of Object.keys(application)) delete (server.world.application as Record<string, unknown>)[name];
    Object.assign(server.world.application, whole);
    const mended = findings.filter(({ ok }) => !ok);
    expect(mended.length).toBe(1);
    expect(linesOf(mended)).toContain(fix);
  });

  test('finds that no sessions are left and that the commands differ, each with its fix', async () => {
    server.world.starts.remaining = 0;
    server.world.commands = [];
    const findings = linesOf((await examine()).filter(({ ok }) => !ok));
    server.world.starts.remaining = 1000;
    expect(findings).toContain('Wait 24 hours');
    expect(findings).toContain('npm run setup');
  });
});
