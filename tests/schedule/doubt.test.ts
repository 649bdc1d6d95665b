import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { UserError } from '#core/errors';
import type { LookupResult } from '#core/publisher';
import type { SlotRecord } from '#core/storage/store';
import { textOf } from '../support/dispatcher.ts';
import { withPlainReason } from '../support/plain.ts';
import { articleOf, INPUT, SCOPE, type TestProcess, type World, worldAt } from '../support/schedule/world.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Five minutes before 07:30 in Seoul on 11 March. */
const START = Date.UTC(2025, 2, 10, 22, 25);

let world: World;
beforeEach(async () => {
  world = await worldAt(START);
  world.entries = ['beta', 'alpha'].map((id) => articleOf(id));
});
afterEach(() => {
  vi.restoreAllMocks();
  return world.close();
});

/** A process with one schedule, whose first post is five minutes away. */
async function started(input: Partial<typeof INPUT> = {}): Promise<TestProcess> {
  const process = await world.start();
  await process.scheduling.add(SCOPE, { ...INPUT, ...input });
  return process;
}

const latest = async (): Promise<SlotRecord | undefined> =>
  (await world.store.slots.history(SCOPE, 20)).map(withPlainReason)[0];
const parents = () => world.platform.messages.filter(({ threadParent: under }) => under === undefined);
/** The next request is accepted, and its response is lost. */
const loseAnswer = (): void => {
  let left = 1;
  world.platform.outcome = () => (left-- > 0 ? { kind: 'answer lost' } : { kind: 'taken' });
};

test('a post is searched for a day further back than its age, because the clock may have been wrong when it was sent', async () => {
  await started({ length: 'headline' });
  loseAnswer();
  await world.time.pass(20 * MINUTE);
  const [windowMs] = world.platform.lookupWindows;
  expect(windowMs).toBeGreaterThanOrEqual(24 * HOUR);
  expect(windowMs).toBeLessThan(25 * HOUR);
  expect(await latest()).toMatchObject({ state: 'sent', message: 'm1' });
});

describe('a request in flight when its process is killed', () => {
  beforeEach(async () => {
    const process = await started({ length: 'headline' });
    world.platform.latencies = [20 * SECOND, 0];
    await world.time.pass(5 * MINUTE + SECOND);
    expect(world.platform.attempts).toHaveLength(1);
    process.kill();
    world.platform.latencies = [0, 0];
    // By this clock, the lease has already expired.
    await world.time.set(HOUR);
  });

  test('is waited for before the search', async () => {
    await world.start();
    await world.time.pass(10 * MINUTE);
    expect(parents()).toHaveLength(1);
    expect(await latest()).toMatchObject({ state: 'sent', message: 'm1' });
  });

  test('is waited for regardless of clock changes', async () => {
    await world.start();
    for (const hours of [2, 3, 4, 5]) {
      await world.time.set(hours * HOUR);
      await world.time.pass(SECOND);
    }
    await world.time.pass(10 * MINUTE);
    expect(parents()).toHaveLength(1);
  });

  test('is waited for by the next process if that one is stopped meanwhile', async () => {
    const second = await world.start();
    await world.time.pass(SECOND);
    void second.scheduling.stop(SECOND);
    await world.time.pass(2 * SECOND);
    await world.start();
    await world.time.pass(10 * MINUTE);
    expect(parents()).toHaveLength(1);
    expect(await latest()).toMatchObject({ state: 'sent' });
  });
});

describe('a message whose response was lost is found', () => {
  test('days later, beyond the grace period', async () => {
    const process = await started();
    loseAnswer();
    await world.time.pass(5 * MINUTE + SECOND);
    process.kill();
    await world.time.leap(3 * DAY);
    await world.start();
    await world.time.pass(10 * MINUTE);
    const slots = await world.store.slots.history(SCOPE, 20);
    expect(slots.find(({ day }) => day === '2025-03-11')).toMatchObject({ state: 'sent', message: 'm1' });
  });

  test.each([
    ['ran hours ahead, and still does', 3 * HOUR, 3 * HOUR],
    ['ran days ahead, and was put right', 3 * DAY, 0],
    ['ran days ahead, and still does', 3 * DAY, 3 * DAY],
  ])('even if the clock %s', async (_, then, later) => {
    const process = await started({ length: 'headline', grace: 24 });
    loseAnswer();
    await world.time.set(then);
    await world.time.pass(SECOND);
    expect(parents()).toHaveLength(1);
    process.kill();
    await world.time.set(later);
    await world.start();
    await world.time.pass(10 * MINUTE);
    const marks = world.platform.messages.map(({ idempotencyKey: mark }) => mark);
    expect(new Set(marks).size).toBe(marks.length);
  });

  test('once reading is possible again, and not before the platform allows', async () => {
    const [wait, looked]: [LookupResult, number[]] = [
      { kind: 'retry', retryAfterMs: 20 * MINUTE, reason: 'Too many.' },
      [],
    ];
    const { find } = world.platform.publisher;
    vi.spyOn(world.platform.publisher, 'find').mockImplementation(async (...given) => {
      looked.push(world.time.now);
      return looked.length === 1 ? wait : find(...given);
    });
    await started();
    loseAnswer();
    await world.time.pass(HOUR);
    expect((looked[1] ?? 0) - (looked[0] ?? 0)).toBeGreaterThanOrEqual(20 * MINUTE);
    expect(await latest()).toMatchObject({ state: 'sent', message: 'm1' });
  });
});

