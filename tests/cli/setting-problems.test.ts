import { expect, test } from 'vitest';
import { discord } from '#adapters/discord/platform';
import { slack } from '#adapters/slack/platform';
import { problemWith } from '../../src/cli/setting-problems.ts';

const problem = (name: string, value: string): string | undefined => {
  const { settings } = name.startsWith('SLACK') ? slack : discord;
  const setting = settings.find((candidate) => candidate.name === name);
  return setting && problemWith(value, setting, settings);
};

test.each([
  ['SLACK_BOT_TOKEN', 'xoxb-1-2', undefined],
  ['SLACK_BOT_TOKEN', 'xapp-1-A1-2-3', 'That is a value for SLACK_APP_TOKEN: SLACK_BOT_TOKEN begins with xoxb-.'],
  ['SLACK_APP_TOKEN', 'xoxb-1-2', 'That is a value for SLACK_BOT_TOKEN: SLACK_APP_TOKEN begins with xapp-.'],
  ['SLACK_BOT_TOKEN', 'xoxp-1-2', 'That is not a value for SLACK_BOT_TOKEN, which begins with xoxb-.'],
  ['SLACK_BOT_TOKEN', 'xoxb-1 2', 'SLACK_BOT_TOKEN contains white space: copy it again.'],
  ['DISCORD_TOKEN', 'MTIz.Gabc.xyz', undefined],
  [
    'DISCORD_TOKEN',
    '123456789012345678',
    'That is the ID of the application: DISCORD_TOKEN is on the page Bot, Reset Token.',
  ],
  [
    'DISCORD_TOKEN',
    'abcdefghijklmnop',
    'DISCORD_TOKEN is not valid: it must have three parts with dots between them. Copy it again from the page Bot.',
  ],
])('of %s, “%s”: %s', (name, value, expected) => {
  expect(problem(name, value)).toBe(expected);
});
