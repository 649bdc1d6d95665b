import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BROKEN, MARKET } from '../support/articles.ts';
import { folderOf, run } from '../support/process.ts';

const start = (content: string, input?: string, env: Record<string, string> = {}) =>
  run('src/main.ts', { env: { ...env, ONRECORD_CONTENT: content }, ...(input === undefined ? {} : { input }) });

const content = folderOf({ 'market.md': MARKET });

describe('without input', () => {
  test('prints the newest briefing and says which settings would connect a platform', async () => {
    const { code, out, err } = await start(content);
    expect(out).toContain('Council splits over the covered market');
    expect(out).toContain('What’s new');
    const notice = out.replace(/\s+/g, ' ');
    expect(notice).toContain('No chat platform is configured: npm run setup says how. The settings go into .env:');
    expect(notice).toContain('SLACK_BOT_TOKEN with SLACK_APP_TOKEN or SLACK_SIGNING_SECRET for Slack');
    expect(notice).toContain('DISCORD_TOKEN for Discord.');
    expect(out).not.toContain('\u001b');
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });
});

describe('piped', () => {
  test('answers each line, an invalid one with a sentence, and exits with 0', async () => {
    const lines = '/quotes ferrant\n\n/qoutes\r\n/positions speeker:x\n/quotes Vladimir Putin\n/articles';
    const { code, out, err } = await start(content, lines);
    expect(out).toContain('“Nobody signs a cheque with closed eyes.”');
    expect(out).toContain('There is no command “qoutes”. Did you mean /quotes?');
    expect(out).toContain('/positions has no option “speeker”.');
    expect(out).toContain('Vladimir Putin is not quoted in this article.');
    expect(out).toContain('1 article');
    expect(out.match(/^─{20}$/gm)).toHaveLength(4);
    expect(out).not.toContain('What’s new');
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });
});

test('names a broken file with its fault, and continues with the others', async () => {
  const folder = folderOf({ 'market.md': MARKET, 'broken.md': BROKEN, 'nothing.txt': '' });
  const { code, out } = await start(folder, '/articles\n/brief\n');
  expect(out).toContain('Not loaded');
  expect(out).toContain('broken.md');
  expect(out).toContain('nothing.txt');
  expect(out).toContain('What’s new');
  expect(code).toBe(0);
});

describe('settings', () => {
  test('names all invalid settings at once, without secrets', async () => {
    const { code, out, err } = await start(join(content, 'nowhere'), '', {
      ONRECORD_PORT: '70000',
      ONRECORD_KEY: 'secret',
      SLACK_BOT_TOKEN: 'secret-one',
      DISCORD_TOKEN: 'secret two',
    });
    expect(err.trim().split('\n')).toEqual([
      expect.stringContaining('ONRECORD_CONTENT: there is no folder'),
      'ONRECORD_PORT is not a port: a number from 1 to 65535.',
      'ONRECORD_KEY is too short: 32 characters at least, as openssl rand -base64 32 makes them.',
      'SLACK_BOT_TOKEN does not look like one: it begins with xoxb-.',
      'SLACK_BOT_TOKEN needs SLACK_APP_TOKEN or SLACK_SIGNING_SECRET beside it.',
      'DISCORD_TOKEN holds white space: copy it again.',
    ]);
    expect(out + err).not.toContain('secret');
    expect(code).toBe(1);
  });
});
