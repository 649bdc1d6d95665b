import { describe, expect, test } from 'vitest';
import { toFailedDelivery } from '#adapters/slack/api/delivery-errors';
import { makePublisher } from '#adapters/slack/publisher/publisher';
import type { OutgoingPost, Publisher } from '#core/publisher';
import type { Reply } from '#core/reply';
import { EVERYTHING } from '../../../contracts/publisher.ts';
import { plainPublisher } from '../../../support/plain.ts';
import { river } from '../../../support/river.ts';
import { BOT_TOKEN, startApp } from '../../../support/slack/app.ts';
import { LOST, rateLimited, refused, startSlack } from '../../../support/slack/server.ts';
import { stage } from '../stage.ts';

const CHANNEL = 'C0RIVER';
const target = { platform: 'Slack', workspace: 'T1', channel: CHANNEL };
const reply: Reply = {
  visibility: 'channel',
  blocks: [
    { type: 'heading', text: 'Good morning', level: 1 },
    { type: 'paragraph', text: ['It rained <!channel> & how.'] },
    { type: 'actions', actions: [{ label: 'Brief', command: 'brief', options: { article: 'river-dam' } }] },
  ],
};
const outgoingPost = (more: Partial<OutgoingPost> = {}): OutgoingPost => ({
  target,
  idempotencyKey: 's1a00',
  reply,
  stillOwned: async () => true,
  ...more,
});
const isSentence = expect.stringMatching(/^[A-Z].*\.$/);

