/** Where a call goes, as far as limits are counted. */
export interface QueueKey {
  readonly workspace: string;
  readonly channel?: string;
  /** The platform's name for the call, where it counts calls by name. */
  readonly method?: string;
}

/** Calls a minute, and how many may run at once. */
export interface RateLimit {
  /** Least milliseconds between the starts of two calls. */
  readonly every: number;
  readonly atOnce: number;
  /**
   * Milliseconds by which one that begins late, because the process was busy, brings the next nearer: so that being late does
   * not add up. For a while so much more begins than `every` alone lets through. None if left out.
   */
  readonly catchUp?: number;
}

export interface RateLimits {
  readonly channel: RateLimit;
  readonly workspace: RateLimit;
  /** By method; a method without one has only those above. */
  readonly methods?: Readonly<Record<string, RateLimit>>;
}

/** What to do after a failed call: try again after so many milliseconds, or give up (undefined). */
export type RetryPolicy = (error: unknown, attempt: number) => number | undefined;
