import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { limitLog } from '#chat/limit-log';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('logs ten lines a minute, and the number of further ones', () => {
  const lines: [string, unknown][] = [];
  const log = limitLog({ info: (message, details) => lines.push([message, details]), error: () => {} });
  for (let count = 0; count < 10_000; count += 1) log.info('unsigned', { count });
  expect(lines).toHaveLength(10);
  vi.advanceTimersByTime(60_000);
  log.info('unsigned', { count: 'next' });
  expect(lines.slice(10)).toEqual([
    ['similar lines were omitted', { count: 9_990 }],
    ['unsigned', { count: 'next' }],
  ]);
});
