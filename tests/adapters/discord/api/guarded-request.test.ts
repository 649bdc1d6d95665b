import { RateLimitError } from 'discord.js';
import { expect, test } from 'vitest';
import { BLOCK_MS, makeGuardedRequest } from '#adapters/discord/api/guarded-request';

const CALLBACK = 'https://discord.com/api/v10/interactions/1/token/callback';
const EDIT = 'https://discord.com/api/v10/webhooks/1/token/messages/@original';
const tooMany = (headers: Readonly<Record<string, string>>, body = '{"message":"slow down"}') =>
  new Response(body, { status: 429, headers });
const JSON_TYPE = { 'content-type': 'application/json' };
const HTML_TYPE = { 'content-type': 'text/html' };

/** A client that retries as discord.js does: after Retry-After, or at once without it. */
async function storm(response: () => Response, url: string, milliseconds: number) {
  let [time, calls, error] = [0, 0, undefined as unknown];
  const request = makeGuardedRequest(
    async () => {
      calls += 1;
      return response();
    },
    { now: () => time },
  );
  while (time < milliseconds && calls < 10_000) {
    try {
      const answer = await request(url, { method: 'POST' });
      time += Number(answer.headers.get('retry-after')) * 1_000;
    } catch (thrown) {
      error = thrown;
      break;
    }
  }
  return { calls, error, time, request };
}

test('makes at most one call a second during ten minutes of 429 without Retry-After', async () => {
  const { calls } = await storm(() => tooMany(JSON_TYPE), EDIT, 600_000);
  expect(calls).toBeLessThanOrEqual(600);
});

test('retries a 429 after its Retry-After', async () => {
  const { time, calls } = await storm(() => tooMany({ ...JSON_TYPE, 'retry-after': '2.5' }), EDIT, 10_000);
  expect([time, calls]).toEqual([10_000, 4]);
});

test('abandons the first response to an interaction after three seconds', async () => {
  const { calls, error, time } = await storm(() => tooMany(JSON_TYPE), CALLBACK, 600_000);
  expect([calls, time]).toEqual([3, 3_000]);
  expect(error).toMatchObject({ code: 10062, status: 404 });
});

test('a block page pauses all requests: each fails at once with the remaining time', async () => {
  let [time, calls] = [0, 0];
  const request = makeGuardedRequest(
    async () => {
      calls += 1;
      return tooMany(HTML_TYPE, 'error code: 1015');
    },
    { now: () => time },
  );
  await request(EDIT, { method: 'PATCH' });
  time = 20_000;
  const error = await request(CALLBACK, { method: 'POST' }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(RateLimitError);
  expect((error as RateLimitError).retryAfter).toBe(BLOCK_MS - 20_000);
  expect(calls).toBe(1);
  time = BLOCK_MS;
  await request(EDIT, { method: 'PATCH' });
  expect(calls).toBe(2);
});
