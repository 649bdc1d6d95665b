import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Fetched, FetchRequest } from '#sources/fetch/index';
import { politely } from '#sources/politeness';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const isNow = (at: number): boolean => at < 30;

const page = (url: string): FetchRequest => ({ url, accept: 'text/html' });

/** The time of each request, in milliseconds from now. */
function log() {
  const zero = performance.now();
  const asked: [url: string, at: number][] = [];
  const fetch = async ({ url }: { readonly url: string }): Promise<Fetched> => {
    asked.push([url, performance.now() - zero]);
    return {} as Fetched;
  };
  return { asked, fetch };
}

test.each([0, -3 * 3_600_000, 72 * 3_600_000])(
  'requests to a host are half a second apart, even if the clock is set by %i milliseconds meanwhile',
  async (by) => {
    const { asked, fetch } = log();
    const polite = politely({ fetch });
    const ended = [polite.fetch(page('https://a.test/1'))];
    await vi.advanceTimersByTimeAsync(10);
    vi.setSystemTime(Date.now() + by);
    ended.push(polite.fetch(page('https://a.test/2')), polite.fetch(page('https://b.test/1')));
    await vi.advanceTimersByTimeAsync(600);
    await Promise.all(ended);
    expect(Object.fromEntries(asked)).toMatchObject({
      'https://a.test/1': expect.toSatisfy(isNow),
      'https://b.test/1': expect.toSatisfy(isNow),
    });
    expect(Object.fromEntries(asked)['https://a.test/2']).toBeGreaterThanOrEqual(500);
  },
);

test('waiting requests to a host are still sent when the clock is set back', async () => {
  const { asked, fetch } = log();
  const polite = politely({ fetch });
  const ended = ['1', '2', '3'].map((name) => polite.fetch(page(`https://a.test/${name}`)));
  await vi.advanceTimersByTimeAsync(10);
  vi.setSystemTime(Date.now() - 3 * 3_600_000);
  ended.push(polite.fetch(page('https://a.test/4')));
  await vi.advanceTimersByTimeAsync(3000);
  await Promise.all(ended);
  expect(asked.map(([url]) => url.at(-1)).sort()).toEqual(['1', '2', '3', '4']);
});

test('a host gets one request at a time, and does not delay others', async () => {
  const open: string[] = [];
  const fetch = async ({ url }: { readonly url: string }): Promise<Fetched> => {
    open.push(url);
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    open.splice(open.indexOf(url), 1);
    return {} as Fetched;
  };
  const polite = politely({ fetch });
  const names = ['a.test/1', 'a.test/2', 'b.test/1'];
  const ended = names.map((name) => polite.fetch(page(`https://${name}`)));
  await vi.advanceTimersByTimeAsync(4_000);
  expect(open).toEqual(['https://a.test/1', 'https://b.test/1']);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(open).toEqual(['https://a.test/2']);
  await vi.advanceTimersByTimeAsync(10_000);
  await Promise.all(ended);
});
