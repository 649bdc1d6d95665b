import { describe, expect, test } from 'vitest';
import { river } from '../../../support/river.ts';
import { SIGNING_SECRET, signed, signedText } from '../../../support/slack/signed.ts';
import { stage } from '../stage.ts';

const FORM = 'application/x-www-form-urlencoded';
const now = (): number => Math.floor(Date.now() / 1000);

describe('a request over HTTP', () => {
  const on = stage({ transport: 'http', entries: [river] });

  const send = async (init: RequestInit, path = '/slack/events'): Promise<Response> =>
    fetch(`${on.app.address()}${path}`, init);
  const status = async (init: RequestInit, path?: string): Promise<number> => (await send(init, path)).status;
  const answers = (): number => on.slack.calls.all.filter(({ method }) => method === 'response_url').length;

  test.each<[what: string, details: Parameters<typeof signed>[1]]>([
    ['signed with another secret', { secret: `${SIGNING_SECRET}.` }],
    ['of more than five minutes ago', { stamp: now() - 301 }],
    ['of more than five minutes from now', { stamp: now() + 330 }],
    ['with a stamp that is none', { headers: { 'x-slack-request-timestamp': 'today' } }],
    ['with a signature of another version', { headers: { 'x-slack-signature': 'v1=abc' } }],
    ['with no signature to speak of', { headers: { 'x-slack-signature': '' } }],
  ])('%s is none of Slack’s', async (_, details) => {
    expect(await status(signed(on.kim.command('/brief'), details))).toBe(401);
    expect(await status(signed(on.kim.command('/help')))).toBe(200);
    expect((await on.shown()).words).toContain('Commands');
    expect(answers()).toBe(1);
  });

  test('without headers is rejected', async () => {
    expect(await status({ method: 'POST', body: '{"type":"url_verification","challenge":"c"}' })).toBe(401);
    expect(await status({ method: 'POST', body: 'not even JSON' })).toBe(401);
    expect(await status({ method: 'POST' })).toBe(401);
  });

  test('with the signature of another body is rejected', async () => {
    const { headers } = signed(on.kim.command('/help')) as { headers: Record<string, string> };
    expect(await status({ ...signed(on.kim.command('/brief')), headers })).toBe(401);
  });

  test('that is replayed is answered once', async () => {
    const command = signed(on.kim.command('/brief'));
    const mention = on.kim.mention('brief');
    expect([await status(command), await status(command)]).toEqual([200, 200]);
    expect(await status(signed(mention))).toBe(200);
    const again = { 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' };
    expect(await status(signed(mention, { headers: again }))).toBe(200);
    await on.answered(on.kim.command('/help'));
    await on.app.adapter.stop();
    expect(answers()).toBe(2);
    expect(on.slack.calls.all.filter(({ method }) => method === 'chat.postEphemeral')).toHaveLength(1);
  });

  test.each(['null', '5', '"text"', '[]', 'payload=null', 'payload=5', 'payload=%7B', '{', ''])(
    'with the body %o is rejected, and the next one is answered',
    async (body) => {
      const type = body.startsWith('payload') ? FORM : 'application/json';
      expect(await status(signedText(body, type))).toBe(400);
      expect((await on.answered(on.kim.command('/help'))).words).toContain('Commands');
    },
  );

  test.each([
    '{}',
    '{"event":{}}',
    '{"type":"view_submission"}',
    '{"actions":[{}]}',
    '{"type":"event_callback","event":null}',
  ])('with only %s has no effect', async (body) => {
    // An invalid request gets no response: it stays open until the end.
    const sent = status(signedText(body, 'application/json')).catch(() => 0);
    expect((await on.answered(on.kim.command('/help'))).words).toContain('Commands');
    await on.app.stop();
    expect([0, 200, 400]).toContain(await sent);
  });

  test('is limited to a megabyte', async () => {
    expect(await status(signedText(`text=${'a'.repeat(1_000_001)}`, FORM))).toBe(413);
    expect((await on.answered(on.kim.command('/help'))).words).toContain('Commands');
  });

  test('that verifies the URL is answered', async () => {
    const challenge = signedText('{"type":"url_verification","challenge":"c-1"}', 'application/json');
    expect(await (await send(challenge)).json()).toEqual({ challenge: 'c-1' });
    expect(await status({ method: 'POST', headers: { 'content-type': FORM }, body: 'ssl_check=1&token=t' })).toBe(200);
    expect(await status({ method: 'GET' }, '/slack/events?ssl_check=1&token=t')).toBe(200);
  });

  test.each([
    ['GET', '/slack/events'],
    ['GET', '/slack/install'],
    ['GET', '/slack'],
    ['POST', '/slack/elsewhere'],
    ['DELETE', '/slack/events'],
  ])('%s %s is not found', async (method, path) => {
    expect(await status({ method }, path)).toBe(404);
  });

  test('during a stop is answered with 503', async () => {
    await on.app.adapter.stop();
    expect(await status(signed(on.kim.command('/brief')))).toBe(503);
    expect(on.app.test.states).toEqual([true, false]);
  });
});
