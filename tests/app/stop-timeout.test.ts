import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { endInTime } from '#app/stop-timeout';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a stop that takes longer than eight seconds ends the process', () => {
  let exited = false;
  endInTime(() => {
    exited = true;
  });
  vi.advanceTimersByTime(7_999);
  expect(exited).toBe(false);
  vi.advanceTimersByTime(1);
  expect(exited).toBe(true);
});
