import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { SCOPES } from '#adapters/slack/scopes';
import { BOT_EVENTS, DEFAULT_NAMING, manifest, manifestText } from '#adapters/slack/setup/manifest';
import { commands } from '#commands';
import type { Command } from '#core/commands/command';

interface Manifest {
  readonly features: { readonly slash_commands: readonly Readonly<Record<string, unknown>>[] };
  readonly oauth_config: {
    readonly redirect_urls?: readonly string[];
    readonly scopes: { readonly bot: readonly string[] };
  };
  readonly settings: Readonly<Record<string, unknown>> & {
    readonly event_subscriptions: Readonly<Record<string, unknown>>;
    readonly interactivity: Readonly<Record<string, unknown>>;
  };
}
const made = (more: Partial<Parameters<typeof manifest>[0]> = {}) => manifest({ commands, ...more }) as Manifest;
/** Slack’s names are one word. */
const words = [...new Set(commands.map(({ name }) => name.split(' ')[0] ?? name))];
const namesIn = ({ features }: Manifest) => features.slash_commands.map(({ command }) => command);

test('slack-manifest.json is up to date with the commands', () => {
  const kept = readFileSync(new URL('../../../../slack-manifest.json', import.meta.url), 'utf8');
  // It is written only on request, after review.
  if (kept !== manifestText({ commands })) throw new Error('It has changed: npm run setup -- --save');
});

describe('the manifest', () => {
  test('has every command, and one for all of them', () => {
    const own = words.map((name) => (['search', 'status'].includes(name) ? `/onrecord-${name}` : `/${name}`));
    expect(namesIn(made())).toEqual([...own, '/onrecord']);
    const naming = { ...DEFAULT_NAMING, prefix: 'news-', names: { quotes: 'said' }, umbrella: 'news' };
    expect(namesIn(made({ naming }))).toEqual([
      ...words.map((name) => (name === 'quotes' ? '/said' : `/news-${name}`)),
      '/news',
    ]);
  });

  test('has one entry for commands that share their first word', () => {
    const group = { description: 'Brief a channel every morning', defaultMember: 'schedule list' };
    const [any] = commands;
    const all = ['schedule list', 'schedule add'].map((name): Command => ({ ...(any as Command), name, group }));
    expect(made({ commands: all }).features.slash_commands[0]).toMatchObject({
      command: '/schedule',
      description: group.description,
      usage_hint: 'list | add',
    });
  });

  test('escapes channels in commands that take one', () => {
    const escaping = made().features.slash_commands.filter(({ should_escape }) => should_escape);
    expect(escaping.map(({ command }) => command)).toEqual(['/schedule', '/onrecord']);
  });

  test('has usage hints', () => {
    const quotes = made().features.slash_commands.find(({ command }) => command === '/quotes');
    expect(quotes?.usage_hint).toMatch(/^\[speaker\] \[article:…\] \[kind:direct\|mixed\|indirect\|all\]/);
  });

  test('uses Socket Mode without a public address', () => {
    const { settings, oauth_config } = made();
    expect(settings).toMatchObject({
      socket_mode_enabled: true,
      org_deploy_enabled: false,
      token_rotation_enabled: false,
    });
    expect(oauth_config.redirect_urls).toBeUndefined();
    expect(JSON.stringify(made())).not.toContain('http');
  });

  test('uses the public address if there is one', () => {
    const address = 'https://onrecord.example.org';
    const { features, settings, oauth_config } = made({ address });
    const events = `${address}/slack/events`;
    expect(settings.socket_mode_enabled).toBe(false);
    expect(settings.event_subscriptions.request_url).toBe(events);
    expect(settings.interactivity).toMatchObject({ request_url: events, message_menu_options_url: events });
    expect(new Set(features.slash_commands.map(({ url }) => url))).toEqual(new Set([events]));
    expect(oauth_config.redirect_urls).toEqual([`${address}/slack/oauth_redirect`]);
  });

  test('requests only the scopes that are used', () => {
    expect(SCOPES).toEqual(['commands', 'chat:write', 'app_mentions:read', 'im:history', 'files:read', 'users:read']);
    expect(made().oauth_config.scopes).toEqual({
      bot: [...SCOPES, 'channels:history', 'groups:history', 'channels:read', 'groups:read', 'files:write'],
      bot_optional: ['channels:history', 'groups:history', 'channels:read', 'groups:read', 'files:write'],
    });
    expect(made().settings.event_subscriptions.bot_events).toEqual(BOT_EVENTS);
  });

  test('rejects what Slack would reject', () => {
    const many = Array.from({ length: 50 }, (_, at): Command => ({ ...(commands[0] as Command), name: `brief-${at}` }));
    expect(() => made({ commands: many })).toThrow(/no more than 50/);
    expect(() => made({ naming: { ...DEFAULT_NAMING, prefix: 'x'.repeat(30) } })).toThrow(/too long/);
  });
});
