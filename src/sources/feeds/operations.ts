import { assertManager } from '#core/access/managers';
import type { RequestScope } from '#core/access/requester';
import type { Clock } from '#core/clock';
import { UserError } from '#core/errors';
import {
  type AddedFeed,
  type FeedInput,
  type FeedRecord,
  type FeedStatus,
  type Feeds,
  type ImportReport,
  type Subscription,
  WHOLE_WORKSPACE,
} from '#core/feeds';
import { message } from '#core/messages/index';
import type { FeedStore } from '#core/storage/feed-store';
import type { Tenant } from '#core/storage/tenant';
import { fold } from '#text/fold';
import { linkKey } from '#text/link-key';
import { shortId } from '#text/short-id';
import { webAddress } from '#text/web-address';
import { decodeWeb } from '../charset.ts';
import type { Fetched, Fetcher } from '../fetch/index.ts';
import { toAnswer } from './ask.ts';
import { findFeed } from './find-feed.ts';
import { importFeeds } from './import.ts';
import { toOpml } from './opml.ts';

export interface FeedsDeps {
  readonly store: FeedStore;
  readonly fetcher: Fetcher;
  readonly clock: Clock;
  readonly random: () => number;
  readonly owner: string;
  /** Reads a local text file. @throws UserError if it does not exist, or the requester may not read it. */
  readonly readLocal: (requestScope: RequestScope, path: string) => Promise<string>;
  /** Wakes the poller. */
  readonly wake: () => void;
}

/** Milliseconds during which no other process polls a feed that is being added. */
const LEASE_MS = 60_000;

/** The maximum number of items shown of a feed. */
const SHOWN = 5;

/** Feed operations for users, within the limits of their workspace. */
export class FeedOperations implements Feeds {
  readonly #deps: FeedsDeps;
  readonly #known = new Map<string, readonly FeedStatus[]>();

  constructor(deps: FeedsDeps) {
    this.#deps = deps;
  }

  async add(requestScope: RequestScope, input: FeedInput): Promise<AddedFeed> {
    await assertManager(requestScope, 'feeds');
    const address = this.#deps.fetcher.check(toAddress(input.address));
    const known = await this.#deps.store.get(idOf(address));
    if (known?.primed) return this.#subscribe(requestScope, input, known);
    const found = await findFeed(address, this.#deps.fetcher);
    if (found.kind === 'choice') return found;
    return this.#subscribe(requestScope, input, await this.#prime(found.url, found.fetched));
  }

  async list(requestScope: RequestScope): Promise<readonly FeedStatus[]> {
    const all = await this.#all(requestScope);
    return all.filter(
      ({ subscription: { channel } }) => channel === requestScope.channel || channel === WHOLE_WORKSPACE,
    );
  }

  known({ platform, workspace }: Tenant): readonly FeedStatus[] {
    return this.#known.get(keyOf({ platform, workspace })) ?? [];
  }

  async refresh(tenant: Tenant): Promise<void> {
    await this.#all(tenant);
  }

  async preview(requestScope: RequestScope, feed: string) {
    const status = await this.#find(requestScope, feed);
    return { status, newest: await this.#deps.store.newest(status.feed.id, SHOWN, status.subscription) };
  }

  pause(requestScope: RequestScope, feed: string): Promise<FeedStatus> {
    return this.#change(requestScope, feed, (subscription) =>
      this.#deps.store.pause(subscription, this.#deps.clock.now()),
    );
  }

  resume(requestScope: RequestScope, feed: string): Promise<FeedStatus> {
    return this.#change(requestScope, feed, (subscription) => this.#deps.store.resume(subscription));
  }

  async remove(requestScope: RequestScope, feed: string): Promise<FeedStatus> {
    await assertManager(requestScope, 'feeds');
    const status = await this.#find(requestScope, feed);
    await this.#deps.store.unsubscribe(status.subscription);
    await this.#all(requestScope);
    return status;
  }

  async importOpml(requestScope: RequestScope, opml: string): Promise<ImportReport> {
    await assertManager(requestScope, 'feeds');
    const { store, clock } = this.#deps;
    const report = await importFeeds(opml, clock, {
      add: (address) => this.add(requestScope, { address, wholeWorkspace: false }),
      // A feed that has not answered in time is polled when it is due.
      addUnseen: async (address) => {
        const url = this.#deps.fetcher.check(address);
        const feed = await store.ensure({ id: idOf(url), url, title: new URL(url).host }, clock.now());
        return this.#subscribe(requestScope, { address, wholeWorkspace: false }, feed);
      },
    });
    this.#deps.wake();
    return report;
  }

  async importFrom(requestScope: RequestScope, where: string): Promise<ImportReport> {
    await assertManager(requestScope, 'feeds');
    const { fetcher, readLocal } = this.#deps;
    if (webAddress(where) === undefined) return this.importOpml(requestScope, await readLocal(requestScope, where));
    const { bytes, headers } = await fetcher.fetch({
      url: where,
      accept: 'text/x-opml, application/xml;q=0.9, */*;q=0.5',
    });
    return this.importOpml(requestScope, decodeWeb(bytes, headers['content-type'], 'xml'));
  }

  now(): number {
    return this.#deps.clock.now();
  }

  async exportOpml(requestScope: RequestScope): Promise<string> {
    const all = await this.list(requestScope);
    return toOpml(all.map(({ feed }) => feed));
  }

  /** Stores the items of a newly added feed as known, so that none of them counts as new. */
  async #prime(url: string, fetched: Fetched): Promise<FeedRecord> {
    const { store, clock, owner, random } = this.#deps;
    const now = clock.now();
    const feed = await store.ensure({ id: idOf(url), url, title: new URL(url).host }, now);
    const claimed = await store.claimOne(feed.id, owner, now, LEASE_MS);
    if (claimed) await store.settle(feed.id, owner, toAnswer(claimed, fetched, now, random()), now);
    return (await store.get(feed.id)) ?? feed;
  }

