import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type ApiQueue, makeApiQueue } from '#adapters/slack/api/queue';
import { RATE_LIMITS } from '#adapters/slack/api/rate-limits';

const HOOKS = 'https://hooks.slack.com/';
const ENDPOINTS = { api: 'https://slack.com/api/', authorize: '', files: [], answers: ['hooks.slack.com'] };

describe('requests to response URLs', () => {
  let outbox: ApiQueue;
  let arrived: string[];

  beforeEach(() => {
    vi.useFakeTimers();
    arrived = [];
    vi.stubGlobal('fetch', async (url: string) => {
      arrived.push(url.slice(HOOKS.length));
      return new Response('ok');
    });
    outbox = makeApiQueue(ENDPOINTS, RATE_LIMITS);
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  const answer = (name: string) => outbox.respond(`${HOOKS}${name}`, {}, { workspace: 'T1' });
  const share = (name: string) => outbox.respond(`${HOOKS}${name}`, {}, { workspace: 'T1', channel: 'C1' });

  test('are not rate-limited: fifty users, or one who asks fifty times, are answered at once', async () => {
    const all = Array.from({ length: 50 }, (_, at) => answer(`${at}`));
    await vi.advanceTimersByTimeAsync(300);
    expect(arrived).toHaveLength(50);
    await Promise.all(all);
  });

  test('are sent to one URL in order', async () => {
    const order: number[] = [];
    for (const at of [1, 2, 3, 4, 5]) void answer('one').then(() => order.push(at));
    await vi.advanceTimersByTimeAsync(50);
    expect(order).toEqual([1, 2, 3, 4, 5]);
  });

  test('are limited to one message a second if public, without delaying private answers', async () => {
    const shares = [share('first'), share('second')];
    const first = answer('answer');
    await vi.advanceTimersByTimeAsync(900);
    expect(arrived.toSorted()).toEqual(['answer', 'first']);
    await vi.advanceTimersByTimeAsync(200);
    expect(arrived.at(-1)).toBe('second');
    await Promise.all([...shares, first]);
  });

  test('are counted, and rejected beyond the limit', async () => {
    const waiting = [share('one'), answer('two')];
    expect(outbox.pending()).toBe(2);
    await vi.advanceTimersByTimeAsync(50);
    await Promise.all(waiting);
    expect(outbox.pending()).toBe(0);
    const closed = outbox.close(0);
    await vi.advanceTimersByTimeAsync(1);
    await closed;
    expect(outbox.isFull('T1')).toBe(true);
    await expect(answer('three')).rejects.toThrow('restarting');
  });
});
