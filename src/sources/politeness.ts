import Bottleneck from 'bottleneck';
import type { Fetched, Fetcher, FetchRequest } from './fetch/index.ts';

/** How much is asked of others at once. */
export interface Politeness {
  /** Of one host. */
  readonly perHost: number;
  /** Milliseconds between two requests to one host. */
  readonly gapMs: number;
  /** Of all together. */
  readonly atOnce: number;
}

const USUAL: Politeness = { perHost: 1, gapMs: 500, atOnce: 16 };

/** The same fetcher, with one request at a time to each host: for background requests. */
export function politely(fetcher: Pick<Fetcher, 'fetch'>, politeness: Politeness = USUAL): Pick<Fetcher, 'fetch'> {
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
 * So many requests at once, the others in their order.
 *
 * Bottleneck counts by the wall clock: one that is set back would hold its requests for as long. So its limiter is
 * replaced then, and what waits in the old one is asked again by the new one.
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

/** The requests to one host. Their pace is counted by a clock that is never set. */
class Host {
  readonly #limiter: Limiter;
  readonly #gapMs: number;
  #next = 0;
  #asked = 0;

  /** @param forget called when no request is left and the next may begin at once. */
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

const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
