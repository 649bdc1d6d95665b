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
export function politely(fetcher: Fetcher, politeness: Politeness = USUAL): Pick<Fetcher, 'fetch'> {
  const all = new Bottleneck({ maxConcurrent: politeness.atOnce });
  const hosts = new Bottleneck.Group({ maxConcurrent: politeness.perHost, minTime: politeness.gapMs, timeout: 60_000 });
  return {
    fetch: (request: FetchRequest): Promise<Fetched> => {
      const host = URL.parse(request.url)?.hostname ?? '';
      return hosts.key(host).schedule(() => all.schedule(() => fetcher.fetch(request)));
    },
  };
}