describe('the outcome of a post', () => {
  const on = stage({ transport: 'socket', entries: [river] }, { errors: true });
  const publisher = (): Publisher => plainPublisher(on.app.adapter.publisher as Publisher);
  const posts = () => on.slack.calls.all.filter(({ method }) => method === 'chat.postMessage');

  test('is rendered like an answer, with fallback text, its message key, and no unfurling', async () => {
    expect(await publisher().post(outgoingPost({ threadParent: '1700000000.000009' }))).toEqual({
      kind: 'sent',
      message: on.slack.channels.in(CHANNEL)[0]?.ts,
    });
    const { body, token } = await on.slack.call('chat.postMessage');
    expect(token).toBe(BOT_TOKEN);
    expect(body).toMatchObject({
      channel: CHANNEL,
      thread_ts: '1700000000.000009',
      text: 'Good morning — It rained &lt;!channel&gt; &amp; how.',
      metadata: { event_type: 'onrecord_post', event_payload: { mark: 's1a00' } },
      unfurl_links: 'false',
      unfurl_media: 'false',
    });
  });

  test('is sent again as text if Slack rejects its blocks, and the log says what was rejected', async () => {
    on.slack.failNext('chat.postMessage', refused('invalid_blocks'));
    expect(await publisher().post(outgoingPost())).toMatchObject({ kind: 'sent' });
    expect(posts()).toHaveLength(2);
    const { body } = posts()[1] as { body: Record<string, unknown> };
    expect(body.blocks).toBeUndefined();
    expect(body.text).toBe('Good morning\n\nIt rained &lt;!channel&gt; &amp; how.');
    expect(body.metadata).toMatchObject({ event_payload: { mark: 's1a00' } });
    expect(on.app.test.lines.find(({ level }) => level === 'error')).toMatchObject({
      message: 'Slack refused the blocks of a message, which was sent as text',
      details: { reason: 'invalid_blocks', blocks: expect.stringMatching(/^header \d+, rich_text \d+, actions \d+$/) },
    });
    expect(on.app.test.log()).not.toContain('It rained');
  });

  test('is rejected if Slack rejects the text, too', async () => {
    on.slack.failNext('chat.postMessage', refused('invalid_blocks'), refused('msg_too_long'));
    expect(await publisher().post(outgoingPost())).toMatchObject({ kind: 'rejected' });
  });

  test('its buttons answer only the user who presses them, after a restart too', async () => {
    await publisher().post(outgoingPost());
    const { body } = await on.slack.call('chat.postMessage');
    const press = on.kim.press('Brief', { blocks: body.blocks, ephemeral: false });
    const { body: answer, words } = await on.answered(press);
    expect(words).toContain('Key points');
    expect(answer).toMatchObject({ response_type: 'ephemeral', replace_original: false });
    expect(on.slack.channels.in(CHANNEL)).toHaveLength(1);
  });

  test.each([
    'channel_not_found',
    'not_in_channel',
    'is_archived',
    'restricted_action',
    'restricted_action_read_only_channel',
    'restricted_action_thread_locked',
    'channel_is_limited_access',
    'missing_scope',
  ])('channel unavailable, with what to do: %s', async (error) => {
    on.slack.failNext('chat.postMessage', refused(error));
    expect(await publisher().post(outgoingPost())).toEqual({ kind: 'channelUnavailable', reason: isSentence });
  });

  test.each(['invalid_blocks', 'msg_too_long', 'msg_blocks_too_long', 'metadata_too_large', 'no_text'])(
    'rejected: %s',
    async (error) => {
      // As blocks and as text.
      on.slack.failNext('chat.postMessage', refused(error), refused(error));
      expect(await publisher().post(outgoingPost())).toEqual({ kind: 'rejected', reason: isSentence });
    },
  );

  test.each<[what: string, trouble: Parameters<typeof on.slack.failNext>[1], after: number]>([
    ['Slack asks for a pause', rateLimited(7), 7000],
    ['a pause without a length', { status: 429 }, 1000],
    ['the workspace has sent too much', refused('message_limit_exceeded'), 600_000],
    ['something before Slack says no', { status: 403, body: '<html>no</html>' }, 60_000],
    ['Slack gives an unknown reason', refused('the_moon_is_full'), 60_000],
  ])('later: %s', async (_, trouble, after) => {
    on.slack.failNext('chat.postMessage', trouble);
    expect(await publisher().post(outgoingPost())).toEqual({ kind: 'retry', retryAfterMs: after, reason: isSentence });
    expect(on.slack.channels.in(CHANNEL)).toEqual([]);
  });

  test.each<[what: string, trouble: Parameters<typeof on.slack.failNext>[1]]>([
    ['the connection was cut', LOST],
    ['Slack had an error', { status: 503, body: 'oh' }],
    ['something in it failed', refused('fatal_error')],
    ['the answer is none of Slack’s', { body: '<html>hello</html>' }],
    ['the answer does not say which message it is', { body: { ok: true } }],
  ])('unsure, and tried no second time: %s', async (_, trouble) => {
    on.slack.failNext('chat.postMessage', trouble);
    expect(await publisher().post(outgoingPost())).toEqual({ kind: 'unknown', reason: isSentence });
    expect(posts()).toHaveLength(1);
  });

  test.each([
    ['returns false', async () => false],
    ['fails', () => Promise.reject(new Error('the disk is full'))],
  ])('nothing is sent if the ownership check %s', async (_, stillOwned) => {
    expect((await publisher().post(outgoingPost({ stillOwned }))).kind).toBe('retry');
    expect(posts()).toEqual([]);
  });

  test('retry, and the platform stops if its only token is rejected', async () => {
    on.slack.revoke(BOT_TOKEN, 'token_revoked');
    expect(await publisher().post(outgoingPost())).toEqual({ kind: 'retry', retryAfterMs: 60_000, reason: isSentence });
    expect(await on.app.test.lost).toContain('token_revoked');
  });

  test('channel unavailable, without a call, in a workspace of another token', async () => {
    const other = { ...target, workspace: 'T2' };
    expect(await publisher().post(outgoingPost({ target: other }))).toEqual({
      kind: 'channelUnavailable',
      reason: isSentence,
    });
    expect(posts()).toEqual([]);
  });

  test('a user who cannot be notified is one line in the log', async () => {
    on.slack.failNext('chat.postMessage', refused('messages_tab_disabled'));
    await publisher().notify(target, 'U9', reply);
    expect(on.app.test.log()).toContain('could not notify the user');
  });

  test('many posts do not reject answers', async () => {
    const release = on.slack.hold('chat.postMessage');
    const all = Array.from({ length: 110 }, (_, at) =>
      publisher().post(outgoingPost({ idempotencyKey: `s${at}`, target: { ...target, channel: `C0N${at}` } })),
    );
    const { words } = await on.answered(on.kim.command('/brief'));
    expect(words).toContain('Key points');
    release();
    expect(new Set((await Promise.all(all)).map(({ kind }) => kind))).toEqual(new Set(['sent']));
  });
});

