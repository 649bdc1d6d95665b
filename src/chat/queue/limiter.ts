import PQueue from 'p-queue';
import type { RateLimit } from './rate-limit.ts';

/** Retries take precedence over answers, answers over posts; the highest runs first. */
export const PRIORITY = { retry: 2, answer: 1, post: 0 } as const;

/** How many milliseconds before a call may start the next one is selected. */
const HANDOVER_MS = 10;

export type Priority = (typeof PRIORITY)[keyof typeof PRIORITY];

/**
 * A rate limit of a channel, a method or a workspace. The queue admits one call at a time, the most urgent first; the
 * pace is measured from the start of calls, by a monotonic clock.
 */
export class Limiter {
  readonly #queue = new PQueue({ concurrency: 1 });
  readonly #pace: RateLimit;
  #running = 0;
  #next = 0;
  #freed: () => void = () => {};

  constructor(pace: RateLimit) {
    this.#pace = pace;
  }

  /**
   * Waits for its turn, the rate limit and a free slot; then runs `through` exclusively until it resolves.
   * The caller must report when the request started and ended.
   *
   * @throws the signal's reason if it is aborted before the turn; any error from `through`.
   */
  pass<T>(priority: Priority, signal: AbortSignal, through: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const enter = async (): Promise<void> => {
        await this.#enter(signal, through).then(resolve, reject);
        // The next request is chosen shortly before it can start: a more urgent one may have arrived by then.
        await this.#free(signal, HANDOVER_MS).catch(() => {});
      };
      void this.#queue.add(enter, { priority });
    });
  }

  async #enter<T>(signal: AbortSignal, through: () => Promise<T>): Promise<T> {
    signal.throwIfAborted();
    await this.#free(signal);
    this.#running += 1;
    try {
      return await through();
    } catch (error) {
      this.ended();
      throw error;
    }
  }

  /** Resolves when another call may start, or the given milliseconds before its pace allows it. */
  async #free(signal: AbortSignal, ahead = 0): Promise<void> {
    while (this.#running >= this.#pace.atOnce) {
      await abortable(signal, (resolve) => {
        this.#freed = resolve;
      });
    }
    // During the wait, another request may have extended the backoff.
    for (let wait = this.remaining() - ahead; wait > 0; wait = this.remaining() - ahead) await sleep(wait, signal);
  }

  began(): void {
    const { every, catchUp = 0 } = this.#pace;
    const now = performance.now();
    const from = Math.max(Math.min(this.#next, now), now - catchUp);
    this.#next = Math.max(this.#next, from + every);
  }

  ended(): void {
    this.#running -= 1;
    this.#freed();
  }

  /** Starts no request for the given milliseconds; then requests that finish their backoff here start first. */
  async backoff(milliseconds: number, signal: AbortSignal): Promise<void> {
    const priority = Math.max(this.#next, performance.now() + milliseconds);
    this.#next = priority + this.#pace.every;
    await sleep(priority - performance.now(), signal);
  }

  /** Milliseconds until the next call may start. */
  remaining(): number {
    return Math.max(0, Math.ceil(this.#next - performance.now()));
  }
}

/** Limiters by name, created on demand and removed when they hold no state any more. */
export class LimiterPool {
  readonly #gates = new Map<string, { readonly limiter: Limiter; users: number }>();

  get size(): number {
    return this.#gates.size;
  }

  /** Must be returned with {@link release}. */
  acquire(name: string, pace: RateLimit): Limiter {
    const known = this.#gates.get(name) ?? { limiter: new Limiter(pace), users: 0 };
    this.#gates.set(name, known);
    known.users += 1;
    return known.limiter;
  }

  release(name: string): void {
    const known = this.#gates.get(name);
    if (known) known.users -= 1;
    this.#forget(name);
  }

  #forget(name: string): void {
    const known = this.#gates.get(name);
    if (!known || known.users > 0) return;
    const rest = known.limiter.remaining();
    if (rest === 0) this.#gates.delete(name);
    else setTimeout(() => this.#forget(name), rest).unref();
  }
}

const sleep = (milliseconds: number, signal: AbortSignal): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const slept = abortable(signal, (resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  return slept.finally(() => clearTimeout(timer));
};

/** Resolves when `begin` calls back; rejects with the signal's reason if it is aborted first. */
function abortable(signal: AbortSignal, begin: (resolve: () => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const abort = (): void => reject(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    begin(() => {
      signal.removeEventListener('abort', abort);
      resolve();
    });
  });
}
