import { describe, expect, test } from 'vitest';
import { UserError } from '#core/errors';
import type { Logger } from '#core/ports';
import { makeLogger } from '#telemetry/logger';

/** A logger and its output. */
function open(...secrets: string[]) {
  const lines: string[] = [];
  const logger = makeLogger({ secrets, stream: { write: (line) => void lines.push(line) } });
  return { logger, lines, last: () => JSON.parse(lines.at(-1) ?? '') };
}

test('writes one JSON line each, with time, level and details', () => {
  const { logger, lines, last } = open();
  logger.info('visit', { platform: 'Pigeon', ms: 3.5, ok: true });
  expect(last()).toEqual({
    level: 'info',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    msg: 'visit',
    platform: 'Pigeon',
    ms: 3.5,
    ok: true,
  });
  logger.error('two\nlines', { err: new Error('a\nb') });
  expect(lines.map((line) => line.split('\n').length)).toEqual([2, 2]);
  expect(last().level).toBe('error');
});

test('omits info lines at the error level', () => {
  const lines: string[] = [];
  const logger = makeLogger({ secrets: [], level: 'error', stream: { write: (line) => void lines.push(line) } });
  logger.info('a post');
  logger.error('a post failed');
  expect(lines.map((line) => JSON.parse(line).msg)).toEqual(['a post failed']);
});

describe('an error', () => {
  test('keeps its name, message, stack and causes', () => {
    const { logger, last } = open();
    const cause = Object.assign(new TypeError('no route'), { code: 'ENETUNREACH' });
    logger.error('failed', { err: Object.assign(new UserError('Try again.', { cause }), { status: 503 }) });
    expect(last().err).toEqual({
      type: 'UserError',
      message: 'Try again.',
      status: 503,
      stack: expect.stringContaining('logger.test.ts'),
      cause: { type: 'TypeError', message: 'no route', code: 'ENETUNREACH', stack: expect.any(String) },
    });
  });

  test('loses all other properties', () => {
    const { logger, lines } = open();
    const err = Object.assign(new Error('Invalid Form Body'), {
      code: 50_035,
      requestBody: { json: { content: 'what somebody wrote' } },
      url: 'https://platform.example/somewhere',
      response: { headers: { authorization: 'x' } },
      data: { message: { text: 'what somebody wrote' } },
      original: new Error('what somebody wrote'),
      cause: { body: 'what somebody wrote' },
    });
    logger.error('failed', { err });
    expect(lines.join()).not.toMatch(/somebody|somewhere|authorization/);
    expect(lines.join()).toContain('"code":50035');
  });

  test.each([
    ['a text', 'as a text', 'as a text'],
    ['nothing', undefined, '[undefined]'],
    ['a whole answer', { body: 'private' }, '[Object]'],
    ['a function', () => {}, '[function]'],
  ])('that is not an Error is logged as such: %s', (_, err, expected) => {
    const { logger, last } = open();
    logger.error('failed', { err });
    expect(last().err).toBe(expected);
  });

  test('of any kind does not break the log', () => {
    const { logger, last } = open();
    const err = new Error('ring');
    err.cause = err;
    Object.defineProperty(err, 'code', {
      get: () => {
        throw new Error('no');
      },
    });
    const ring: Record<string, unknown> = { err, list: [1n, Symbol('s'), new Date(0), new Map()] };
    ring.self = ring;
    logger.error('failed', ring);
    expect(last()).toMatchObject({
      err: { message: 'ring' },
      list: ['1', '[symbol]', '1970-01-01T00:00:00.000Z', '[Map]'],
    });
  });

  test('of any length takes limited space', () => {
    const { logger, lines } = open();
    logger.error('x '.repeat(1e6), { err: new Error('y '.repeat(1e6)), text: 'z '.repeat(1e6) });
    expect(lines.join('').length).toBeLessThan(20_000);
  });
});

describe('a secret', () => {
  const SECRET = 's3cret/with "marks" & spaces';
  test.each<[where: string, say: (logger: Logger, secret: string) => void]>([
    ['in the message', (logger, secret) => logger.error(`got ${secret}`)],
    ['in a detail', (logger, secret) => logger.info('x', { deep: { list: [`a${secret}b`] } })],
    ['in an error', (logger, secret) => logger.error('x', { err: new Error(secret, { cause: new Error(secret) }) })],
    ['in an address', (logger, secret) => logger.info(`https://a.example/?q=${encodeURIComponent(secret)}`)],
    ['in JSON', (logger, secret) => logger.info(JSON.stringify({ secret }))],
    ['as a name', (logger, secret) => logger.info('x', { [secret]: 1 })],
  ])('that is known is struck out: %s', (_, say) => {
    const { logger, lines } = open('s3cret', SECRET, '');
    say(logger, SECRET);
    expect(lines.join()).toContain('[secret]');
    expect(lines.join()).not.toMatch(/s3cret|marks/);
  });

  test.each([
    ['xoxb-17653672481-19874698323-pdFZKVeTuE8sk7oOcHrzqqgy', 'pdFZKVe'],
    ['xoxe.xoxp-1-Mi0yLTM0Ng', 'Mi0y'],
    ['token=xapp-1-A0B1-22-3f5a', '3f5a'],
    ['authorization: Bearer abcdefghijklmnop1234', 'abcdefgh'],
    ['Authorization: Basic Y2xpZW50OnNlY3JldA==', 'Y2xp'],
    ['Bot MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs', 'ZnCjm1'],
    ['MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs', 'ZnCjm1'],
    ['POST /api/v10/webhooks/123456/aW50ZXJhY3Rpb24_x-y/messages/%40original', 'aW50'],
    ['POST /interactions/987/aW50ZXJhY3Rpb24/callback', 'aW50'],
    [`token ${'aW50ZXJhY3Rpb246'.repeat(8)}`, 'aW50'],
    ['https://hooks.platform.example/commands/T1/2/abcDEF', 'abcDEF'],
    ['wss://wss.platform.example/link/?ticket=12-34&app_id=5', '12-34'],
    ['GET /callback?code=77.88.99&state=st-at', '77.88'],
    ['{"ok":true,"access_token":"plain-words"}', 'plain-words'],
    ['https://me:hunter2@proxy.example', 'hunter2'],
  ])('is redacted: %s', (text, telling) => {
    const { logger, lines } = open();
    logger.error(text, { detail: text, err: new Error(text) });
    expect(lines.join()).not.toContain(telling);
    expect(() => JSON.parse(lines[0] ?? '')).not.toThrow();
  });

  test.each([
    'a1b2c3d4',
    'src/adapters/pigeon/receive.ts:12:3',
    'Missing Access',
    'https://paper.example/story?page=2',
  ])('is not seen where there is none: %s', (text) => {
    const { logger, last } = open();
    logger.info('x', { text });
    expect(last().text).toBe(text);
  });

  // Quadratic cost would exceed the timeout of the suite.
  test('is searched for in linear time', () => {
    const { logger } = open();
    for (const piece of ['a', 'a.', 'x-', '//', '/webhooks/', 'xoxb', '?a_', '"a_']) logger.info(piece.repeat(200_000));
  });
});
