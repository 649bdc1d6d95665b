import type { FetchFailure } from '../fetch/errors.ts';
import type { FeedPace } from './feed.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How often a feed is asked where it wishes nothing else, and the bounds within which it may wish. */
const USUAL = 30 * MINUTE;
const SOONEST = 15 * MINUTE;

/** Part of a wait by which feeds that were added together drift apart. */
const JITTER = 0.1;

export interface Answered {
  readonly now: number;
  readonly pace: FeedPace;
  /** `cache-control`, as the server gave it. */
  readonly cacheControl?: string | undefined;
  /** From 0 to below 1. */
  readonly random: number;
}

/** When a feed that answered is asked again: as its server, its `ttl` and its hours of rest wish, within bounds. */
export function nextPoll({ now, pace, cacheControl, random }: Answered): number {
  const fresh = Number(/\bmax-age\s*=\s*"?(\d{1,9})/i.exec(cacheControl ?? '')?.[1] ?? 0) * 1_000;
  const wait = Math.min(Math.max(fresh, (pace.ttl ?? 0) * MINUTE, fresh || pace.ttl ? SOONEST : USUAL), DAY);
  return awake(now + spread(wait, random), pace.skipHours ?? []);
}

/** The first instant from `at` on that is in no hour of rest (UTC); never more than a day later. */
function awake(at: number, skipHours: readonly number[]): number {
  for (let hours = 0; hours < 24; hours++) {
    const then = hours === 0 ? at : Math.floor(at / HOUR) * HOUR + hours * HOUR;
    if (!skipHours.includes(new Date(then).getUTCHours())) return then;
  }
  return at;
}

/** Walls and feeds that are none do not change within minutes. */
const FIRST_WAIT: Partial<Record<FetchFailure, number>> = {
  wall: 2 * HOUR,
  'not-found': HOUR,
  address: DAY,
  private: DAY,
};

/** When one that could not be had is asked again: later each time, up to a day, and never sooner than its server asks. */
export function pollAfterFailure(
  now: number,
  { failures, failure, retryAfter = 0 }: { failures: number; failure?: FetchFailure; retryAfter?: number | undefined },
  random: number,
): number {
  const first = (failure && FIRST_WAIT[failure]) ?? SOONEST;
  const wait = Math.min(first * 2 ** Math.min(failures, 10), DAY);
  return now + Math.max(retryAfter, spread(wait, random));
}

const spread = (wait: number, random: number): number => Math.round(wait * (1 - JITTER + 2 * JITTER * random));
