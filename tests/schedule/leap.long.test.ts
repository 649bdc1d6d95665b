import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Claim } from '#core/storage/store';
import { makeErrorLog } from '#schedule/error-log';
import { makeRunner } from '#schedule/runner';
import { makeScheduleCache } from '#schedule/schedule-cache';
import { articleOf, INPUT, SCOPE, type World, worldAt } from '../support/schedule/world.ts';
import { scheduleOf, slotOf } from '../support/scheduling.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;
/** Five minutes before 07:30 in Seoul on 11 March. */
const START = Date.UTC(2025, 2, 10, 22, 25);
const CHANNELS = 60;

let world: World;
afterEach(() => world.close());

/** The second morning: some posts are sent, some in flight, and most are queued. */
async function amidTheMorning(): Promise<void> {
  world = await worldAt(START);
  world.entries = ['beta', 'alpha'].map((id) => articleOf(id));
  for (let at = 0; at < CHANNELS; at++) {
    const workspace = `w${at % 3}`;
    await world.store.schedules.add(
      scheduleOf({ ...INPUT, id: `s${at}`, workspace, channel: `c${at}`, created: START }),
    );
  }
  await world.start({ maxConcurrent: 20 });
  await world.time.pass(10 * MINUTE);
  await world.time.leap(DAY - 10 * MINUTE);
  world.entries = ['gamma', 'beta', 'alpha'].map((id) => articleOf(id));
  world.platform.latencies = [300, 300];
  await world.time.pass(5 * MINUTE + 900);
}

/** The number of slots of a day by state. */
async function states(day: string): Promise<Readonly<Record<string, number>>> {
  const slots = await Promise.all(
    [0, 1, 2].map((at) => world.store.slots.history({ ...SCOPE, workspace: `w${at}` }, 1_000)),
  );
  const counts: Record<string, number> = {};
  for (const slot of slots.flat()) if (slot.day === day) counts[slot.state] = (counts[slot.state] ?? 0) + 1;
  return counts;
}

const twice = (): readonly string[] => {
  const marks = world.platform.messages.map(({ idempotencyKey: mark }) => mark);
  return marks.filter((mark, at) => marks.indexOf(mark) !== at);
};

describe('a clock that jumps while posts are in progress', () => {
  test.each([
    ['a day on, while the machine is awake', () => world.time.set(DAY)],
    ['a day on, while the machine sleeps', () => world.time.leap(DAY)],
  ])('%s: the next day is due at once, without waiting for own leases', async (_, leap) => {
    await amidTheMorning();
    expect(await states('2025-03-12')).toMatchObject({ sending: 20 });
    await leap();
    await world.time.pass(20 * SECOND);
    expect(await states('2025-03-13')).toEqual({ sent: CHANNELS });
    const { sent = 0, missed = 0 } = await states('2025-03-12');
    expect(sent).toBeGreaterThan(0);
    expect(sent + missed).toBe(CHANNELS);
    expect(twice()).toEqual([]);
  });

  test('a day back: posts in progress arrive, nothing waits and nothing is repeated', async () => {
    await amidTheMorning();
    await world.time.set(-DAY);
    await world.time.pass(20 * SECOND);
    expect(await states('2025-03-12')).toEqual({ sent: CHANNELS });
    await world.time.set(0);
    await world.time.leap(DAY);
    await world.time.pass(20 * SECOND);
    expect(await states('2025-03-13')).toEqual({ sent: CHANNELS });
    expect(twice()).toEqual([]);
  });

  test('a day ahead and back: tomorrow’s post is sent once', async () => {
    await amidTheMorning();
    await world.time.set(DAY);
    await world.time.pass(20 * SECOND);
    await world.time.set(0);
    await world.time.leap(DAY);
    await world.time.pass(20 * SECOND);
    expect(await states('2025-03-13')).toEqual({ sent: CHANNELS });
    expect(twice()).toEqual([]);
  });
});

describe('a slot that is claimed again while this process is still sending it', () => {
  const slot = slotOf({ state: 'sending', plan: 'a plan' });
  const claimed = (previousState: Claim['previousState'], attempts: number): Claim => ({
    ...slot,
    owner: 'me',
    previousState,
    attempts,
  });

  test.each(['due', 'sending'] as const)(
    'found %s, is left to the first attempt, because two of the same process would not notice each other',
    async (found) => {
      world = await worldAt(START);
      const begun: { readonly attempts: number; readonly end: () => void }[] = [];
      const waiting = [claimed('due', 1), claimed(found, 2)];
      const { slots, schedules } = world.store;
      vi.spyOn(slots, 'claim').mockImplementation(async () => waiting.splice(0, 1));
      const runner = makeRunner({
        ...{
          slotStore: slots,
          clock: world.time.clock(),
          owner: 'me',
          scheduleCache: makeScheduleCache(schedules),
          platforms: () => ['pigeon'],
        },
        errorLog: makeErrorLog({ info: () => {}, error: () => {} }),
        deliver: async ({ attempts }, turn) => {
          await turn;
          await new Promise<void>((end) => begun.push({ attempts, end }));
        },
      });
      runner.start();
      await world.time.settle();
      runner.wake();
      await world.time.settle();
      expect(waiting).toEqual([]);
      expect(begun.map(({ attempts }) => attempts)).toEqual([1]);
      const stopped = vi.fn();
      void runner.stop().then(stopped);
      await world.time.settle();
      expect(stopped).not.toHaveBeenCalled();
      begun[0]?.end();
      await world.time.settle();
      expect(stopped).toHaveBeenCalled();
      expect(begun).toHaveLength(1);
    },
  );
});
