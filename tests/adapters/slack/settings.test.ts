import { describe, expect, test } from 'vitest';
import { slashNameOf, slashNames } from '#adapters/slack/command-names';
import { slack } from '#adapters/slack/platform';
import { settingsOf } from '#adapters/slack/settings';
import { commands } from '#commands';
import type { Command } from '#core/commands/command';
import type { Reply } from '#core/reply';

const BOT = 'xoxb-1-secret';
const APP = 'xapp-1-secret';
const SIGNED = { SLACK_SIGNING_SECRET: 'sssh-secret', ONRECORD_PORT: '8080' };
const MANY = { ...SIGNED, SLACK_CLIENT_ID: '1.2', SLACK_CLIENT_SECRET: 'quiet-secret', ONRECORD_KEY: 'k'.repeat(32) };

const nothing: Reply = { visibility: 'asker', blocks: [] };

type Given = Readonly<Record<string, string>>;
const reader = (given: Given) => (name: string) => given[name] ?? '';
const settings = (given: Given) => settingsOf(reader(given));

const mistakes = (given: Given): string => {
  try {
    settings(given);
  } catch (error) {
    return (error as Error).message;
  }
  return '';
};

test('requires nothing if Slack is not configured', () => {
  expect(settings({ ONRECORD_PORT: '8080', SLACK_API_URL: 'https://slack-gov.com/api/' })).toBeUndefined();
  expect(slack.configure(() => '')).toBeUndefined();
});

test.each<[transport: string, given: Given, kind: string]>([
  ['the app’s token', { SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP }, 'socket'],
  [
    'the app’s token, even where everything else was copied, too',
    { ...MANY, SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP },
    'socket',
  ],
  ['the signing secret with one workspace’s token', { ...SIGNED, SLACK_BOT_TOKEN: BOT }, 'http'],
  ['the signing secret with the client’s', MANY, 'oauth'],
])('%s decides how Slack is heard', (_, given, kind) => {
  expect(settings(given)?.mode.kind).toBe(kind);
});

test.each<[given: Given, ...sentences: string[]]>([
  [{ SLACK_BOT_TOKEN: BOT }, 'SLACK_BOT_TOKEN requires SLACK_APP_TOKEN or SLACK_SIGNING_SECRET.'],
  [{ SLACK_APP_TOKEN: APP }, 'SLACK_BOT_TOKEN is missing.'],
  [SIGNED, 'SLACK_SIGNING_SECRET requires SLACK_BOT_TOKEN, or SLACK_CLIENT_ID and SLACK_CLIENT_SECRET'],
  [{ SLACK_CLIENT_ID: '1.2' }, 'SLACK_SIGNING_SECRET is missing'],
  [{ SLACK_BOT_TOKEN: BOT, SLACK_SIGNING_SECRET: 'sssh-secret' }, 'ONRECORD_PORT is missing'],
  [{ ...MANY, SLACK_BOT_TOKEN: BOT }, 'remove one of them'],
  [
    { SLACK_SIGNING_SECRET: 'sssh-secret', SLACK_CLIENT_ID: '1.2' },
    'SLACK_CLIENT_SECRET is missing.',
    'ONRECORD_KEY is missing',
    'ONRECORD_PORT is missing',
  ],
  [
    {
      SLACK_APP_TOKEN: APP,
      SLACK_API_URL: 'http://slack.example/api',
      SLACK_UMBRELLA: 'Two Words',
      SLACK_COMMAND_NAMES: 'brief',
      SLACK_SCHEDULERS: 'U012AB3CD,@kim',
    },
    'SLACK_BOT_TOKEN is missing.',
    'SLACK_API_URL is not a URL of Slack’s API',
    'SLACK_UMBRELLA is not a valid name',
    'SLACK_COMMAND_NAMES must be a list such as',
    'SLACK_SCHEDULERS is a list of member IDs',
  ],
])('what is wrong is all said at once, in sentences: %o', (given, ...sentences) => {
  const said = mistakes(given);
  for (const sentence of sentences) expect(said).toContain(sentence);
  expect(said.split('\n')).toHaveLength(sentences.length);
  for (const value of [BOT, APP, 'sssh-secret', 'quiet-secret', '1.2']) expect(said).not.toContain(value);
});

describe('the environment', () => {
  const endpoints = (url: string) =>
    settings({ SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP, SLACK_API_URL: url })?.endpoints;

  const FILES = ['files.slack.com', 'files.slack-gov.com'];
  const ANSWERS = ['hooks.slack.com', 'hooks.slack-gov.com'];

  test('is Slack by default', () => {
    expect(endpoints('')).toEqual({
      api: 'https://slack.com/api/',
      authorize: 'https://slack.com/oauth/v2/authorize',
      files: ['slack.com', ...FILES],
      answers: ['slack.com', ...ANSWERS],
    });
  });

  test('may be GovSlack, with or without a trailing slash', () => {
    expect(endpoints('https://slack-gov.com/api')).toEqual({
      api: 'https://slack-gov.com/api/',
      authorize: 'https://slack-gov.com/oauth/v2/authorize',
      files: ['slack-gov.com', ...FILES],
      answers: ['slack-gov.com', ...ANSWERS],
    });
  });
});

describe('the command names', () => {
  const names = (given: Given) =>
    slashNames(commands, settings({ SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP, ...given })?.naming ?? never());
  const never = (): never => {
    throw new Error('no settings');
  };

  test('are those of the commands, and one for all of them', () => {
    expect(names({}).get('/brief')).toBe('brief');
    expect(names({}).get('/onrecord')).toBe('');
  });

  test('may have a prefix, or be others', () => {
    const some = names({
      SLACK_COMMAND_PREFIX: 'news-',
      SLACK_COMMAND_NAMES: 'quotes=said, /brief = /short',
      SLACK_UMBRELLA: 'news',
    });
    expect([...some].slice(0, 3)).toEqual([
      ['/short', 'brief'],
      ['/said', 'quotes'],
      ['/news-positions', 'positions'],
    ]);
    expect(some.get('/news')).toBe('');
  });

  test('avoid the commands of Slack', () => {
    expect(names({}).get('/status')).toBeUndefined();
    expect(names({}).get('/onrecord-status')).toBe('status');
    expect(names({ SLACK_COMMAND_PREFIX: 'news-' }).get('/news-status')).toBe('status');
    expect(names({ SLACK_COMMAND_NAMES: 'brief=remind' }).get('/onrecord-brief')).toBe('brief');
  });

  test('of two words begin with a registered one', () => {
    const add: Command = { name: 'watch add', description: 'Watch', options: [], run: () => nothing };
    const naming = { prefix: 'news-', names: {}, umbrella: 'news' };
    expect([...slashNames([add, { ...add, name: 'watch list' }], naming)]).toEqual([
      ['/news-watch', 'watch'],
      ['/news', ''],
    ]);
    expect(slashNameOf('watch add', naming)).toBe('/news-watch add');
  });

  test.each([
    [{ SLACK_COMMAND_NAMES: 'breif=news' }, 'SLACK_COMMAND_NAMES names breif, which is no command.'],
    [{ SLACK_COMMAND_NAMES: 'brief=quotes' }, '/quotes would be two commands'],
    [{ SLACK_UMBRELLA: 'help' }, '/help would be two commands'],
  ])('that are invalid are rejected: %o', (given, sentence) => {
    expect(() => names(given)).toThrow(sentence);
  });
});