test('is delayed while not connected: nothing is sent', async () => {
  const slack = await startSlack();
  const app = await startApp(slack, { transport: 'http' });
  await slack.close();
  expect(await plainPublisher(app.adapter.publisher as Publisher).post(outgoingPost())).toEqual({
    kind: 'retry',
    retryAfterMs: 5000,
    reason: isSentence,
  });
  await app.stop();
});

test('is delayed before it opens and after it closes', async () => {
  const slack = await startSlack();
  const app = await startApp(slack, { transport: 'socket' });
  await app.stop();
  expect((await plainPublisher(app.adapter.publisher as Publisher).post(outgoingPost()))?.kind).toBe('retry');
  expect(slack.channels.in(CHANNEL)).toEqual([]);
  await slack.close();
});

describe('a workspace', () => {
  /** A publisher with this lookup of installations. */
  const publisherOver = (
    connection: Parameters<typeof makePublisher>[0]['connection'],
    lines: string[] = [],
  ): Publisher =>
    makePublisher({
      host: { commands: [], logger: { info: () => {}, error: (message) => lines.push(message) } },
      queue: {} as never,
      files: [],
      connection,
      renameCommands: (text) => text,
      hasOneToken: false,
    });

  test('whose token cannot be read at present is delayed, and not regarded as uninstalled', async () => {
    const lines: string[] = [];
    const botOf = async () => Promise.reject(new Error('the file is locked'));
    const publisher = publisherOver(() => ({ botOf, lose: async () => {} }), lines);
    expect((await publisher.post(outgoingPost())).kind).toBe('retry');
    expect((await publisher.find(outgoingPost(), EVERYTHING)).kind).toBe('retry');
    expect(lines).toEqual(['an installation cannot be read', 'an installation cannot be read']);
  });

  test('is unknown before the connection opens, so that its posts are delayed', async () => {
    expect((await publisherOver(() => undefined).post(outgoingPost())).kind).toBe('retry');
  });

  test('that has uninstalled the app is unavailable', async () => {
    const publisher = publisherOver(() => ({ botOf: async () => undefined, lose: async () => {} }));
    expect((await publisher.post(outgoingPost())).kind).toBe('channelUnavailable');
    expect((await publisher.find(outgoingPost(), EVERYTHING)).kind).toBe('hidden');
  });
});

test('an unexpected error leaves it unknown whether the message arrived', () => {
  expect(toFailedDelivery(new TypeError('of all things')).kind).toBe('unknown');
});

describe('reading back', () => {
  const on = stage({ transport: 'socket' }, { errors: true });
  const publisher = (): Publisher => plainPublisher(on.app.adapter.publisher as Publisher);
  const find = (more: Partial<OutgoingPost> = {}, windowMs = EVERYTHING) =>
    publisher().find({ target, idempotencyKey: 's1a00', ...more }, windowMs);
  const marked = { event_type: 'onrecord_post', event_payload: { mark: 's1a00' } };

  test('is unknown in a workspace of another token', async () => {
    expect(await find({ target: { ...target, workspace: 'T2' } })).toEqual({ kind: 'hidden', reason: isSentence });
  });

  test('goes through all pages', async () => {
    on.slack.channels.pages(2);
    await publisher().post(outgoingPost());
    for (let at = 0; at < 9; at++) on.slack.channels.put(CHANNEL, { text: 'chatter', user: 'U2' });
    expect(await find()).toEqual({ kind: 'found', message: on.slack.channels.in(CHANNEL)[0]?.ts });
    expect(await find({ idempotencyKey: 's1b00' })).toEqual({ kind: 'absent' });
  });

  test('ignores messages of other apps', async () => {
    on.slack.channels.put(CHANNEL, { text: 'forged', user: 'U2', bot_id: 'BEVIL', metadata: marked });
    expect(await find()).toEqual({ kind: 'absent' });
  });

  test('reads no further back than necessary', async () => {
    on.slack.channels.pages(1);
    const first = on.slack.channels.put(CHANNEL, { text: 'old', user: 'UBOT', metadata: marked });
    on.slack.channels.put(CHANNEL, { text: 'chatter', user: 'U2' });
    const newest = on.slack.channels.put(CHANNEL, { text: 'chatter', user: 'U2' });
    const age = (Number(newest.ts) - Number(first.ts)) * 1000;
    expect(await find({}, age + 1)).toEqual({ kind: 'found', message: first.ts });
    expect(await find({}, age / 4)).toEqual({ kind: 'absent' });
    expect(on.slack.calls.all.filter(({ method }) => method === 'conversations.history')).toHaveLength(5);
  });

  test('is unknown if message keys are not returned', async () => {
    on.slack.channels.put(CHANNEL, { text: 'ours', user: 'UBOT', metadata: { event_type: 'onrecord_post' } });
    expect(await find()).toEqual({ kind: 'hidden', reason: isSentence });
  });

  test('names the missing scope', async () => {
    on.slack.channels.withhold('channels:history');
    expect(await find()).toEqual({ kind: 'hidden', reason: expect.stringContaining('channels:history') });
  });

  test.each(['not_in_channel', 'channel_not_found'])('is unknown without access (%s)', async (error) => {
    on.slack.channels.close(CHANNEL, error);
    expect(await find()).toEqual({ kind: 'hidden', reason: expect.stringContaining('/invite') });
  });

  test('waits if Slack asks for a long pause or is unreachable', async () => {
    on.slack.failNext('conversations.history', rateLimited(90));
    expect(await find()).toEqual({ kind: 'retry', retryAfterMs: 90_000, reason: isSentence });
    on.slack.failNext('conversations.history', refused('team_added_to_org'));
    expect((await find()).kind).toBe('retry');
  });

  test('finds nothing below a deleted message', async () => {
    expect(await find({ threadParent: '1.000001' })).toEqual({ kind: 'absent' });
  });
});

