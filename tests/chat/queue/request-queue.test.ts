import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { QueueKey, RateLimits, RetryPolicy } from '#chat/queue/rate-limit';
import { makeRequestQueue, OverloadedError } from '#chat/queue/request-queue';
import fc from '../../support/property.ts';

/** Timers are rounded up, and three limiters apply. */
const LAG = 30;
const RATE_LIMITS: RateLimits = {
  channel: { every: 1_000, atOnce: 1 },
  workspace: { every: 0, atOnce: 100 },
  methods: { slow: { every: 3_000, atOnce: 1 } },
};
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const HERE: QueueKey = { workspace: 'w', channel: 'here' };
const THERE: QueueKey = { workspace: 'w', channel: 'there' };
const never: RetryPolicy = () => undefined;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** The start of each call by name, in milliseconds from now. */
function log() {
  const zero = performance.now();
  const begun: [name: string, at: number][] = [];
  return {
    begun,
    names: () => begun.map(([name]) => name),
    /** A call that takes some milliseconds. */
    call:
      (name: string, takes = 0) =>
      async (): Promise<string> => {
        begun.push([name, performance.now() - zero]);
        if (takes > 0) await new Promise((resolve) => setTimeout(resolve, takes));
        return name;
      },
  };
}

/** A call that fails the first times. */
const failing = (times: number, then: () => Promise<string>): (() => Promise<string>) => {
  let left = times;
  return async () => {
    const value = await then();
    if (left-- > 0) throw new Error('429');
    return value;
  };
};

