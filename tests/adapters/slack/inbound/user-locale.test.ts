import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Caller } from '#adapters/slack/caller';
import { makeLocales } from '#adapters/slack/inbound/user-locale';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const CALLER = { user: 'U1', source: { team: 'T1' } } as Caller;

test('an answer waits at most a second for the user’s language; a later result serves the next answer', async () => {
  const { promise, resolve } = Promise.withResolvers<object>();
  let asked = 0;
  const findLocale = makeLocales({
    call: async () => {
      asked += 1;
      return { ...(await promise) };
    },
  });
  let found: string | undefined | 'waiting' = 'waiting';
  const first = findLocale(CALLER).then((locale) => {
    found = locale;
  });
  await vi.advanceTimersByTimeAsync(999);
  expect(found).toBe('waiting');
  await vi.advanceTimersByTimeAsync(1);
  await first;
  expect(found).toBeUndefined();
  resolve({ user: { locale: 'ko-KR' } });
  expect(await findLocale(CALLER)).toBe('ko-KR');
  expect(asked).toBe(1);
});
