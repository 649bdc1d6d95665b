/** The keys by which rate limits are counted. */
export interface QueueKey {
  readonly workspace: string;
  readonly channel?: string;
  /** The method, if the platform limits calls by method. */
  readonly method?: string;
}

/** The pace of calls, and how many may run at once. */
export interface RateLimit {
  /** The least number of milliseconds between the starts of two calls. */
  readonly every: number;
  readonly atOnce: number;
  /**
   * How many milliseconds a late start, on a busy process, may be caught up by the next call, so that delays do
   * not add up. For a short time more calls start than `every` allows. Default: none.
   */
  readonly catchUp?: number;
}

export interface RateLimits {
  readonly channel: RateLimit;
  readonly workspace: RateLimit;
  /** By method; methods that are not listed have only the limits above. */
  readonly methods?: Readonly<Record<string, RateLimit>>;
}

/** What to do after a failed call: retry after the returned milliseconds, or give up (undefined). */
export type RetryPolicy = (error: unknown, attempt: number) => number | undefined;
