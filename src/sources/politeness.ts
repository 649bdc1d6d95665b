import Bottleneck from 'bottleneck';
import type { Fetched, Fetcher, FetchRequest } from './fetch/index.ts';

/** Limits of concurrent requests. */
export interface Politeness {
  /** Concurrent requests per host. */
  readonly perHost: number;
  /** Milliseconds between two requests to the same host. */
  readonly gapMs: number;
  /** Concurrent requests in total. */
  readonly atOnce: number;
}

const DEFAULT_POLITENESS: Politeness = { perHost: 1, gapMs: 500, atOnce: 16 };

/** Limits a fetcher to one request at a time per host: for background requests. */
export function politely(
  fetcher: Pick<Fetcher, 'fetch'>,
  politeness: Politeness = DEFAULT_POLITENESS,
): Pick<Fetcher, 'fetch'> {
  const all = new Limiter(politeness.atOnce);
  const hosts = new Map<string, Host>();
  const hostOf = (name: string): Host => {
    const known = hosts.get(name);
    if (known) return known;
    const host = new Host(politeness, () => hosts.delete(name));
    hosts.set(name, host);
    return host;
  };
  return {
    fetch: (request: FetchRequest): Promise<Fetched> => {
      const name = URL.parse(request.url)?.hostname ?? '';
      return hostOf(name).run(() => all.run(() => fetcher.fetch(request)));
    },
  };
}

/**
 * Limits the number of concurrent requests; the others are queued in order.
 *
 * Bottleneck uses the wall clock: setting it back would delay requests by as much. The limiter is then replaced, and
 * its queued requests move to the new one.
 */
class Limiter {
  readonly #maxConcurrent: number;
  readonly #onIdle: () => void;
  #limiter: Bottleneck;
  #seen = Date.now();

  constructor(maxConcurrent: number, onIdle: () => void = () => undefined) {
    this.#maxConcurrent = maxConcurrent;
    this.#onIdle = onIdle;
    this.#limiter = this.#make();
  }

  async run<T>(request: () => Promise<T>): Promise<T> {
    const now = Date.now();
    if (now < this.#seen) {
      const old = this.#limiter;
      this.#limiter = this.#make();
      void old.stop({ dropWaitingJobs: true });
    }
    this.#seen = now;
    const limiter = this.#limiter;
    try {
      return await limiter.schedule(request);
    } catch (error) {
      if (error instanceof Bottleneck.BottleneckError && limiter !== this.#limiter) return this.run(request);
      throw error;
    }
  }

  #make(): Bottleneck {
    const limiter = new Bottleneck({ maxConcurrent: this.#maxConcurrent });
    limiter.on('idle', () => limiter === this.#limiter && this.#onIdle());
    return limiter;
  }
}

/** The requests to one host, timed by a monotonic clock. */
class Host {
  readonly #limiter: Limiter;
  readonly #gapMs: number;
  #next = 0;
  #asked = 0;

  /** @param forget called when no request is left and the next may start immediately. */
  constructor({ perHost, gapMs }: Politeness, forget: () => void) {
    this.#gapMs = gapMs;
    this.#limiter = new Limiter(perHost, () => {
      const asked = this.#asked;
      setTimeout(() => asked === this.#asked && forget(), gapMs).unref();
    });
  }

  run<T>(request: () => Promise<T>): Promise<T> {
    this.#asked += 1;
    return this.#limiter.run(async () => {
      const start = Math.max(performance.now(), this.#next);
      this.#next = start + this.#gapMs;
      await sleep(Math.max(0, start - performance.now()));
      return request();
    });
  }
}

// Not from node:timers/promises, which fake timers do not replace.
const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
