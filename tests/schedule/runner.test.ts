import { afterEach, describe, expect, test, vi } from 'vitest';
import { UserError } from '#core/errors';
import type { SlotRecord } from '#core/storage/store';
import { makeErrorLog } from '#schedule/error-log';
import { makeRunner } from '#schedule/runner';
import { makeScheduleCache } from '#schedule/schedule-cache';
import { withPlainReason } from '../support/plain.ts';
import { articleOf, INPUT, SCOPE, type TestProcess, type World, worldAt } from '../support/schedule/world.ts';
import { slotOf } from '../support/scheduling.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Five minutes before 07:30 in Seoul on 11 March. */
const START = Date.UTC(2025, 2, 10, 22, 25);

let world: World;
afterEach(() => {
  vi.restoreAllMocks();
  return world.close();
});

async function worldWith(input: Partial<typeof INPUT> = {}): Promise<TestProcess> {
  world = await worldAt(START);
  world.entries = [articleOf('alpha')];
  const process = await world.start();
  await process.scheduling.add(SCOPE, { ...INPUT, length: 'headline', ...input });
  return process;
}

/** Advances by some days, awake only around each slot. */
async function days(count: number): Promise<void> {
  for (let day = 0; day < count; day++) {
    await world.time.pass(10 * MINUTE);
    await world.time.leap(DAY - 20 * MINUTE);
    await world.time.pass(10 * MINUTE);
  }
}

const slotHistory = async (): Promise<readonly SlotRecord[]> =>
  (await world.store.slots.history(SCOPE, 100)).map(withPlainReason);
const history = async (): Promise<readonly string[]> =>
  (await slotHistory()).map(({ day, state, late }) => `${day} ${state}${late ? ' late' : ''}`);

describe('a schedule', () => {
  test('is posted every day at its minute', async () => {
    await worldWith();
    await days(3);
    expect(world.platform.messages.map(({ at }) => at - START)).toEqual([0, 1, 2].map((day) => day * DAY + 5 * MINUTE));
  });

  test('created a moment ago is not skipped until the next minute', async () => {
    const process = await worldWith();
    await world.time.pass(4 * MINUTE + 30_000);
    await process.scheduling.add(SCOPE, { ...INPUT, length: 'headline', channel: 'sports' });
    await world.time.pass(30_000);
    expect(world.platform.messages.map(({ channel }) => channel).toSorted()).toEqual(['news', 'sports']);
  });

  test('of many due at once leaves time for requests', async () => {
    const { scheduling } = await worldWith({ channel: 'c0' });
    for (let at = 1; at < 10; at++) {
      await scheduling.add(SCOPE, { ...INPUT, length: 'headline', channel: `c${at}` });
    }
    await world.time.pass(6 * MINUTE);
    const begun = world.platform.messages.map(({ at }) => at - START - 5 * MINUTE);
    expect(begun.toSorted((a, b) => a - b)).toEqual([0, 0, 25, 25, 50, 50, 75, 75, 100, 100]);
  });

  test('created after its minute waits for the next day', async () => {
    world = await worldAt(START + 6 * MINUTE);
    world.entries = [articleOf('alpha')];
    const { scheduling } = await world.start();
    expect((await scheduling.add(SCOPE, INPUT)).next?.day).toBe('2025-03-12');
    await world.time.pass(HOUR);
    expect(world.platform.messages).toEqual([]);
  });
});

describe('after downtime', () => {
  test('of hours, sends the missed post, late', async () => {
    const process = await worldWith();
    process.kill();
    await world.time.leap(3 * HOUR);
    await world.start();
    await world.time.pass(MINUTE);
    expect(await history()).toEqual(['2025-03-11 sent late']);
    expect(world.platform.messages).toHaveLength(1);
  });

  test('beyond the grace period, the post is missed', async () => {
    const process = await worldWith();
    process.kill();
    await world.time.leap(7 * HOUR);
    await world.start();
    await world.time.pass(MINUTE);
    expect(await history()).toEqual(['2025-03-11 missed']);
    expect(world.platform.messages).toEqual([]);
  });

  test('of days, sends one post, and records the others as missed', async () => {
    await worldWith();
    await world.time.leap(4 * DAY + HOUR);
    await world.time.pass(MINUTE);
    expect(await history()).toEqual([
      '2025-03-15 sent late',
      '2025-03-14 missed',
      '2025-03-13 missed',
      '2025-03-12 missed',
      '2025-03-11 missed',
    ]);
    expect(world.platform.messages).toHaveLength(1);
  });

  test('a recorded but never claimed slot that is too late is missed', async () => {
    const process = await worldWith();
    await world.time.pass(4 * MINUTE + 59_000);
    process.killAt(7);
    await world.time.pass(2_000);
    expect(process.alive).toBe(false);
    expect(await history()).toEqual(['2025-03-11 due']);
    await world.time.leap(7 * HOUR);
    await world.start();
    await world.time.pass(MINUTE);
    expect(await history()).toEqual(['2025-03-11 missed']);
  });
});

