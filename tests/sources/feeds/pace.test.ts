import { describe, expect, test } from 'vitest';
import { nextPoll, pollAfterFailure } from '#sources/feeds/pace';

const NOON = Date.UTC(2024, 9, 22, 12, 0);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MIDDLE = 0.5;

describe('after a response, the next poll is', () => {
  test.each([
    ['by default in half an hour', {}, undefined, 30 * MINUTE],
    ['when the header allows', {}, 'public, max-age=7200', 2 * HOUR],
    ['when its ttl allows', { ttl: 90 }, undefined, 90 * MINUTE],
    ['when both allow', { ttl: 90 }, 'max-age=600', 90 * MINUTE],
    ['not sooner than in a quarter of an hour', { ttl: 1 }, 'max-age=1', 15 * MINUTE],
    ['not later than in a day', { ttl: 99_999 }, 'max-age=999999999', DAY],
    ['after the hours of rest', { skipHours: [12, 13, 14] }, undefined, 3 * HOUR],
    ['in spite of hours of rest that fill the day', { skipHours: [...Array(24).keys()] }, undefined, 30 * MINUTE],
  ])('%s', (_, pace, cacheControl, wait) => {
    expect(nextPoll({ now: NOON, pace, cacheControl, random: MIDDLE }) - NOON).toBe(wait);
  });

  test('up to a tenth earlier or later, so that feeds added together spread', () => {
    const [early, late] = [0, 1].map((random) => nextPoll({ now: NOON, pace: {}, random }) - NOON);
    expect([early, late]).toEqual([27 * MINUTE, 33 * MINUTE]);
  });
});

describe('after failures, the next poll is', () => {
  test.each([
    ['a quarter of an hour later', 0, undefined, 15 * MINUTE],
    ['twice as late after each', 3, undefined, 2 * HOUR],
    ['at most a day later', 50, undefined, DAY],
    ['later for a wall', 0, 'wall' as const, 2 * HOUR],
    ['an hour later for a page that is not found', 0, 'not-found' as const, HOUR],
    ['a day later for an address that may not be requested', 0, 'private' as const, DAY],
  ])('%s', (_, failures, failure, wait) => {
    const reason = failure ? { failures, failure } : { failures };
    expect(pollAfterFailure(NOON, reason, MIDDLE) - NOON).toBe(wait);
  });

  test('never before Retry-After', () => {
    expect(pollAfterFailure(NOON, { failures: 0, retryAfter: 3 * DAY }, 0) - NOON).toBe(3 * DAY);
    expect(pollAfterFailure(NOON, { failures: 0, retryAfter: MINUTE }, MIDDLE) - NOON).toBe(15 * MINUTE);
  });
});
