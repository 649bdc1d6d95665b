import type { Clock } from '#core/clock';
import type { Feeds } from '#core/feeds';
import type { Logger } from '#core/ports';
import type { FeedStore } from '#core/storage/feed-store';
import { askFeed } from './feeds/ask.ts';
import type { FeedsDeps } from './feeds/operations.ts';
import { FeedOperations } from './feeds/operations.ts';
import { makePoller, type Poller } from './feeds/poller.ts';
import { type ItemDeps, readItem } from './feeds/read-item.ts';
import type { Fetcher } from './fetch/index.ts';
import { makePageReader } from './pages/index.ts';
import { type Politeness, politely } from './politeness.ts';
import { type HubDeps, type Hubs, makeHubs } from './websub/index.ts';

export interface FeedSourceDeps
  extends Pick<ItemDeps, 'readText' | 'brief' | 'toArchived'>,
    Pick<FeedsDeps, 'readLocal'> {
  readonly store: FeedStore;
  readonly fetcher: Fetcher;
  readonly clock: Clock;
  /** From 0 to below 1. */
  readonly random: () => number;
  readonly logger: Logger;
  /** A unique name of this process. */
  readonly owner: string;
  readonly politeness?: Politeness;
  /** Subscriptions at hubs, if this process has a public address. */
  readonly websub?: Pick<HubDeps, 'hubs' | 'address' | 'newToken' | 'secretOf'>;
}

/** Feeds and the poller that reads them. */
export interface FeedSource {
  readonly feeds: Feeds;
  readonly poller: Poller;
  readonly hubs?: Hubs;
}

export function makeFeedSource(deps: FeedSourceDeps): FeedSource {
  const { store, fetcher, clock, random, logger, owner } = deps;
  // Background requests go to each host one at a time; requests that a user waits for are made at once.
  const polite = { check: fetcher.check, ...politely(fetcher, deps.politeness) };
  const pages = makePageReader({ fetcher: polite, read: deps.readText, now: () => clock.now() });
  const poller = makePoller({
    ...{ store, clock, logger, owner },
    ask: (feed, now) => askFeed(feed, now, { fetcher: polite, random }),
    read: (item, now) => readItem(item, now, { ...deps, readPage: pages.read }),
  });
  const { readLocal } = deps;
  const feeds = new FeedOperations({ store, fetcher, clock, random, owner, readLocal, wake: () => poller.wake() });
  const { websub } = deps;
  const wake = (): void => poller.wake();
  const hubs = websub && makeHubs({ ...websub, fetcher: polite, clock, logger, wake });
  return { feeds, poller, ...(hubs && { hubs }) };
}