describe('the rate', () => {
  test('of a channel is kept, without delaying other channels', async () => {
    const outgoing = makeRequestQueue(RATE_LIMITS, 100, never);
    const { begun, call } = log();
    const sent = [HERE, HERE, HERE, THERE].map((queueKey, index) =>
      outgoing.send(queueKey, 'answer', call(`${queueKey.channel} ${index}`)),
    );
    await vi.advanceTimersByTimeAsync(2_000 + LAG);
    expect(await Promise.all(sent)).toEqual(['here 0', 'here 1', 'here 2', 'there 3']);
    const at = Object.fromEntries(begun);
    expect(at['there 3']).toBeLessThan(LAG);
    expect(at['here 1']).toBeGreaterThanOrEqual((at['here 0'] ?? 0) + 1_000);
    expect(at['here 2']).toBeGreaterThanOrEqual((at['here 1'] ?? 0) + 1_000);
  });

  test('of a method applies to all channels of a workspace, and to no other workspace', async () => {
    const outgoing = makeRequestQueue(RATE_LIMITS, 100, never);
    const { begun, call } = log();
    for (const [name, queueKey] of Object.entries({ a: HERE, b: THERE, c: { workspace: 'v', channel: 'here' } })) {
      void outgoing.send({ ...queueKey, method: 'slow' }, 'answer', call(name));
    }
    await vi.advanceTimersByTimeAsync(4_000);
    const at = Object.fromEntries(begun);
    expect(at.b).toBeGreaterThanOrEqual((at.a ?? 0) + 3_000);
    expect(at.c).toBeLessThan(LAG);
  });

  test.each([
    ['set back by three hours', -3 * 3_600_000],
    ['set ahead by three days', 72 * 3_600_000],
  ])('does not depend on a clock that is %s', async (_, by) => {
    const outgoing = makeRequestQueue(RATE_LIMITS, 100, never);
    const { begun, call } = log();
    void outgoing.send(HERE, 'post', call('before', 100));
    await vi.advanceTimersByTimeAsync(LAG);
    vi.setSystemTime(Date.now() + by);
    void outgoing.send(HERE, 'post', call('after'));
    await vi.advanceTimersByTimeAsync(2_000);
    const at = Object.fromEntries(begun);
    expect(at.after).toBeGreaterThanOrEqual((at.before ?? 0) + 1_000);
    expect(at.after).toBeLessThan(1_000 + 2 * LAG);
  });

  test('of a workspace counts delayed requests from when they start', async () => {
    const outgoing = makeRequestQueue({ ...RATE_LIMITS, workspace: { every: 100, atOnce: 2 } }, 100, never);
    const { begun, call } = log();
    for (let index = 0; index < 20; index += 1) {
      void outgoing.send({ workspace: 'w', channel: `${index % 7}` }, 'answer', call(`${index}`, 150));
    }
    await vi.advanceTimersByTimeAsync(5_000);
    expect(begun.length).toBe(20);
    const gaps = begun.slice(1).map(([, at], index) => at - (begun[index]?.[1] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(100);
  });

  test('limits concurrent requests', async () => {
    const outgoing = makeRequestQueue({ ...RATE_LIMITS, channel: { every: 0, atOnce: 3 } }, 100, never);
    let [running, most] = [0, 0];
    const sent = Array.from({ length: 12 }, () =>
      outgoing.send(HERE, 'answer', async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setTimeout(resolve, 50));
        running -= 1;
      }),
    );
    await vi.advanceTimersByTimeAsync(1_000);
    await Promise.all(sent);
    expect(most).toBe(3);
  });

  test('applies to all requests, and none is lost', async () => {
    const one = fc.record({
      after: fc.integer({ min: 0, max: 400 }),
      channel: fc.constantFrom('a', 'b', undefined),
      method: fc.constantFrom('m', undefined),
      takes: fc.integer({ min: 0, max: 300 }),
      fails: fc.integer({ min: 0, max: 2 }),
      urgency: fc.constantFrom('answer' as const, 'post' as const),
    });
    const rateLimits: RateLimits = {
      channel: { every: 200, atOnce: 1 },
      workspace: { every: 20, atOnce: 3 },
      methods: { m: { every: 100, atOnce: 2 } },
    };
    await fc.assert(
      fc.asyncProperty(fc.array(one, { maxLength: 12 }), async (calls) => {
        const outgoing = makeRequestQueue(rateLimits, 100, (_, attempt) => attempt * 70);
        const begun: { readonly at: number; readonly channel?: string | undefined }[] = [];
        const sent: Promise<string>[] = [];
        for (const { after, channel, method, takes, fails, urgency } of calls) {
          await vi.advanceTimersByTimeAsync(after);
          const queueKey = { workspace: 'w', ...(channel && { channel }), ...(method && { method }) };
          const call = async (): Promise<string> => {
            begun.push({ at: performance.now(), channel });
            await new Promise((resolve) => setTimeout(resolve, takes));
            return 'done';
          };
          sent.push(outgoing.send(queueKey, urgency, failing(fails, call)));
        }
        await vi.advanceTimersByTimeAsync(60_000);
        expect(await Promise.all(sent)).toEqual(calls.map(() => 'done'));
        expect(least(begun.map(({ at }) => at))).toBeGreaterThanOrEqual(20);
        for (const name of ['a', 'b']) {
          const there = begun.filter(({ channel }) => channel === name);
          expect(least(there.map(({ at }) => at))).toBeGreaterThanOrEqual(200);
        }
        expect(outgoing.pending()).toBe(0);
      }),
      { numRuns: 40 },
    );
  });
});

/** The shortest interval between two calls. */
const least = (times: readonly number[]): number =>
  Math.min(...times.slice(1).map((at, index) => at - (times[index] ?? 0)));

