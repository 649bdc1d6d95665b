import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '#core/clock';
import type { Logger } from '#core/ports';
import type { HubStore, HubSubscription } from '#core/storage/hub-store';
import { FetchError } from '../fetch/errors.ts';
import type { Fetcher } from '../fetch/index.ts';
import { answerHub, DEFAULT_LEASE } from './listener.ts';

export interface HubDeps {
  readonly hubs: HubStore;
  readonly fetcher: Pick<Fetcher, 'fetch'>;
  readonly clock: Clock;
  readonly logger: Logger;
  /** The public address of this process, without a slash at its end. */
  readonly address: string;
  /** Makes a token that cannot be guessed. */
  readonly newToken: () => string;
  /** Derives the secret with which the hub signs the notices of a subscription; it is not stored. */
  readonly secretOf: (token: string) => string;
  /** Polls what is due. */
  readonly wake: () => void;
}

/** Subscriptions at the hubs of feeds: new items are known as soon as they are published. */
export interface Hubs {
  start(): void;
  stop(): void;
  /** Requests, renews and cancels subscriptions that are due. */
  renew(): Promise<void>;
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

const ROUND_MS = 60_000;
const AT_ONCE = 50;

/** Forged notices of a subscription are logged once in this interval, with their number. */
const LOG_INTERVAL_MS = 3_600_000;

export function makeHubs({ hubs, fetcher, clock, logger, address, newToken, secretOf, wake }: HubDeps): Hubs {
  const stopping = new AbortController();
  const onForged = makeForgeryLog(logger, () => clock.now());
  const renew = async (): Promise<void> => {
    const due = await hubs.claim(clock.now(), AT_ONCE, newToken);
    await Promise.all(due.map((subscription) => send(subscription, { address, fetcher, logger, secretOf })));
  };
  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await renew().catch((err) => stopping.signal.aborted || logger.error('hubs met an error', { err }));
      await clock.until(clock.now() + ROUND_MS, stopping.signal);
    }
  };
  return {
    start: () => void run(),
    stop: () => stopping.abort(),
    renew,
    answer: (request, response) =>
      answerHub(request, response, { hubs, wake, onForged, secretOf, now: () => clock.now() }),
  };
}

/** Sends a request to a hub, which answers by a request of its own. */
async function send(
  { hub, topic, token, mode }: HubSubscription,
  { address, fetcher, logger, secretOf }: Pick<HubDeps, 'address' | 'fetcher' | 'logger' | 'secretOf'>,
): Promise<void> {
  const form = {
    'hub.mode': mode,
    'hub.topic': topic,
    'hub.callback': `${address}/websub/${token}`,
    ...(mode === 'subscribe' && { 'hub.secret': secretOf(token), 'hub.lease_seconds': String(DEFAULT_LEASE / 1_000) }),
  };
  try {
    await fetcher.fetch({ url: hub, accept: '*/*', form });
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    // The feed is polled as before; the hub is asked again later.
    logger.info('a hub did not take a request', { hub, topic, mode, reason: error.message });
  }
}

function makeForgeryLog(logger: Logger, now: () => number): (subscription: HubSubscription) => void {
  const counts = new Map<string, { since: number; count: number }>();
  return ({ feed, hub }) => {
    const known = counts.get(feed);
    if (known && now() - known.since < LOG_INTERVAL_MS) {
      known.count += 1;
      return;
    }
    counts.set(feed, { since: now(), count: 0 });
    logger.info('a notice was not signed by the hub of its feed', { feed, hub, alsoBefore: known?.count ?? 0 });
  };
}
