import { describe, expect, test } from 'vitest';
import type { Answer, Dispatcher } from '#core/ports';
import { dispatcherOf } from '../../support/dispatcher.ts';
import { river } from '../../support/river.ts';
import { BOT_TOKEN } from '../../support/slack/app.ts';
import { labels } from '../../support/slack/people.ts';
import { gone, rateLimited, refused } from '../../support/slack/server.ts';
import { stage } from './stage.ts';

describe('when Slack fails', () => {
  const on = stage({ transport: 'socket', entries: [river] }, { errors: true });
  const errors = () => on.app.test.lines.filter(({ level }) => level === 'error');

  test('a 429 in the middle of an answer only delays it', async () => {
    on.slack.failNext('response_url', { ...rateLimited(0), body: 'rate_limited' });
    on.slack.failNext('chat.postEphemeral', rateLimited(0));
    await on.app.deliver(on.kim.command('/brief'));
    await on.app.deliver(on.kim.mention('brief'));
    const tries = [
      await on.shown(),
      await on.shown(),
      await on.shown('chat.postEphemeral'),
      await on.shown('chat.postEphemeral'),
    ];
    expect(new Set(tries.map(({ words }) => words)).size).toBe(1);
    expect((await on.app.test.nextRequest()).outcome).toBe('answered');
    expect((await on.app.test.nextRequest()).outcome).toBe('answered');
  });

  test.each(['not_in_channel', 'channel_not_found', 'user_not_in_channel', 'is_archived'])(
    'a channel that the bot was removed from (%s): the answer goes to the user, with the reason',
    async (error) => {
      on.slack.failNext('chat.postEphemeral', refused(error));
      await on.app.deliver(on.kim.mention('brief'));
      const { body, words } = await on.shown('chat.postMessage');
      expect(body).toMatchObject({ channel: 'U1' });
      expect(words).toContain('Key points');
      expect(words).toContain('cannot write in');
      expect(words).toContain('/invite');
    },
  );

  test.each([
    ['expired', gone(404, 'expired_url')],
    ['used up', gone(404, 'used_url')],
    ['gone', gone(410, '')],
    ['forbidden', gone(403, 'Forbidden')],
    ['no address any more, politely', { body: { ok: false, error: 'used_url' } }],
  ])('a response URL that is %s: another route is used', async (_, trouble) => {
    on.slack.failNext('response_url', trouble);
    await on.app.deliver(on.kim.command('/brief'));
    const { body, words } = await on.shown('chat.postEphemeral');
    expect(body).toMatchObject({ channel: 'C1', user: 'U1' });
    expect(words).toContain('Key points');
    expect((await on.app.test.nextRequest()).outcome).toBe('answered');
  });

  test('when every route fails, it is logged, and the next request is answered', async () => {
    on.slack.failNext('response_url', gone(404, 'used_url'));
    on.slack.failNext('chat.postEphemeral', refused('not_in_channel'));
    on.slack.failNext('chat.postMessage', refused('messages_tab_disabled'));
    await on.app.deliver(on.kim.command('/brief'));
    const visit = await on.app.test.nextRequest();
    expect(visit.outcome).toBe('refused');
    expect(errors()).toMatchObject([{ details: { id: visit.id, reason: 'messages_tab_disabled' } }]);
    await on.slack.call('response_url');
    expect((await on.answered(on.kim.command('/help'))).words).toContain('Commands');
  });

  test('an answer that Slack rejects: the user gets a sentence with the id, the log the cause', async () => {
    on.slack.failNext('response_url', gone(400, 'something_new'));
    await on.app.deliver(on.kim.command('/brief'));
    await on.slack.call('response_url');
    const { words, body } = await on.shown();
    const { id, outcome } = await on.app.test.nextRequest();
    expect(outcome).toBe('refused');
    expect(words).toBe(`Slack rejected this answer (reference ${id}).`);
    expect(body).toMatchObject({ replace_original: false, response_type: 'ephemeral' });
    expect(errors()).toMatchObject([{ details: { id, reason: 'something_new' } }]);
  });

  test.each([gone(400, 'invalid_blocks'), { status: 500, body: '{"ok":false,"error":"invalid_blocks"}' }])(
    'an error text that Slack rejects, too, is in the log, and the next is answered',
    async (trouble) => {
      on.slack.failNext('response_url', trouble, trouble, trouble);
      await on.app.deliver(on.kim.command('/brief'));
      const { id, outcome } = await on.app.test.nextRequest();
      expect(outcome).toBe('refused');
      expect(errors()).toMatchObject([{ details: { id } }, { details: { id, reason: 'invalid_blocks' } }]);
    },
  );

  test('a short outage is retried', async () => {
    on.slack.failNext('chat.postEphemeral', { status: 503, body: 'away' });
    await on.app.deliver(on.kim.mention('brief'));
    await on.slack.call('chat.postEphemeral');
    expect((await on.shown('chat.postEphemeral')).words).toContain('Key points');
    on.slack.failNext('response_url', gone(500, 'rollup_error'));
    await on.app.deliver(on.kim.command('/brief'));
    await on.slack.call('response_url');
    expect((await on.shown()).words).toContain('Key points');
  });

  test('a Share that Slack rejects says what to do, and leaves the answer unchanged', async () => {
    const brief = await on.answered(on.kim.command('/brief'));
    on.slack.failNext('response_url', gone(403, 'restricted_action'));
    on.slack.failNext('chat.postMessage', refused('not_in_channel'));
    await on.app.deliver(on.kim.press('Share', brief));
    await on.slack.call('response_url');
    const { words, body } = await on.shown();
    expect(words).toContain('/invite');
    expect(body).toMatchObject({ replace_original: false });
    expect((await on.app.test.nextRequest()).outcome).toBe('answered');
    expect((await on.app.test.nextRequest()).outcome).toBe('mistake');
  });

  test.each(['invalid_auth', 'token_revoked', 'account_inactive'])(
    'a token that is revoked at run time (%s) stops the platform with one clear line',
    async (error) => {
      on.slack.revoke(BOT_TOKEN, error);
      await on.app.deliver(on.kim.mention('brief'));
      const reason = await on.app.test.lost;
      expect(reason).toContain(`(${error})`);
      expect(reason).toContain('SLACK_BOT_TOKEN');
      expect(reason).not.toContain('\n');
    },
  );

  test('uninstalling the app stops it, too', async () => {
    await on.app.deliver(on.kim.uninstall());
    expect(await on.app.test.lost).toContain('install the app again');
    expect(on.app.test.forgotten.all).toEqual([{ platform: 'Slack', workspace: 'T1' }]);
  });

  test('a revoked token, which may be replaced, deletes no data', async () => {
    await on.app.deliver(on.kim.revoke({ bot: ['UBOT'] }));
    expect(await on.app.test.lost).toContain('token_revoked');
    expect(on.app.test.forgotten.all).toEqual([]);
  });

  test('an address outside Slack receives nothing', async () => {
    const command = on.kim.command('/brief');
    await on.app.deliver({ ...command, payload: { ...command.payload, response_url: 'http://169.254.169.254/hook' } });
    expect((await on.shown('chat.postEphemeral')).words).toContain('Key points');
    expect((await on.app.test.nextRequest()).outcome).toBe('answered');
    expect(on.app.test.log()).not.toContain('169.254');
  });
});

