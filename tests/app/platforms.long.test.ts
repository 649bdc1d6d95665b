import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { afterAll, describe, expect, test } from 'vitest';
import { MARKET } from '../support/articles.ts';
import { Person, textOf } from '../support/discord/person.ts';
import { startDiscord } from '../support/discord/server.ts';
import { environment, folderOf } from '../support/process.ts';
import { startSlack } from '../support/slack/server.ts';

const [discord, slack] = await Promise.all([startDiscord(), startSlack()]);
const children: ChildProcess[] = [];
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await Promise.all([discord.close(), slack.close()]);
});

const DISCORD = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.url };
const SLACK = { SLACK_BOT_TOKEN: 'xoxb-1-good', SLACK_APP_TOKEN: 'xapp-1-good', SLACK_API_URL: slack.apiUrl };
const content = folderOf({ 'market.md': MARKET });

const helpInDiscord = async (): Promise<string> => textOf(await new Person(discord).command('help').answer());

/** The real process; its log lines can be awaited. */
function start(settings: Readonly<Record<string, string>>) {
  const env = environment({ ONRECORD_CONTENT: content, ...settings });
  const child = spawn(process.execPath, ['src/main.ts'], { env, stdio: ['pipe', 'pipe', 'pipe'] });
  children.push(child);
  const logged: string[] = [];
  const waiting = new Map<string, () => void>();
  createInterface({ input: child.stderr }).on('line', (line) => {
    logged.push(line);
    for (const [words, resolve] of waiting) if (line.includes(words)) resolve();
  });
  const out = text(child.stdout);
  const closed = once(child, 'close');
  return {
    child,
    out,
    logged,
    line: (words: string): Promise<void> => {
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting.set(words, resolve);
      if (logged.some((line) => line.includes(words))) resolve();
      return promise;
    },
    code: async (): Promise<unknown> => (await closed)[0],
  };
}

describe('with platforms in its settings, the process', () => {
  test('serves them all until it is stopped, even if nothing is typed', async () => {
    const { child, line, code, logged, out } = start({ ...DISCORD, ...SLACK });
    child.stdin.end('/help\n');
    await Promise.all([line('Discord is connected'), line('Slack is connected')]);
    expect(await helpInDiscord()).toContain('/brief');
    child.kill('SIGTERM');
    expect(await code()).toBe(0);
    expect(await out).toContain('Commands');
    expect(logged.join('\n')).not.toMatch(/xoxb-|xapp-/);
    expect(logged.join('\n')).not.toContain(discord.token);
    expect([...discord.faults(), ...slack.faults()]).toEqual([]);
  });

  test('continues if one of two is rejected', async () => {
    slack.revoke('xoxb-1-old', 'token_revoked');
    const { child, line, code, logged } = start({ ...DISCORD, ...SLACK, SLACK_BOT_TOKEN: 'xoxb-1-old' });
    await Promise.all([line('Discord is connected'), line('Slack has stopped')]);
    expect(await helpInDiscord()).toContain('/brief');
    child.kill('SIGTERM');
    expect(await code()).toBe(0);
    expect(logged.filter((one) => one.includes('"error"'))).toHaveLength(1);
    expect(logged.join('\n')).not.toContain('xoxb-');
  });

  test('exits with 1 if none is left', async () => {
    slack.revoke('xoxb-1-old', 'token_revoked');
    const { code, logged } = start({ ...SLACK, SLACK_BOT_TOKEN: 'xoxb-1-old' });
    expect(await code()).toBe(1);
    expect(logged.join('\n')).toContain('Slack has stopped');
  });
});
