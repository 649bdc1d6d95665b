import { describe, expect, test } from 'vitest';
import { backoffDelay } from '#schedule/delivery/backoff';
import { messageKey } from '#schedule/delivery/message-key';
import { newScheduleId } from '#schedule/ids';
import fc from '../support/property.ts';

describe('an idempotency key', () => {
  const slot = fc.record({ schedule: fc.string({ minLength: 1 }), day: fc.string() });
  test('is accepted by every platform', () => {
    fc.assert(
      fc.property(slot, fc.nat(50), (given, place) => {
        expect(messageKey(given, place)).toMatch(/^[a-z0-9]{1,25}$/);
      }),
    );
  });

  test('differs by slot and channel', () => {
    const days = ['2025-03-10', '2025-03-11', 'now 2025-03-10 07:30'];
    const marks = ['k7m2x', 'k7m2y', 'A schedule of another age'].flatMap((schedule) =>
      days.flatMap((day) => Array.from({ length: 40 }, (_, place) => messageKey({ schedule, day }, place))),
    );
    expect(new Set(marks).size).toBe(marks.length);
  });

  test('names its slot', () => {
    expect(messageKey({ schedule: 'k7m2x', day: '2025-03-10' }, 1)).toBe('k7m2x2025031001');
  });
});

describe('the delay before a retry', () => {
  test.each<[attempts: number, after: number, random: number, pause: number]>([
    [1, 0, 1, 5_000],
    [2, 0, 1, 10_000],
    [3, 0, 0.5, 10_000],
    [3, 0, 0, 1_000],
    [50, 0, 1, 900_000],
    [1, 90_000, 0.5, 90_000],
    [9, 30_000, 1, 900_000],
  ])('after %i, told to wait %i ms, luck %d: %i ms', (attempts, after, random, pause) => {
    expect(backoffDelay(attempts, after, random)).toBe(pause);
  });

  test('is never shorter than the platform asks, nor a busy loop', () => {
    fc.assert(
      fc.property(fc.nat(1_000), fc.nat(10_000_000), fc.double({ min: 0, max: 1, noNaN: true }), (n, after, random) => {
        expect(backoffDelay(n, after, random)).toBeGreaterThanOrEqual(Math.max(1_000, after));
      }),
    );
  });
});

test('an id is short and easy to type', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (random) => {
      expect(newScheduleId(() => random)).toMatch(/^[b-df-hj-np-tv-xz2-9]{5}$/);
    }),
  );
});
