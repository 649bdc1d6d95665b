const BASE_DELAY_MS = 5_000;
const MAX_DELAY_MS = 900_000;
const MIN_DELAY_MS = 1_000;

/**
 * Milliseconds until a retry: at least as long as the platform asks, otherwise a random delay up to a limit
 * that doubles with each attempt (full jitter, https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/),
 * a quarter of an hour at the most.
 *
 * @param random from 0 to 1.
 */
export function backoffDelay(attempts: number, requestedMs: number, random: number): number {
  const spanMs = Math.min(MAX_DELAY_MS, BASE_DELAY_MS * 2 ** Math.min(20, Math.max(0, attempts - 1)));
  return Math.max(MIN_DELAY_MS, requestedMs, Math.round(spanMs * random));
}
