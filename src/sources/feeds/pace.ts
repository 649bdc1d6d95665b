import type { FetchFailure } from '../fetch/errors.ts';
import type { FeedPace } from './feed.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The default polling interval, and the bounds of the interval that a feed may request. */
const DEFAULT_INTERVAL_MS = 30 * MINUTE;
const MIN_INTERVAL_MS = 15 * MINUTE;

/** The maximum random deviation, as a fraction of the interval: it spreads the polls of feeds added together. */
const JITTER = 0.1;

export interface Answered {
  readonly now: number;
  readonly pace: FeedPace;
  /** The `cache-control` header. */
  readonly cacheControl?: string | undefined;
  /** From 0 to below 1. */
  readonly random: number;
}

/** Returns the time of the next poll after a response: as requested by headers, `ttl` and skip hours, within bounds. */
export function nextPoll({ now, pace, cacheControl, random }: Answered): number {
  const fresh = Number(/\bmax-age\s*=\s*"?(\d{1,9})/i.exec(cacheControl ?? '')?.[1] ?? 0) * 1_000;
  const wait = Math.min(
    Math.max(fresh, (pace.ttl ?? 0) * MINUTE, fresh || pace.ttl ? MIN_INTERVAL_MS : DEFAULT_INTERVAL_MS),
    DAY,
  );
  return awake(now + spread(wait, random), pace.skipHours ?? []);
}

/** Returns the first time from `at` on that is not in a skip hour (UTC); at most a day later. */
function awake(at: number, skipHours: readonly number[]): number {
  for (let hours = 0; hours < 24; hours++) {
    const then = hours === 0 ? at : Math.floor(at / HOUR) * HOUR + hours * HOUR;
    if (!skipHours.includes(new Date(then).getUTCHours())) return then;
  }
  return at;
}

/** Paywalls and documents that are not feeds do not change within minutes. */
const FIRST_WAIT: Partial<Record<FetchFailure, number>> = {
  wall: 2 * HOUR,
  'not-found': HOUR,
  address: DAY,
  private: DAY,
};

/** Returns the time of the next poll after a failure: exponential backoff up to a day, never before `retryAfter`. */
export function pollAfterFailure(
  now: number,
  { failures, failure, retryAfter = 0 }: { failures: number; failure?: FetchFailure; retryAfter?: number | undefined },
  random: number,
): number {
  const first = (failure && FIRST_WAIT[failure]) ?? MIN_INTERVAL_MS;
  const wait = Math.min(first * 2 ** Math.min(failures, 10), DAY);
  return now + Math.max(retryAfter, spread(wait, random));
}

const spread = (wait: number, random: number): number => Math.round(wait * (1 - JITTER + 2 * JITTER * random));
