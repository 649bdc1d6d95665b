import { expect, test, vi } from 'vitest';
import { MESSAGE_METHOD, makeApiQueue } from '#adapters/discord/api/queue';
import type { RequestQueue } from '#chat/queue/request-queue';

const ANSWER = { workspace: 'discord:1' } as const;
const channel = (id: string) => ({ workspace: 'discord:1', channel: id, method: MESSAGE_METHOD });

/** Posts to a number of channels of one server; no post ever completes. */
const crowd = (outbox: RequestQueue, count: number): void => {
  for (let at = 0; at < count; at++) {
    outbox.send(channel(`c${at}`), 'post', () => new Promise(() => {})).catch(() => {});
  }
};

test('an answer to a command does not wait for posts, however many are queued', async () => {
  const outbox = makeApiQueue(1);
  crowd(outbox, 1_000);
  expect(outbox.isFull(ANSWER)).toBe(false);
  await expect(outbox.send(ANSWER, 'answer', async () => 'here')).resolves.toBe('here');
});

test('a reply to a mention is sent before all queued posts, including those to its own channel', async () => {
  vi.useFakeTimers();
  const outbox = makeApiQueue(1);
  const begun: string[] = [];
  const begin = (name: string) => async () => void begun.push(name);
  const posts = Array.from({ length: 20 }, (_, at) => outbox.send(channel(`c${at}`), 'post', begin('post')));
  await vi.advanceTimersByTimeAsync(50);
  const reply = outbox.send(channel('c19'), 'answer', begin('reply'));
  await vi.advanceTimersByTimeAsync(1_000);
  await Promise.all([...posts, reply]);
  expect(begun.indexOf('reply')).toBeLessThan(5);
  vi.useRealTimers();
});

test('sends no more requests per second than Discord allows', async () => {
  vi.useFakeTimers();
  const outbox = makeApiQueue(1);
  let begun = 0;
  const posts = Array.from({ length: 200 }, (_, at) =>
    outbox.send(channel(`c${at}`), 'post', async () => void begun++),
  );
  await vi.advanceTimersByTimeAsync(1_000);
  expect(begun).toBeGreaterThan(40);
  expect(begun).toBeLessThanOrEqual(50);
  await vi.advanceTimersByTimeAsync(5_000);
  await Promise.all(posts);
  vi.useRealTimers();
});

test('keeps the rate in a busy process with late timers, and never exceeds it', async () => {
  vi.useFakeTimers();
  const timely = globalThis.setTimeout;
  let timers = 0;
  const late = (run: () => void, after = 0) => timely(run, after + (++timers % 60 === 0 ? 30 : timers % 11));
  vi.stubGlobal('setTimeout', late);
  const outbox = makeApiQueue(1);
  const begun: number[] = [];
  const posts = Array.from({ length: 1_000 }, (_, at) =>
    outbox.send(channel(`c${at}`), 'post', async () => void begun.push(performance.now())),
  );
  await vi.advanceTimersByTimeAsync(60_000);
  await Promise.all(posts);
  const inASecond = begun.map((from) => begun.filter((at) => at >= from && at < from + 1_000).length);
  expect(Math.max(...inASecond)).toBeLessThanOrEqual(50);
  const took = (begun.at(-1) ?? 0) - (begun[0] ?? 0);
  expect(took / (1_000 * 20)).toBeLessThan(1.1);
  vi.unstubAllGlobals();
  vi.useRealTimers();
});
