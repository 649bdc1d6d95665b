import { describe, expect, test } from 'vitest';
import { river } from '../../support/river.ts';
import { gone, refused } from '../../support/slack/server.ts';
import { stage } from './stage.ts';

const REFUSED = gone(400, 'invalid_blocks');

describe('an answer whose blocks Slack refuses', () => {
  const on = stage({ transport: 'socket', entries: [river] }, { errors: true });

  /** The log entry, which appears once and without texts. */
  const logged = async (method: string): Promise<void> => {
    const { id, outcome } = await on.app.test.nextRequest();
    expect(outcome).toBe('answered');
    expect(on.app.test.lines.filter(({ level }) => level === 'error')).toMatchObject([
      {
        message: 'Slack refused the blocks of a message, which was sent as text',
        details: {
          id,
          method,
          reason: 'invalid_blocks',
          blocks: expect.stringMatching(/^[a-z_]+ \d+(, [a-z_]+ \d+)*$/),
        },
      },
    ]);
  };

  test('is sent once more as text: a command', async () => {
    on.slack.failNext('response_url', REFUSED);
    await on.app.deliver(on.kim.command('/brief', 'river-dam'));
    await on.slack.call('response_url');
    const { body } = await on.slack.call('response_url');
    expect(body.blocks).toBeUndefined();
    expect(body).toMatchObject({ response_type: 'ephemeral', unfurl_links: false });
    expect(body.text).toContain('Upland will close the gates');
    await logged('response_url');
  });

  test('is sent once more as text: a button, in the place of the answer', async () => {
    const brief = await on.answered(on.kim.command('/brief', 'river-dam'));
    await on.app.test.nextRequest();
    on.slack.failNext('response_url', REFUSED);
    await on.app.deliver(on.kim.press('Quotes', brief));
    await on.slack.call('response_url');
    const { body } = await on.slack.call('response_url');
    expect(body).toMatchObject({ replace_original: true, text: expect.stringContaining('“No village of ours') });
    await logged('response_url');
  });

  test('is sent once more as text: what is shared, under the name of the user', async () => {
    const brief = await on.answered(on.kim.command('/brief', 'river-dam'));
    await on.app.test.nextRequest();
    on.slack.failNext('response_url', REFUSED);
    await on.app.deliver(on.kim.press('Share', brief));
    await on.slack.call('response_url');
    const { body } = await on.slack.call('response_url');
    expect(body.blocks).toBeUndefined();
    expect(body).toMatchObject({ response_type: 'in_channel', text: expect.stringMatching(/^Shared by <@U1>\n\n/) });
    expect((await on.shown()).words).toBe('Shared in this channel.');
    await logged('response_url');
  });

  test.each([
    ['chat.postEphemeral', () => on.kim.mention('brief')],
    ['chat.postMessage', () => on.kim.direct('brief')],
  ])('is sent once more as text: a message, by %s', async (method, action) => {
    on.slack.failNext(method, refused('invalid_blocks'));
    await on.app.deliver(action());
    await on.slack.call(method);
    const { body } = await on.slack.call(method);
    expect(body.blocks).toBeUndefined();
    expect(body.text).toContain('Upland will close the gates');
    await logged(method);
  });

  test('is given up if Slack refuses the text too: the user gets the ID, under which the log has both', async () => {
    on.slack.failNext('response_url', REFUSED, REFUSED);
    await on.app.deliver(on.kim.command('/brief'));
    await on.slack.call('response_url');
    await on.slack.call('response_url');
    const { words } = await on.shown();
    const { id, outcome } = await on.app.test.nextRequest();
    expect(outcome).toBe('refused');
    expect(words).toContain(id);
    expect(on.app.test.lines.filter(({ details }) => details.id === id)).toHaveLength(2);
  });

  test('is sent once more as text: the welcome', async () => {
    on.slack.failNext('chat.postMessage', refused('invalid_blocks'));
    await on.app.deliver(on.kim.openHome('messages'));
    await on.slack.call('chat.postMessage');
    expect((await on.slack.call('chat.postMessage')).body.text).toContain('/brief');
  });
});
