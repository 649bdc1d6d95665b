/** The maximum wait that a server may request: a day. */
const MAX_WAIT_MS = 86_400_000;

/** Parses `Retry-After`, in seconds or as a date. Returns milliseconds, or undefined if it is neither. */
export function retryAfterOf(value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined;
  const wait = /^\s*\d{1,9}\s*$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - now;
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), MAX_WAIT_MS);
}
