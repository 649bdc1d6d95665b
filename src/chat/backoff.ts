export interface BackoffOptions {
  /** Delays in milliseconds after failed attempts; the last one applies to all further attempts. */
  readonly delays: readonly [number, ...number[]];
  /** How long a connection must last for the delays to start again, in milliseconds. */
  readonly stableMs: number;
  /** A monotonic clock in milliseconds. */
  readonly now?: () => number;
  /** Returns a number from 0 to below 1. */
  readonly random?: () => number;
}

/** The largest share of random jitter, so that many processes do not reconnect at the same instant. */
const JITTER = 0.5;

/**
 * The delay before reconnecting. A connection that breaks soon counts as failed: a server that accepts a client and
 * drops it is not contacted again immediately.
 */
export class Backoff {
  readonly #options: Required<BackoffOptions>;
  #failures = 0;
  #connectedAt: number | undefined;

  constructor(options: BackoffOptions) {
    this.#options = { now: () => performance.now(), random: Math.random, ...options };
  }

  /** Records that a connection was established. */
  connected(): void {
    this.#connectedAt = this.#options.now();
  }

  /** Returns the milliseconds until the next attempt. */
  next(): number {
    const { delays, stableMs, now, random } = this.#options;
    if (this.#connectedAt !== undefined) {
      this.#failures = now() - this.#connectedAt >= stableMs ? 0 : this.#failures + 1;
      this.#connectedAt = undefined;
    } else this.#failures += 1;
    const delay = delays[Math.min(this.#failures, delays.length - 1)] ?? delays[0];
    return delay * (1 + JITTER * random());
  }
}