describe('whether the app can post', () => {
  const on = stage({ transport: 'socket' });
  const whyCannotPost = (more: Partial<typeof target> = {}) =>
    plainPublisher(on.app.adapter.publisher as Publisher).whyCannotPost({ ...target, ...more });

  test('is possible if the app can read', async () => expect(await whyCannotPost()).toBeUndefined());

  test.each([
    ['without the scope to look', 'channel_not_found', true],
    ['with it', 'channel_not_found', false],
    ['with it, where the app is not', 'not_in_channel', false],
  ])('requires an invitation, %s', async (_, error, isBlind) => {
    on.slack.channels.close(CHANNEL, error);
    if (isBlind) on.slack.channels.withhold('channels:history');
    expect(await whyCannotPost()).toContain('/invite');
  });

  test('is unknown for an existing channel without the scope to look', async () => {
    on.slack.channels.withhold('channels:history');
    expect(await whyCannotPost()).toBeUndefined();
    expect(on.slack.calls.all.map(({ method }) => method)).not.toContain('chat.postMessage');
  });

  test.each([
    ['archived', { is_archived: true, is_member: true }, 'archived'],
    ['one that the app is not in', { is_member: false }, '/invite'],
  ])('is impossible if the channel is %s', async (_, channel, said) => {
    on.slack.failNext('conversations.info', { body: { ok: true, channel } });
    expect(await whyCannotPost()).toContain(said);
    on.slack.failNext('conversations.info', { body: { ok: true, channel: { is_member: true, is_archived: false } } });
    expect(await whyCannotPost()).toBeUndefined();
  });

  test.each(['unknown_method', 'missing_scope', 'not_allowed_token_type', 'something_new'])(
    'is assumed if Slack answers all calls about channels with %s: the first post tells',
    async (error) => {
      for (const method of ['conversations.history', 'conversations.info', 'chat.getPermalink'])
        on.slack.failNext(method, refused(error));
      expect(await whyCannotPost()).toBeUndefined();
    },
  );

  test('is unknown while Slack fails', async () => {
    for (const method of ['conversations.history', 'conversations.info']) on.slack.failNext(method, rateLimited(90));
    expect(await whyCannotPost()).toMatch(/Try again in a minute\.$/);
  });

  test.each([
    ['a name that Slack did not resolve', {}, '#river'],
    ['a direct message, from a channel', {}, 'D0KIM'],
    ['a channel, from a conversation', { workspace: 'T1/D0KIM' }, CHANNEL],
    ['another user’s direct message', { workspace: 'T1/D0KIM' }, 'D0LEE'],
  ])('is %s, without a call to Slack', async (_, where, channel) => {
    expect(await whyCannotPost({ ...where, channel })).toEqual(isSentence);
    expect(on.slack.calls.all.map(({ method }) => method)).not.toContain('conversations.history');
  });

  test('is possible in the user’s own direct message', async () => {
    expect(await whyCannotPost({ workspace: 'T1/D0KIM', channel: 'D0KIM' })).toBeUndefined();
  });
});