describe('a clock that is set', () => {
  test('ahead for a while posts tomorrow’s once, without repetition', async () => {
    await worldWith();
    await world.time.pass(10 * MINUTE);
    await world.time.set(DAY);
    await world.time.pass(10 * MINUTE);
    await world.time.set(0);
    await days(2);
    expect(await history()).toEqual(['2025-03-13 sent', '2025-03-12 sent', '2025-03-11 sent']);
    expect(world.platform.messages).toHaveLength(3);
  });

  test('back repeats nothing and skips nothing', async () => {
    await worldWith();
    await world.time.pass(10 * MINUTE);
    await world.time.set(-2 * HOUR);
    await world.time.pass(3 * HOUR);
    await world.time.set(0);
    await world.time.leap(20 * HOUR);
    await world.time.pass(HOUR);
    expect(await history()).toEqual(['2025-03-12 sent', '2025-03-11 sent']);
  });
});

describe('several processes', () => {
  test('post once what is due', async () => {
    await worldWith();
    const others = [await world.start(), await world.start()];
    for (let at = 0; at < 12; at++) {
      await others[0]?.scheduling.add(SCOPE, { ...INPUT, length: 'headline', channel: `c${at}` });
    }
    await days(2);
    const channels = world.platform.messages.map(({ channel }) => channel);
    expect(channels).toHaveLength(26);
    expect(Object.values(Object.groupBy(channels, (channel) => channel)).map((all) => all?.length)).toEqual(
      Array(13).fill(2),
    );
  });

  test('leave what they cannot post to others', async () => {
    const process = await worldWith();
    process.kill();
    await world.start({ platforms: [] });
    await world.time.pass(HOUR);
    expect(await history()).toEqual(['2025-03-11 due']);
    await world.start();
    await world.time.pass(MINUTE);
    expect(await history()).toEqual(['2025-03-11 sent']);
    expect(await slotHistory()).toMatchObject([{ attempts: 1 }]);
  });

  test('post what another process created before it was killed', async () => {
    world = await worldAt(START);
    world.entries = [articleOf('alpha')];
    await world.start();
    const other = await world.start();
    await world.time.pass(MINUTE);
    await other.scheduling.add(SCOPE, INPUT);
    other.kill();
    await world.time.pass(5 * MINUTE);
    expect(await history()).toEqual(['2025-03-11 sent']);
  });

  test('leave a post to the process that sends it, however long it is queued', async () => {
    await worldWith({ length: 'headline' });
    await world.start();
    world.platform.queue = 20 * MINUTE;
    await world.time.pass(HOUR);
    expect(await slotHistory()).toMatchObject([{ state: 'sent', attempts: 1 }]);
    expect(world.platform.messages).toHaveLength(1);
  });

  test('notice changes of another process within a minute', async () => {
    const process = await worldWith();
    const other = await world.start();
    const [schedule] = process.scheduling.cached(SCOPE);
    await other.scheduling.pause(SCOPE, schedule?.id ?? '');
    await world.time.pass(MINUTE);
    expect(process.scheduling.cached(SCOPE)[0]?.paused).toBeDefined();
    await days(1);
    expect(world.platform.messages).toEqual([]);
  });
});

describe('a stop', () => {
  test('resolves at once if nothing is in progress', async () => {
    const { scheduling } = await worldWith();
    await scheduling.stop(5_000);
    await days(1);
    expect(world.platform.messages).toEqual([]);
  });

  test('waits for posts in progress, and starts no more', async () => {
    const { scheduling } = await worldWith({ length: 'short' });
    world.platform.latencies = [1_000, 1_000];
    await world.time.pass(5 * MINUTE);
    const stopped = vi.fn();
    void scheduling.stop(60_000).then(stopped);
    await world.time.pass(1_500);
    expect(stopped).not.toHaveBeenCalled();
    await world.time.pass(1_000);
    expect(stopped).toHaveBeenCalled();
    expect(await slotHistory()).toMatchObject([{ state: 'due', reason: 'Onrecord was restarted.' }]);
    expect(world.platform.messages).toHaveLength(1);
    await world.start();
    await world.time.pass(MINUTE);
    expect(world.platform.messages).toHaveLength(2);
    expect(await history()).toEqual(['2025-03-11 sent']);
  });

  test('waits no longer than its limit, and sends nothing afterwards', async () => {
    const { scheduling } = await worldWith();
    world.platform.queue = 30_000;
    await world.time.pass(5 * MINUTE);
    const stopped = vi.fn();
    void scheduling.stop(5_000).then(stopped);
    await world.time.pass(5_000);
    expect(stopped).toHaveBeenCalled();
    await world.time.pass(10 * MINUTE);
    expect(world.platform.messages).toEqual([]);
  });
});