  async #subscribe(requestScope: RequestScope, input: FeedInput, feed: FeedRecord): Promise<AddedFeed> {
    const { store, clock, wake } = this.#deps;
    const { platform, workspace, userId: author } = requestScope;
    const subscription: Subscription = {
      ...{ platform, workspace, author, feed: feed.id, created: clock.now() },
      channel: input.wholeWorkspace ? WHOLE_WORKSPACE : requestScope.channel,
      ...(input.include === undefined ? {} : { include: input.include }),
      ...(input.exclude === undefined ? {} : { exclude: input.exclude }),
    };
    const status = { subscription, feed };
    const isNew = await store.subscribe(subscription);
    await this.#all(requestScope);
    wake();
    return isNew ? { kind: 'added', status, newest: await store.newest(feed.id, SHOWN) } : { kind: 'known', status };
  }

  async #change(
    requestScope: RequestScope,
    feed: string,
    change: (subscription: Subscription) => Promise<void>,
  ): Promise<FeedStatus> {
    await assertManager(requestScope, 'feeds');
    const { subscription, feed: found } = await this.#find(requestScope, feed);
    await change(subscription);
    await this.#all(requestScope);
    return this.#find(requestScope, found.id);
  }

  async #all({ platform, workspace }: Tenant): Promise<readonly FeedStatus[]> {
    const all = await this.#deps.store.subscriptions({ platform, workspace });
    this.#known.set(keyOf({ platform, workspace }), all);
    return all;
  }

  /** Finds a feed by id, address or words of its title. @throws UserError if the channel has no such feed. */
  async #find(requestScope: RequestScope, typed: string): Promise<FeedStatus> {
    const all = await this.list(requestScope);
    const words = fold(typed.trim());
    const found =
      all.find(({ feed }) => feed.id === typed.trim() || feed.url === typed.trim()) ??
      all.find(({ feed }) => fold(feed.title) === words) ??
      all.find(({ feed }) => words !== '' && fold(`${feed.title} ${feed.url}`).includes(words));
    if (found) return found;
    throw new UserError(message('error.noFeed'));
  }
}

/** The id of a feed, independent of scheme and tracking parameters. */
const idOf = (url: string): string => shortId(linkKey(url)).slice(1);

const keyOf = ({ platform, workspace }: Tenant): string => JSON.stringify([platform, workspace]);

/** Converts a typed address to a URL: `example.org`, `feed:https://…`. */
const toAddress = (typed: string): string => {
  const bare = typed
    .trim()
    .replace(/^<|>$/g, '')
    .replace(/^feed:(?:\/\/)?/i, '');
  return /^[a-z][a-z\d+.-]*:/i.test(bare) && !/^[^:/]+\.[^:/]+:\d/.test(bare) ? bare : `https://${bare}`;
};