describe('a publisher that throws', () => {
  const once = (what: 'post' | 'find' | 'notify', before: boolean): void => {
    const work = world.platform.publisher[what] as (...given: unknown[]) => Promise<unknown>;
    let left = 1;
    vi.spyOn(world.platform.publisher, what).mockImplementation(async (...given: unknown[]): Promise<never> => {
      if (left-- <= 0) return (await work(...given)) as never;
      if (!before) await work(...given);
      throw new TypeError('of all things');
    });
  };

  test('may have posted: its message is searched for', async () => {
    once('post', false);
    await started();
    await world.time.pass(10 * MINUTE);
    expect(parents()).toHaveLength(1);
    expect(await latest()).toMatchObject({ state: 'sent', message: 'm1' });
  });

  test('has not searched: it searches again', async () => {
    once('find', true);
    await started();
    loseAnswer();
    await world.time.pass(10 * MINUTE);
    expect(parents()).toHaveLength(1);
    expect(await latest()).toMatchObject({ state: 'sent' });
  });

  test('does not reopen the slot of an unavailable channel', async () => {
    once('notify', true);
    await started();
    world.platform.outcome = () => ({ kind: 'channelUnavailable', reason: 'Archived.' });
    await world.time.pass(6 * MINUTE);
    expect(await latest()).toMatchObject({ state: 'failed', reason: 'Archived.' });
  });
});

test('a post still queued when its process is killed is sent by the next, even without permission to read', async () => {
  world.platform.readBack = 'no';
  world.platform.queue = HOUR;
  const process = await started({ length: 'headline' });
  await world.time.pass(6 * MINUTE);
  expect(world.platform.attempts).toEqual([]);
  process.kill();
  world.platform.queue = 0;
  await world.start();
  await world.time.pass(10 * MINUTE);
  expect(parents()).toHaveLength(1);
  expect(await latest()).toMatchObject({ state: 'sent' });
});

test('a message of a thread is retried for an hour if the platform asks to wait', async () => {
  await started();
  const from = world.time.now;
  world.platform.outcome = ({ threadParent }) =>
    threadParent !== undefined && world.time.now - from < 50 * MINUTE
      ? { kind: 'retry', retryAfterMs: 2 * MINUTE, reason: 'Too many.' }
      : { kind: 'taken' };
  await world.time.pass(2 * HOUR);
  expect(await latest()).toMatchObject({ state: 'sent' });
  expect((await latest())?.reason).toBeUndefined();
  expect(world.platform.messages).toHaveLength(2);
});

test('nothing is sent while the store cannot confirm the owner of the slot', async () => {
  world.platform.queue = 10 * SECOND;
  await started({ length: 'headline' });
  const { renew } = world.store.slots;
  vi.spyOn(world.store.slots, 'renew').mockImplementation((claim, until, plan) =>
    plan?.includes('"queued":true') ? renew(claim, until, plan) : Promise.reject(new UserError('The disk is full.')),
  );
  await world.time.pass(8 * MINUTE);
  expect(world.platform.attempts).toEqual([]);
  vi.restoreAllMocks();
  await world.time.pass(10 * MINUTE);
  expect(parents()).toHaveLength(1);
});

describe('a recorded checkpoint', () => {
  test.each(['{"half', 'null', '{}'])('that cannot be read leaves %s uncertain', async (plan) => {
    await started();
    await world.time.pass(4 * MINUTE + 59 * SECOND);
    const { claim } = world.store.slots;
    vi.spyOn(world.store.slots, 'claim').mockImplementation(async (...given) =>
      (await claim(...given)).map((claimed) => ({ ...claimed, plan })),
    );
    await world.time.pass(5 * MINUTE);
    expect(world.platform.messages).toEqual([]);
    expect(await latest()).toMatchObject({ state: 'uncertain', reason: expect.stringContaining('cannot be read') });
  });

  test('shows what has changed in an article since the channel saw it, in another process, too', async () => {
    world.entries = [articleOf('alpha', 'The old pier stands.')];
    const first = await started();
    await world.time.pass(10 * MINUTE);
    first.kill();
    world.entries = [articleOf('alpha', 'The new pier stands.')];
    await world.start();
    await world.time.leap(DAY - 10 * MINUTE);
    await world.time.pass(10 * MINUTE);
    const detail = world.platform.messages.filter(({ threadParent: under }) => under !== undefined).at(-1);
    expect(detail && textOf(detail.reply)).toContain('Withdrawn: 1 sentence\nThe old pier stands.');
  });
});