describe('a store that fails', () => {
  const FULL = 'data/onrecord.db cannot be written, because the disk is full: free some space on it.';

  test.each(['claim', 'insert', 'nextReadyAt', 'recordOutcome', 'renew'] as const)(
    'at %s is one line in the log, and the post is sent when it works again',
    async (what) => {
      const { lines } = await worldWith();
      const failing = vi.spyOn(world.store.slots, what).mockRejectedValue(new UserError(FULL));
      await world.time.pass(20 * MINUTE);
      expect(lines.filter(({ level, message }) => level === 'error' && message === FULL).length).toBeGreaterThan(0);
      expect(lines.filter(({ level, message }) => level === 'error' && message !== FULL)).toEqual([]);
      failing.mockRestore();
      await world.time.pass(20 * MINUTE);
      expect(world.platform.messages).toHaveLength(1);
      expect((await slotHistory()).map(({ state }) => state)).toEqual(['sent']);
    },
  );

  test('at the start does not prevent starting: due posts are sent when it works', async () => {
    const first = await worldWith();
    first.kill();
    const failing = vi.spyOn(world.store.schedules, 'listAll').mockRejectedValue(new UserError(FULL));
    const { lines } = await world.start();
    await world.time.pass(10 * MINUTE);
    expect(lines.map(({ message }) => message)).toEqual([FULL]);
    failing.mockRestore();
    await world.time.pass(MINUTE);
    expect(world.platform.messages).toHaveLength(1);
  });

  test('is reported before anything is due', async () => {
    const { scheduling, lines } = await worldWith();
    vi.spyOn(world.store.slots, 'checkWrite').mockRejectedValue(new UserError(FULL));
    await world.time.pass(2 * MINUTE);
    expect(lines.map(({ message }) => message)).toEqual([FULL]);
    expect(scheduling.status().problem).toBe(FULL);
  });

  test('is logged once, and once when it works again', async () => {
    const { lines } = await worldWith();
    const failing = vi.spyOn(world.store.schedules, 'listAll').mockRejectedValue(new UserError(FULL));
    await world.time.pass(HOUR);
    expect(lines.map(({ message }) => message)).toEqual([FULL]);
    failing.mockRestore();
    await world.time.pass(MINUTE);
    expect(lines.map(({ message }) => message)).toContain('scheduling works again');
  });
});

test('limits concurrent posts, and sends all of them', async () => {
  world = await worldAt(START);
  world.entries = [articleOf('alpha')];
  const { scheduling } = await world.start({ maxConcurrent: 8 });
  for (let at = 0; at < 60; at++)
    await scheduling.add(SCOPE, { ...INPUT, length: 'headline', channel: `channel ${at}` });
  world.platform.latencies = [2_000, 0];
  await world.time.pass(5 * MINUTE + 1_000);
  expect(world.platform.attempts.length).toBeLessThanOrEqual(8);
  await world.time.pass(5 * MINUTE);
  expect(world.platform.messages).toHaveLength(60);
});

test('with free capacity, a retry waits for its own time, not for the next minute', async () => {
  world = await worldAt(START);
  world.entries = [articleOf('alpha')];
  const { scheduling } = await world.start({ maxConcurrent: 2 });
  for (const channel of ['a', 'b']) await scheduling.add(SCOPE, { ...INPUT, length: 'headline', channel });
  world.platform.latencies = [1_000, 0];
  let left = 1;
  world.platform.outcome = () =>
    left-- > 0 ? { kind: 'retry', retryAfterMs: 8_000, reason: 'Too many.' } : { kind: 'taken' };
  await world.time.pass(5 * MINUTE + 20_000);
  expect(world.platform.messages).toHaveLength(2);
});

test('a platform that does not respond does not delay others', async () => {
  world = await worldAt(START);
  const { slots, schedules } = world.store;
  const waiting = ['mute', 'pigeon'].flatMap((platform) =>
    Array.from({ length: 40 }, (_, at) =>
      slotOf({ platform, schedule: `${platform} ${at}`, channel: `c${at}`, state: 'due' }),
    ),
  );
  await slots.insert(waiting);
  const begun: Record<string, number> = {};
  const runner = makeRunner({
    ...{
      slotStore: slots,
      clock: world.time.clock(),
      owner: 'me',
      scheduleCache: makeScheduleCache(schedules),
      maxConcurrent: 8,
    },
    platforms: () => ['mute', 'pigeon'],
    errorLog: makeErrorLog({ info: () => {}, error: () => {} }),
    deliver: async (claim, turn) => {
      begun[claim.platform] = (begun[claim.platform] ?? 0) + 1;
      await turn;
      if (claim.platform === 'mute') await new Promise(() => {});
      await slots.recordOutcome(claim, { state: 'sent', message: 'm', seen: [] }, START);
    },
  });
  runner.start();
  await world.time.pass(20_000);
  expect(begun).toEqual({ mute: 8, pigeon: 40 });
});
