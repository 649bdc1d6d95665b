import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { systemClock } from '#schedule/clock';

const NOW = Date.UTC(2025, 2, 10);
const HOUR = 3_600_000;

beforeEach(() => void vi.useFakeTimers({ now: NOW }));
afterEach(() => void vi.useRealTimers());

/** Tracks whether a promise has resolved. */
function watched(instant: number, signal = new AbortController().signal): () => boolean {
  let done = false;
  void systemClock.until(instant, signal).then(() => {
    done = true;
  });
  return () => done;
}

describe('the clock', () => {
  test('resolves at any future instant', async () => {
    const done = watched(NOW + HOUR);
    await vi.advanceTimersByTimeAsync(HOUR - 1);
    expect(done()).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(done()).toBe(true);
  });

  test('resolves at once if the instant has passed', async () => {
    const done = watched(NOW - 1);
    await vi.advanceTimersByTimeAsync(0);
    expect(done()).toBe(true);
  });

  test('resolves when the signal is aborted, and clears its timer', async () => {
    const stop = new AbortController();
    const done = watched(NOW + HOUR, stop.signal);
    stop.abort();
    await vi.advanceTimersByTimeAsync(0);
    expect(done()).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('notices within twenty seconds that the machine was asleep', async () => {
    const done = watched(NOW + HOUR);
    vi.setSystemTime(NOW + 2 * HOUR);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(done()).toBe(true);
  });

  test('wakes waiting code when it is set back', async () => {
    const done = watched(NOW + HOUR);
    vi.setSystemTime(NOW - 2 * HOUR);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(done()).toBe(true);
  });
});
