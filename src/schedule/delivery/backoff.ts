const FIRST = 5_000;
const LONGEST = 900_000;
const LEAST = 1_000;

/**
 * Milliseconds until something is tried again: as long as the platform says, at least, and otherwise anything up to a span
 * that doubles with each attempt (full jitter, https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/),
 * a quarter of an hour at the most.
 *
 * @param random from 0 to 1.
 */
export function pauseBefore(attempts: number, after: number, random: number): number {
  const span = Math.min(LONGEST, FIRST * 2 ** Math.min(20, Math.max(0, attempts - 1)));
  return Math.max(LEAST, after, Math.round(span * random));
}
