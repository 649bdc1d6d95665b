import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { toArchived } from '#archive/to-archived';
import type { Config } from '#config';
import type { RequestScope } from '#core/access/requester';
import type { Article } from '#core/article';
import type { CatalogEntry } from '#core/catalog';
import type { Clock } from '#core/clock';
import { UserError } from '#core/errors';
import type { Feeds } from '#core/feeds';
import { message } from '#core/messages/index';
import type { Logger } from '#core/ports';
import type { Store } from '#core/storage/store';
import { readFileText } from '#library';
import { makeErrorLog } from '#schedule/error-log';
import type { Fetcher } from '#sources/fetch/index';
import type { FeedSource } from '#sources/index';
import { hasStore } from '#store/file-guard';
import { secretFor } from '#store/keys';
import type { LazyStore } from '#store/lazy-store';
import { once } from '#store/once';

const DAY_MS = 86_400_000;

/** The interval at which opening a file is retried, in milliseconds. */
const RETRY_MS = 10_000;

/** The keys of items are kept longer than any feed lists the items. */
const ITEMS_KEPT_MS = 400 * DAY_MS;

export interface LazyFeedsDeps {
  readonly store: LazyStore;
  /** The path of the store, whether it exists or not. */
  readonly file: string;
  readonly openFetcher: () => Promise<Fetcher>;
  readonly readText: (name: string, text: string) => Promise<CatalogEntry>;
  readonly brief: (article: Article) => Promise<CatalogEntry>;
  readonly clock: Clock;
  readonly random: () => number;
  readonly logger: Logger;
  readonly owner: string;
  /** How long articles are kept, and how much space they may take. */
  readonly retention: { readonly days: number; readonly bytes: number };
  /** Whether the requester uses this machine, and may name its files. */
  readonly isLocal: (requestScope: RequestScope) => boolean;
  /** The public address of this process, to which hubs of feeds send their notices, and the secrets that sign them. */
  readonly hubs: { readonly address: string; readonly secretOf: (token: string) => string } | undefined;
}

/** Feeds in a store that is created with the first feed. */
export interface LazyFeeds {
  readonly feeds: Feeds;
  /** Starts polling if the store exists, else as soon as it does. */
  start(): Promise<void>;
  stop(timeoutMs: number): Promise<void>;
  /** Answers a request of a hub. */
  answerHub(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

export function makeLazyFeeds({
  store: storage,
  file,
  openFetcher,
  isLocal,
  hubs,
  retention,
  ...deps
}: LazyFeedsDeps): LazyFeeds {
  let polls = false;
  const opening = once(async (): Promise<FeedSource> => {
    const [{ makeFeedSource }, store, fetcher] = await Promise.all([
      import('#sources/index'),
      storage.open(),
      openFetcher(),
    ]);
    const source = makeFeedSource({
      ...{ ...deps, store: store.feeds, fetcher, toArchived },
      ...(hubs && { websub: { ...hubs, hubs: store.hubs, newToken } }),
      readLocal: async (requestScope, path) => {
        if (!isLocal(requestScope)) throw new UserError(message('feed.noFileAddress'));
        return readFileText(path);
      },
    });
    if (polls) {
      source.poller.start();
      source.hubs?.start();
      void keepRoom(store);
    }
    return source;
  });
  const stopping = new AbortController();
  const keepRoom = async (store: Store): Promise<void> => {
    const { clock, logger } = deps;
    while (!stopping.signal.aborted) {
      const now = clock.now();
      try {
        await store.archive.prune(now - retention.days * DAY_MS, retention.bytes);
        await store.feeds.prune(now - ITEMS_KEPT_MS);
      } catch (err) {
        if (!stopping.signal.aborted) logger.error('old articles could not be deleted', { err });
      }
      await clock.until(now + DAY_MS / 24, stopping.signal);
    }
  };
  const errorLog = makeErrorLog(deps.logger);
  let isOpen = false;
  const openIfKept = async (): Promise<void> => {
    if (hasStore(file)) await open().catch(errorLog.report);
  };
  // A store that cannot be opened yet, or is created by another process, is checked for again.
  const keepTrying = async (): Promise<void> => {
    const { clock } = deps;
    while (!isOpen && !stopping.signal.aborted) {
      await clock.until(clock.now() + RETRY_MS, stopping.signal);
      if (!isOpen && !stopping.signal.aborted) await openIfKept();
    }
  };
  let known: Feeds['known'] = () => [];
  const open = async (): Promise<Feeds> => {
    const { feeds } = await opening.get();
    isOpen = true;
    known = (tenant) => feeds.known(tenant);
    return feeds;
  };
  return {
    feeds: {
      known: (tenant) => known(tenant),
      now: () => deps.clock.now(),
      add: async (requestScope, input) => (await open()).add(requestScope, input),
      list: async (requestScope) => (await open()).list(requestScope),
      refresh: async (tenant) => (await open()).refresh(tenant),
      preview: async (requestScope, feed) => (await open()).preview(requestScope, feed),
      pause: async (requestScope, feed) => (await open()).pause(requestScope, feed),
      resume: async (requestScope, feed) => (await open()).resume(requestScope, feed),
      remove: async (requestScope, feed) => (await open()).remove(requestScope, feed),
      importOpml: async (requestScope, opml) => (await open()).importOpml(requestScope, opml),
      importFrom: async (requestScope, where) => (await open()).importFrom(requestScope, where),
      exportOpml: async (requestScope) => (await open()).exportOpml(requestScope),
    },
    start: async () => {
      polls = true;
      await openIfKept();
      void keepTrying();
    },
    stop: async (timeoutMs) => {
      stopping.abort();
      const source = await opening.peek()?.catch(() => undefined);
      source?.hubs?.stop();
      await source?.poller.stop(timeoutMs);
    },
    answerHub: async (request, response) => {
      const source = hasStore(file) ? await opening.get() : undefined;
      if (source?.hubs) return source.hubs.answer(request, response);
      response.writeHead(404).end();
    },
  };
}

/** How hubs reach this process, and sign their notices; undefined if it has no public address, or no key. */
export function hubAccess({ web, url, key }: Pick<Config, 'web' | 'url' | 'key'>): LazyFeedsDeps['hubs'] {
  if (!web || url === undefined || key === undefined) return undefined;
  return { address: url, secretOf: (token) => secretFor(key, `websub ${token}`) };
}

const newToken = (): string => randomBytes(24).toString('base64url');
