import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { maintainConnection } from '#adapters/slack/connection/socket-mode';
import { UserError } from '#core/errors';
import { river } from '../../../support/river.ts';
import { APP_TOKEN, appOf, BOT_TOKEN, startApp } from '../../../support/slack/app.ts';
import { peopleOf } from '../../../support/slack/people.ts';
import { type LoopbackSlack, refused, startSlack } from '../../../support/slack/server.ts';
import { stage } from '../stage.ts';

describe('Socket Mode', () => {
  const on = stage({ transport: 'socket', entries: [river] });
  const answers = async (): Promise<boolean> => (await on.answered(on.kim.command('/help'))).words.includes('Commands');

  test('reconnects at once when Slack asks for it', async () => {
    await on.slack.socket.greeted();
    on.slack.socket.refresh();
    await on.slack.socket.greeted();
    expect(await answers()).toBe(true);
    expect(on.app.test.states).toEqual([true, false, true]);
    expect(on.slack.socket.open()).toBe(1);
  });

  test('reconnects when the connection is cut', async () => {
    await on.slack.socket.greeted();
    on.slack.socket.drop();
    await on.slack.socket.greeted();
    expect(await answers()).toBe(true);
  });

  test('retries until Slack is available again', async () => {
    await on.slack.socket.greeted();
    on.slack.failNext('apps.connections.open', refused('internal_error'));
    on.slack.socket.drop();
    await on.slack.socket.greeted();
    expect(await answers()).toBe(true);
    expect(on.app.test.lines.map(({ message }) => message)).toContain('Slack cannot be reached at present');
  });

  test('stops with one clear line when its token is revoked', async () => {
    await on.slack.socket.greeted();
    on.slack.revoke(APP_TOKEN, 'invalid_auth');
    on.slack.socket.drop();
    const reason = await on.app.test.lost;
    expect(reason).toMatch(/^Slack refuses SLACK_APP_TOKEN \(invalid_auth\): .*connections:write/);
    expect(reason).not.toContain('\n');
  });

  test('answers a request once, even if Slack sends it again', async () => {
    const mention = on.kim.mention('brief');
    await on.app.deliver(mention);
    await on.slack.call('chat.postEphemeral');
    await on.slack.socket.deliver(mention.kind, mention.payload, { retry_attempt: 1, retry_reason: 'timeout' });
    expect(await answers()).toBe(true);
    expect(on.slack.calls.all.filter(({ method }) => method === 'chat.postEphemeral')).toHaveLength(1);
  });

  test('finishes requests in progress on stop, and closes the connection', async () => {
    await Promise.all(Array.from({ length: 5 }, () => on.app.deliver(on.kim.command('/brief'))));
    await on.app.adapter.stop();
    expect(on.slack.calls.all.filter(({ method }) => method === 'response_url')).toHaveLength(5);
    expect(on.app.test.requests.map(({ outcome }) => outcome)).toEqual(Array(5).fill('answered'));
    expect(on.app.test.states).toEqual([true, false]);
  });
});

describe('the start', () => {
  let slack: LoopbackSlack;
  beforeEach(async () => {
    slack = await startSlack();
  });
  afterEach(() => slack.close());

  const failing = async (transport: 'socket' | 'http', settings = {}): Promise<string> => {
    const app = appOf(slack, { transport, settings });
    try {
      await app.adapter.start(app.dispatcher);
      return 'it started';
    } catch (error) {
      expect(error).toBeInstanceOf(UserError);
      expect(app.test.log()).not.toMatch(/of-the-tests/);
      return (error as Error).message;
    } finally {
      await app.stop();
    }
  };

  test('with an unknown token says which, and where to get the right one', async () => {
    slack.revoke(BOT_TOKEN, 'invalid_auth');
    for (const transport of ['socket', 'http'] as const) {
      expect(await failing(transport)).toBe(
        'Slack refuses SLACK_BOT_TOKEN (invalid_auth): copy it again from OAuth & Permissions, or install the app there.',
      );
    }
  });

  test('with an invalid app-level token reports it', async () => {
    slack.revoke(APP_TOKEN, 'invalid_auth');
    expect(await failing('socket')).toContain('Slack refuses SLACK_APP_TOKEN (invalid_auth)');
  });

  test('without its scope names the scope', async () => {
    slack.failNext('apps.connections.open', refused('missing_scope'));
    expect(await failing('socket')).toContain('connections:write');
  });

  test('reports that Slack is unreachable', async () => {
    const gone = await startSlack();
    await gone.close();
    expect(await failing('socket', { SLACK_API_URL: gone.apiUrl })).toMatch(
      /^Slack could not be reached \(unreachable\)/,
    );
  });

  test('does nothing after a stop', async () => {
    const app = appOf(slack, { transport: 'socket' });
    await app.adapter.stop();
    await app.adapter.start(app.dispatcher);
    expect(slack.calls.all).toEqual([]);
  });

  test('leaves earlier buttons working', async () => {
    const kim = peopleOf(slack);
    const before = await startApp(slack, { transport: 'socket', entries: [river] });
    await before.deliver(kim.command('/brief'));
    const { blocks } = (await slack.call('response_url')).body;
    await before.stop();
    const after = await startApp(slack, { transport: 'socket', entries: [river] });
    await after.deliver(kim.press('Quotes', { blocks }));
    expect(JSON.stringify((await slack.call('response_url')).body)).toContain('slow drought');
    await after.stop();
  });
});

test('makes at most one call a second if each new socket is cut at once for ten minutes', async () => {
  let time = 0;
  let opened = 0;
  const client = Object.assign(new EventEmitter(), {
    start: async () => {
      opened += 1;
      setImmediate(() => client.emit('disconnected'));
    },
    disconnect: async () => {},
  });
  const ended = Promise.withResolvers<void>();
  const sleep = async (milliseconds: number): Promise<void> => {
    time += milliseconds;
    if (time < 600_000) return;
    ended.resolve();
    await new Promise(() => {});
  };
  const host = { logger: { info: () => {}, error: () => {} }, onState: () => {}, onLost: () => {} };
  const connection = maintainConnection(client as never, host, { sleep, now: () => time, random: () => 0 });
  await connection.open();
  await ended.promise;
  expect(opened).toBeLessThan(40);
  await connection.close();
});
