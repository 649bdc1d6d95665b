import type { Clock } from '#core/clock';
import type { FeedRecord } from '#core/feeds';
import type { Logger } from '#core/ports';
import type { FeedAnswer, FeedStore, PendingItem, ReadItem } from '#core/storage/feed-store';

const SECOND = 1_000;

/** Milliseconds between checks of the store if nothing is due sooner; another process may have added a feed. */
const LOOK_EVERY = 30 * SECOND;

/** Milliseconds until the next check after an error. */
const AFTER_ERROR = 10 * SECOND;

/**
 * The duration of a lease: longer than the slowest host takes for everything that one claim can contain. What a killed
 * process had claimed is claimed again after it.
 */
const LEASE_MS = 900 * SECOND;

/** The number of feeds claimed at once: enough that slow hosts do not delay the others. */
const FEEDS_AT_ONCE = 64;
const ITEMS_AT_ONCE = 16;

export interface PollerDeps {
  readonly store: FeedStore;
  readonly clock: Clock;
  readonly logger: Logger;
  /** A unique name of this process. */
  readonly owner: string;
  readonly ask: (feed: FeedRecord, now: number) => Promise<FeedAnswer>;
  readonly read: (item: PendingItem, now: number) => Promise<ReadItem>;
}

/** Polls feeds when they are due, and reads the articles of new items. */
export interface Poller {
  start(): void;
  /** Checks the store immediately. */
  wake(): void;
  /**
   * Starts nothing more, and waits this many milliseconds for what is in progress. What has not finished by then is
   * released for the next process that claims it.
   */
  stop(timeoutMs: number): Promise<void>;
  /** Resolves when nothing is in progress and nothing is due. */
  idle(): Promise<void>;
}

/** Creates a poller. Several pollers can share a store: each claims what the others have not. */
export const makePoller = (deps: PollerDeps): Poller => new Loop(deps);

class Loop implements Poller {
  readonly #deps: PollerDeps;
  readonly #feeds = new Set<Promise<void>>();
  readonly #items = new Set<Promise<void>>();
  readonly #stopping = new AbortController();
  #nap = new AbortController();
  /** Nothing is stored any more. */
  #gone = false;
  #looking: Promise<void> = Promise.resolve();
  /** What the last round failed with: a store that stays away is logged once. */
  #problem: string | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(deps: PollerDeps) {
    this.#deps = deps;
  }

  start(): void {
    this.#looking = this.#run();
  }

  wake(): void {
    this.#nap.abort();
  }

  async stop(timeoutMs: number): Promise<void> {
    const { clock, store, owner } = this.#deps;
    this.#stopping.abort();
    this.#nap.abort();
    await this.#looking;
    const enough = new AbortController();
    const underWay = Promise.all([...this.#feeds, ...this.#items]);
    await Promise.race([underWay, clock.until(clock.now() + timeoutMs, enough.signal)]);
    enough.abort();
    this.#gone = true;
    await store.release(owner);
  }

  async idle(): Promise<void> {
    const { clock } = this.#deps;
    do {
      await this.#takeUp();
      await Promise.all([...this.#feeds, ...this.#items]);
    } while (((await this.#deps.store.ready()) ?? Number.POSITIVE_INFINITY) <= clock.now());
  }

  async #run(): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      // A call of `wake` from here on shortens the next wait.
      this.#nap = new AbortController();
      await this.#deps.clock.until(await this.#look(), this.#nap.signal);
    }
  }

  /** @returns the time of the next check. */
  async #look(): Promise<number> {
    const { store, clock, logger } = this.#deps;
    try {
      await this.#takeUp();
      const now = clock.now();
      const ready = (await store.ready()) ?? now + LOOK_EVERY;
      this.#problem = undefined;
      return Math.min(Math.max(ready, now + SECOND), now + LOOK_EVERY);
    } catch (err) {
      const problem = String(err);
      if (problem !== this.#problem) logger.error('polling feeds failed', { err });
      this.#problem = problem;
      return clock.now() + AFTER_ERROR;
    }
  }

  async #takeUp(): Promise<void> {
    const { store, clock, owner } = this.#deps;
    const [feeds, items] = [FEEDS_AT_ONCE - this.#feeds.size, ITEMS_AT_ONCE - this.#items.size];
    if (this.#stopping.signal.aborted) return;
    if (feeds > 0) {
      for (const feed of await store.claim(owner, clock.now(), LEASE_MS, feeds)) {
        this.#begin(this.#feeds, () => this.#ask(feed), feed.url);
      }
    }
    if (items > 0) {
      for (const item of await store.claimItems(owner, clock.now(), LEASE_MS, items)) {
        this.#begin(this.#items, () => this.#read(item), item.url ?? item.feed.url);
      }
    }
  }

  #begin(underWay: Set<Promise<void>>, work: () => Promise<void>, url: string): void {
    const done = work()
      .catch((err) => this.#gone || this.#deps.logger.error('polling a feed failed', { url, err }))
      .then(() => {
        underWay.delete(done);
        this.wake();
      });
    underWay.add(done);
  }

  async #ask(feed: FeedRecord): Promise<void> {
    const { store, clock, owner, ask } = this.#deps;
    const answer = await ask(feed, clock.now());
    await this.#inTurn(() => store.settle(feed.id, owner, answer, clock.now()));
  }

  /** Runs writes one at a time, with a pause after each as long as the write: half of the time is left to users. */
  async #inTurn(write: () => Promise<unknown>): Promise<void> {
    const before = this.#writing;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#writing = promise;
    await before;
    const start = performance.now();
    try {
      if (!this.#gone) await write();
    } finally {
      setTimeout(resolve, performance.now() - start);
    }
  }

  async #read(item: PendingItem): Promise<void> {
    const { store, clock, owner, read } = this.#deps;
    const result = await read(item, clock.now()).catch((err): ReadItem => {
      if (this.#gone) throw err;
      // A retry would fail too: the defect is in the log, and the others continue.
      this.#deps.logger.error('an item could not be read', { url: item.url, err });
      return { kind: 'none' };
    });
    await this.#inTurn(() => store.settleItem(item.seq, owner, result, clock.now()));
  }
}
