import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterAll, expect, test } from 'vitest';
import { MARKET } from '../support/articles.ts';
import { Person } from '../support/discord/person.ts';
import { startDiscord } from '../support/discord/server.ts';
import { environment, folderOf } from '../support/process.ts';
import { peopleOf } from '../support/slack/people.ts';
import { startSlack } from '../support/slack/server.ts';

const [discord, slack] = await Promise.all([startDiscord(), startSlack()]);
const children: ChildProcess[] = [];
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await Promise.all([discord.close(), slack.close()]);
});

/** A stop takes at most eight seconds; the rest allows for a busy machine. */
const LIMIT_MS = 8_000;
const SLACK_MS = 1_900;

test('a process whose platforms no longer respond ends within ten seconds of SIGTERM', async () => {
  const env = environment({
    ...{ ONRECORD_CONTENT: folderOf({ 'market.md': MARKET }), ONRECORD_PAGE: 'no' },
    ...{ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.url },
    ...{ SLACK_BOT_TOKEN: 'xoxb-1-good', SLACK_APP_TOKEN: 'xapp-1-good', SLACK_API_URL: slack.apiUrl },
  });
  const child = spawn(process.execPath, ['src/main.ts'], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  children.push(child);
  const closed = once(child, 'close');
  const connected = new Set<string>();
  for await (const line of createInterface({ input: child.stderr })) {
    for (const name of ['Slack', 'Discord']) if (line.includes(`${name} is connected`)) connected.add(name);
    if (connected.size === 2) break;
  }
  // Both platforms have received a command, and its answer never completes.
  slack.hold('response_url');
  discord.respondWith({ method: 'PATCH', path: /@original/, status: 200, times: 100, after: new Promise(() => {}) });
  const asked = new Person(discord).command('help');
  await slack.socket.deliver(...deedOf());
  await Promise.all([slack.call('response_url'), asked.acknowledged()]);
  const stoppedAt = performance.now();
  child.kill('SIGTERM');
  await closed;
  expect(performance.now() - stoppedAt).toBeLessThan(LIMIT_MS + SLACK_MS);
});

const deedOf = () => {
  const { kind, payload } = peopleOf(slack).command('/help');
  return [kind, payload] as const;
};