describe('the order', () => {
  test('is that of sending, answers before posts', async () => {
    const outgoing = makeRequestQueue(RATE_LIMITS, 100, never);
    const { names, call } = log();
    const send = (urgency: 'answer' | 'post', name: string) => void outgoing.send(HERE, urgency, call(name));
    send('post', 'first');
    await vi.advanceTimersByTimeAsync(LAG);
    for (const name of ['post 1', 'post 2']) send('post', name);
    for (const name of ['answer 1', 'answer 2']) send('answer', name);
    await vi.advanceTimersByTimeAsync(6_000);
    expect(names()).toEqual(['first', 'answer 1', 'answer 2', 'post 1', 'post 2']);
  });

  test('puts answers first even with concurrency', async () => {
    const outgoing = makeRequestQueue({ ...RATE_LIMITS, workspace: { every: 500, atOnce: 10 } }, 100, never);
    const { names, call } = log();
    const queueKey = { workspace: 'w' };
    for (let index = 0; index < 5; index += 1) void outgoing.send(queueKey, 'post', call('post'));
    await vi.advanceTimersByTimeAsync(600);
    void outgoing.send(queueKey, 'answer', call('answer'));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(names().indexOf('answer')).toBeLessThanOrEqual(3);
  });
});

describe('a failed call', () => {
  const twice: RetryPolicy = (_, attempt) => (attempt <= 2 ? 5_000 : undefined);

  test('is retried as advised, before others of its channel, without delaying other channels', async () => {
    const outgoing = makeRequestQueue(RATE_LIMITS, 100, twice);
    const { begun, names, call } = log();
    const first = outgoing.send(HERE, 'post', failing(2, call('first')));
    void outgoing.send(HERE, 'answer', call('second'));
    await vi.advanceTimersByTimeAsync(2_000);
    void outgoing.send(THERE, 'answer', call('elsewhere'));
    await vi.advanceTimersByTimeAsync(13_000);
    expect(await first).toBe('first');
    expect(names()).toEqual(['first', 'elsewhere', 'first', 'first', 'second']);
    const ats = begun.filter(([name]) => name === 'first').map(([, at]) => at);
    expect(least(ats)).toBeGreaterThanOrEqual(5_000);
    expect(begun.find(([name]) => name === 'elsewhere')?.[1]).toBeLessThan(2_000 + LAG);
  });

  test('delays others of its key even with concurrency', async () => {
    const outgoing = makeRequestQueue({ ...RATE_LIMITS, channel: { every: 10, atOnce: 5 } }, 100, twice);
    const { begun, call } = log();
    void outgoing.send(HERE, 'answer', failing(1, call('first')));
    await vi.advanceTimersByTimeAsync(LAG);
    for (const name of ['second', 'third']) void outgoing.send(HERE, 'answer', call(name));
    await vi.advanceTimersByTimeAsync(6_000);
    expect(begun.map(([name]) => name)).toEqual(['first', 'first', 'second', 'third']);
    expect(begun[1]?.[1]).toBeGreaterThanOrEqual(5_000);
  });

  test('fails with its error and the number of attempts when a retry cannot help', async () => {
    const attempts: number[] = [];
    const outgoing = makeRequestQueue(RATE_LIMITS, 100, (error, attempt) => {
      attempts.push(attempt);
      return twice(error, attempt);
    });
    const { call } = log();
    const sent = expect(outgoing.send(HERE, 'answer', failing(9, call('x')))).rejects.toThrow('429');
    await vi.advanceTimersByTimeAsync(20_000);
    await sent;
    expect(attempts).toEqual([1, 2, 3]);
    expect(outgoing.pending()).toBe(0);
  });

  test('that throws synchronously leaves its key free', async () => {
    const outgoing = makeRequestQueue(RATE_LIMITS, 100, never);
    const { call } = log();
    const bad = expect(
      outgoing.send(HERE, 'answer', () => {
        throw new TypeError('at once');
      }),
    ).rejects.toThrow('at once');
    const good = outgoing.send(HERE, 'answer', call('next'));
    await vi.advanceTimersByTimeAsync(2_000);
    await bad;
    expect(await good).toBe('next');
  });
});

