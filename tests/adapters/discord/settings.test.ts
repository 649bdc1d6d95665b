import { describe, expect, test } from 'vitest';
import { discord } from '#adapters/discord/platform';
import { applicationIn, settingsOf } from '#adapters/discord/settings';

const TOKEN = 'MTMyMzgwMjg3MzA0MDk5NDMwNA.Gabcde.some-secret-letters_of-a-token';
const read =
  (settings: Readonly<Record<string, string>>) =>
  (name: string): string =>
    settings[name] ?? '';

const mistakesIn = (settings: Readonly<Record<string, string>>): string => {
  try {
    discord.configure(read(settings));
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

test('does not connect without a token', () => {
  expect(discord.configure(read({}))).toBeUndefined();
  expect(discord.configure(read({ DISCORD_MENTIONS: 'no' }))).toBeUndefined();
  expect(discord.configure(read({ DISCORD_TOKEN: TOKEN }))?.name).toBe('Discord');
});

describe('explains an invalid setting', () => {
  test.each([
    [{ DISCORD_TOKEN: 'abc' }, 'three parts'],
    [{ DISCORD_TOKEN: `Bot ${TOKEN}` }, 'white space'],
    [{ DISCORD_TOKEN: TOKEN, DISCORD_MENTIONS: 'maybe' }, 'DISCORD_MENTIONS must be yes or no'],
    [{ DISCORD_TOKEN: TOKEN, DISCORD_API_URL: 'localhost:8080' }, 'DISCORD_API_URL'],
    [{ DISCORD_TOKEN: TOKEN, DISCORD_API_URL: 'https://me:pass@proxy.example/api' }, 'DISCORD_API_URL'],
  ])('%j', (settings, words) => expect(mistakesIn(settings)).toContain(words));

  test('all at once, without showing secrets', () => {
    const mistakes = mistakesIn({
      DISCORD_TOKEN: `${TOKEN} `,
      DISCORD_MENTIONS: 'maybe',
      DISCORD_API_URL: `x ${TOKEN}`,
    });
    expect(mistakes.split('\n').length).toBe(3);
    expect(mistakes).not.toContain(TOKEN);
  });
});

test.each([
  ['http://127.0.0.1:8080/api/', 'http://127.0.0.1:8080/api'],
  ['https://proxy.example/discord/api/v10', 'https://proxy.example/discord/api'],
])('accepts %s as the address of a proxy', (given, api) => {
  expect(settingsOf(read({ DISCORD_TOKEN: TOKEN, DISCORD_API_URL: given }))?.api).toBe(api);
});

test('a valid token contains the application’s id', () => {
  expect(applicationIn(TOKEN)).toBe('1323802873040994304');
  expect(applicationIn('nonsense.a.b')).toBeUndefined();
});
