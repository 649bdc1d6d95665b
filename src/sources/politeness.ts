import PQueue from 'p-queue';
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
  const all = new PQueue({ concurrency: politeness.atOnce });
  const hosts = new Map<string, Host>();
  const hostOf = (name: string): Host => {
    const known = hosts.get(name);
    if (known) return known;
    const host = new Host(politeness);
    host.onIdle(() => hosts.delete(name));
    hosts.set(name, host);
    return host;
  };
  return {
    fetch: (request: FetchRequest): Promise<Fetched> => {
      const name = URL.parse(request.url)?.hostname ?? '';
      return hostOf(name).run(() => all.add(() => fetcher.fetch(request)));
    },
  };
}

/** The requests to one host. Their pace is counted by a clock that is never set. */
class Host {
  readonly #queue: PQueue;
  readonly #gapMs: number;
  #next = 0;

  constructor({ perHost, gapMs }: Politeness) {
    this.#queue = new PQueue({ concurrency: perHost });
    this.#gapMs = gapMs;
  }

  run<T>(request: () => Promise<T>): Promise<T> {
    return this.#queue.add(async () => {
      const start = Math.max(performance.now(), this.#next);
      this.#next = start + this.#gapMs;
      await sleep(Math.max(0, start - performance.now()));
      return request();
    });
  }

  /** Told when no request is left and the next may begin at once. */
  onIdle(forget: () => void): void {
    this.#queue.addEventListener('idle', () => {
      setTimeout(() => this.#queue.pending + this.#queue.size === 0 && forget(), this.#gapMs).unref();
    });
  }
}

const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
