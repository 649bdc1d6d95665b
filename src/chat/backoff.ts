export interface BackoffOptions {
  /** Milliseconds before each try after the last connection that lived; the last figure holds for all further ones. */
  readonly delays: readonly [number, ...number[]];
  /** How long a connection has to live until the delays begin anew. */
  readonly stableMs: number;
  /** Milliseconds that only go forward. */
  readonly now?: () => number;
  /** From 0 to below 1. */
  readonly random?: () => number;
}

/** How much longer than its figure a delay may be, so that many processes do not come back at the same instant. */
const JITTER = 0.5;

/**
 * How long to wait before connecting again. A connection that breaks soon counts as a failed one: a server that accepts
 * a client and turns it away in the next moment is not asked again at once.
 */
export class Backoff {
  readonly #options: Required<BackoffOptions>;
  #failures = 0;
  #connectedAt: number | undefined;

  constructor(options: BackoffOptions) {
    this.#options = { now: () => performance.now(), random: Math.random, ...options };
  }

  /** Notes that a connection came about. */
  connected(): void {
    this.#connectedAt = this.#options.now();
  }

  /** Milliseconds until the next try. */
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