describe('overload', () => {
  test('is rejected with a sentence, by workspace, until there is room again', async () => {
    const outgoing = makeRequestQueue(RATE_LIMITS, 2, never);
    const { call } = log();
    const send = (queueKey: QueueKey) => outgoing.send(queueKey, 'answer', call('x'));
    void send(HERE);
    await vi.advanceTimersByTimeAsync(LAG);
    expect(outgoing.isFull(HERE)).toBe(false);
    for (let index = 0; index < 2; index += 1) void send(HERE);
    expect([outgoing.isFull(HERE), outgoing.isFull(THERE), outgoing.isFull({ workspace: 'v' })]).toEqual([
      true,
      true,
      false,
    ]);
    const refused = send(HERE);
    await expect(refused).rejects.toThrow(OverloadedError);
    await expect(refused).rejects.toThrow('Onrecord is busy: try again in a minute.');
    expect(outgoing.pending()).toBe(2);
    await vi.advanceTimersByTimeAsync(1_000 + LAG);
    expect(outgoing.isFull(HERE)).toBe(false);
  });

  test('is rejected regardless of the number of workspaces', async () => {
    const outgoing = makeRequestQueue({ ...RATE_LIMITS, workspace: { every: 1_000, atOnce: 1 } }, 2, never);
    const sent = Array.from({ length: 100 }, (_, index) =>
      outgoing.send({ workspace: `${index}` }, 'answer', async () => {}),
    );
    const settled = Promise.allSettled(sent);
    await vi.advanceTimersByTimeAsync(1_000);
    const busy = (await settled).filter(({ status }) => status === 'rejected');
    expect(busy.length).toBe(60);
  });
});

describe('closing', () => {
  test('finishes accepted requests, and accepts no new ones', async () => {
    const outgoing = makeRequestQueue(RATE_LIMITS, 100, never);
    const { names, call } = log();
    for (const name of ['one', 'two']) void outgoing.send(HERE, 'post', call(name, 100));
    let closed = false;
    void outgoing.close(10_000).then(() => {
      closed = true;
    });
    expect(outgoing.isFull(HERE)).toBe(true);
    await expect(outgoing.send(HERE, 'answer', call('three'))).rejects.toThrow(/restarting: try again/);
    await vi.advanceTimersByTimeAsync(1_050 + LAG);
    expect(closed).toBe(false);
    await vi.advanceTimersByTimeAsync(100);
    expect(closed).toBe(true);
    expect(names()).toEqual(['one', 'two']);
    await outgoing.close(10_000);
  });

  test('has a time limit, after which queued requests are rejected', async () => {
    const outgoing = makeRequestQueue(RATE_LIMITS, 100, () => 60_000);
    const { names, call } = log();
    const retried = outgoing.send(HERE, 'answer', failing(1, call('retried')));
    const behind = outgoing.send(HERE, 'answer', call('behind'));
    const ends = Promise.allSettled([retried, behind]);
    const closed = outgoing.close(5_000);
    await vi.advanceTimersByTimeAsync(5_000 + LAG);
    await closed;
    expect((await ends).map((end) => end.status === 'rejected' && end.reason instanceof OverloadedError)).toEqual([
      true,
      true,
    ]);
    expect(names()).toEqual(['retried']);
    expect(outgoing.pending()).toBe(0);
  });

  test('leaves no timer that keeps the process alive', async () => {
    const script = `
      import { makeRequestQueue } from '#chat/queue/request-queue';
      const pace = { every: 600_000, atOnce: 1 };
      const outgoing = makeRequestQueue({ channel: pace, workspace: pace }, 10, () => undefined);
      await outgoing.send({ workspace: 'w', channel: 'c' }, 'post', async () => {});
      await outgoing.close(600_000);`;
    // With a timer left, it would end ten minutes later, beyond the timeout of the test.
    await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], { cwd: ROOT });
  });

  test('resolves at once if nothing is in progress', async () => {
    await makeRequestQueue(RATE_LIMITS, 100, never).close(60_000);
    expect(vi.getTimerCount()).toBe(0);
  });
});