describe('an error inside a command', () => {
  const broken: Dispatcher = {
    ...dispatcherOf([river]),
    dispatch: () => Promise.reject(new TypeError('of undefined')),
  };
  const on = stage({ transport: 'http', entries: [river], dispatcher: broken }, { errors: true });

  test('answers with the id of the logged cause', async () => {
    const { words } = await on.answered(on.kim.command('/brief'));
    const { id, outcome } = await on.app.test.nextRequest();
    expect(outcome).toBe('failed');
    expect(words).toContain(id);
    expect(on.app.test.log()).toContain('of undefined');
  });
});

describe('an answer longer than a message', () => {
  const sentences = Array.from(
    { length: 400 },
    (_, at) => `This is sentence ${at}, ${'which goes on, '.repeat(8)}and ends.`,
  );
  const answer: Answer = {
    reply: { visibility: 'asker', blocks: sentences.map((text) => ({ type: 'paragraph', text: [text] })) },
    outcome: 'answered',
    invocation: { command: 'brief', options: { article: 'river-dam' } },
  };
  const on = stage({
    transport: 'socket',
    entries: [river],
    dispatcher: { ...dispatcherOf([river]), dispatch: async () => answer },
  });

  test('is shown in parts, by button, and each part can be shared', async () => {
    const first = await on.answered(on.kim.command('/brief'));
    const second = await on.answered(
      on.kim.press(labels(first.blocks).find((label) => label.startsWith('More (2')) ?? '', first),
    );
    expect(second.words).not.toContain('sentence 0,');
    expect(first.words).toContain('sentence 0,');
    await on.app.deliver(on.kim.press('Share', second));
    expect((await on.shown()).words).toContain(/This is sentence \d+,/.exec(second.words)?.[0] ?? 'none');
  });
});

describe('too many requests', () => {
  const narrow = { channel: { every: 0, atOnce: 500 }, workspace: { every: 0, atOnce: 1 } };
  const on = stage({ transport: 'socket', entries: [river], rateLimits: narrow });

  test('are rejected in the acknowledgement, and accepted ones are answered', async () => {
    const goOn = on.slack.hold('response_url');
    for (let at = 0; at < 101; at++) await on.app.deliver(on.kim.command('/help'));
    const acks = [await on.app.deliver(on.kim.command('/help')), await on.app.deliver(on.kim.command('/help'))];
    expect(acks).toEqual(Array(2).fill(expect.objectContaining({ response_type: 'ephemeral', text: BUSY })));
    await on.app.deliver(on.kim.pressAny({ action_id: 'button.0', value: 'x' }));
    const { body } = await on.slack.calls.next((call) => call.body.text === BUSY);
    expect(body).toMatchObject({ response_type: 'ephemeral', replace_original: false });
    goOn();
    await on.app.adapter.stop();
    const outcomes = on.app.test.requests.map(({ outcome }) => outcome);
    expect(outcomes.filter((outcome) => outcome === 'busy')).toHaveLength(3);
    expect(outcomes.filter((outcome) => outcome === 'answered')).toHaveLength(101);
  });
});

const BUSY = 'Onrecord is busy: try again in a minute.';
