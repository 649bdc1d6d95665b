import { describe, expect, test } from 'vitest';
import { river } from '../../support/river.ts';
import type { UserAction } from '../../support/slack/people.ts';
import { gone, refused } from '../../support/slack/server.ts';
import { stage } from './stage.ts';

const without = ({ kind, payload }: UserAction, ...names: readonly string[]): UserAction => ({
  kind,
  payload: Object.fromEntries(Object.entries(payload).filter(([name]) => !names.includes(name))),
});

describe('sparse events', () => {
  const on = stage({ transport: 'socket', entries: [river] }, { errors: true });
  const form = async () => {
    await on.app.deliver(on.kim.command('/quotes', 'speaker:'));
    return (await on.slack.call('views.open')).body.view as {
      readonly private_metadata: string;
      readonly blocks: readonly { readonly block_id: string; readonly element: { readonly action_id: string } }[];
    };
  };

  test.each([
    ['none', ''],
    ['no JSON', 'what?'],
    ['nothing', 'null'],
    ['no ways', '{"routes":null}'],
    ['a way that is none', '{"routes":[null,{"kind":"pigeon","channel":"C1"}]}'],
    ['an address elsewhere', '{"routes":[{"kind":"url","url":"https://elsewhere.example/x","replace":true}]}'],
    ['a route to another user', '{"routes":[{"kind":"direct","channel":"U2"}]}'],
  ])('a form with %s in its metadata is answered to its user', async (_, private_metadata) => {
    const opened = await form();
    await on.app.deliver(on.kim.submit({ ...opened, private_metadata }, {}));
    const { body } = await on.shown('chat.postMessage');
    expect(body).toMatchObject({ channel: 'U1' });
  });

  test.each<[string, unknown]>([
    ['a number', { 'field.speaker': { x: { type: 'plain_text_input', value: 5 } } }],
    ['nothing', { 'field.speaker': null }],
    ['half of it', { 'field.speaker': { x: null } }],
  ])('a form with %s where words should be is answered', async (_, values) => {
    await on.app.deliver(on.kim.submit(await form(), values as object));
    expect((await on.shown()).words).toContain('Quotations');
  });

  test('an invalid value is reported under its field, and the form stays open', async () => {
    const opened = await form();
    const said = (option: string, value: string) => ({
      [`field.${option}`]: { [`fill.quotes.${option}`]: { type: 'plain_text_input', value } },
    });
    expect(await on.app.deliver(on.kim.submit(opened, said('page', 'ninety')))).toEqual({
      response_action: 'errors',
      errors: { 'field.page': 'Pages are numbered from 1: type page:2.' },
    });
    expect(await on.app.test.nextRequest()).toMatchObject({ source: 'command' });
    expect(await on.app.test.nextRequest()).toMatchObject({ source: 'modal', outcome: 'mistake' });
    expect(on.slack.calls.all.some(({ method }) => method === 'response_url')).toBe(false);
    expect(await on.app.deliver(on.kim.submit(opened, said('speaker', 'lind')))).not.toHaveProperty('response_action');
    expect((await on.shown()).words).toContain('slow drought');
  });

  test.each(['unknown_method', 'invalid_arguments', 'not_a_word_we_know'])(
    'if no form opens (%s), the missing value is named in a message',
    async (error) => {
      on.slack.failNext('views.open', refused(error));
      await on.app.deliver(on.kim.command('/quotes', 'speaker:'));
      expect((await on.shown()).words).toContain('speaker needs a value');
    },
  );

  test('an answer that Slack rejects everywhere is reported to the user', async () => {
    on.slack.failNext('chat.postEphemeral', refused('something_new'), refused('something_new'));
    await on.app.deliver(on.kim.mention('brief'));
    const { words, body } = await on.shown('chat.postMessage');
    expect(body).toMatchObject({ channel: 'U1' });
    expect(words).toContain('Slack rejected this answer');
  });

  test('a missing route is replaced by the next one', async () => {
    on.slack.failNext('chat.postEphemeral', refused('unknown_method'));
    await on.app.deliver(on.kim.mention('brief'));
    expect((await on.shown('chat.postMessage')).words).toContain('Key points');
  });

  test('an unreachable response URL is replaced by the next route', async () => {
    on.slack.failNext('response_url', gone(500, 'oops'), gone(500, 'oops'));
    await on.app.deliver(on.kim.command('/brief'));
    expect((await on.shown('chat.postEphemeral')).words).toContain('Key points');
  });

  test('a file without details cannot be read', async () => {
    on.slack.failNext('files.info', refused('unknown_method'));
    await on.app.deliver(
      on.kim.briefThis('brief-this', { text: '', files: [{ id: 'F1', file_access: 'check_file_info' }] }),
    );
    expect((await on.shown()).words).toContain('files:read');
  });

  test('a deleted file is reported', async () => {
    const url_private = `${on.slack.origin}/gone.md`;
    await on.app.deliver(on.kim.briefThis('brief-this', { text: '', files: [{ name: 'a.md', url_private }] }));
    expect((await on.shown()).words).toContain('no longer exists');
  });

  test.each<[what: string, deed: () => UserAction]>([
    ['a command of nothing but its name', () => without(on.kim.command('/brief'), 'text', 'channel_id', 'trigger_id')],
    ['a mention without a team', () => without(on.kim.mention('brief'), 'team_id')],
  ])('%s is answered', async (_, action) => {
    await on.app.deliver(action());
    expect((await on.app.test.nextRequest()).outcome).toBe('answered');
  });

  test.each<[what: string, deed: () => UserAction]>([
    ['a mention in no channel', () => on.kim.mention('brief', { channel: undefined })],
    ['tokens that are none', () => on.kim.revoke(undefined as never)],
  ])('%s is passed over without a word', async (_, action) => {
    await on.app.deliver(action());
    expect((await on.answered(on.kim.command('/help'))).words).toContain('Commands');
    expect(on.app.test.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('invalid frames do not end the connection', async () => {
    for (const frame of ['null', '[]', '{"type":"events_api","envelope_id":"e","payload":{"event":null}}', '{'])
      on.slack.socket.raw(frame);
    expect((await on.answered(on.kim.command('/help'))).words).toContain('Commands');
  });
});
