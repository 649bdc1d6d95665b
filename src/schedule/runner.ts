import { setImmediate } from 'node:timers/promises';
import type { Clock } from '#core/clock';
import type { Claim, SlotRecord, SlotStore } from '#core/storage/store';
import { type ChannelQueue, makeChannelQueue } from './delivery/channel-queue.ts';
import { LEASE_MS } from './delivery/lease.ts';
import type { ErrorLog } from './error-log.ts';
import type { ScheduleCache } from './schedule-cache.ts';
import { slotsDue } from './timetable/due.ts';
import { makeSlotCache, type SlotCache } from './timetable/slot-cache.ts';

const MINUTE_MS = 60_000;
const SECOND_MS = 1_000;

/** Milliseconds until the next round after an error. */
const RETRY_AFTER_ERROR_MS = 10_000;

/** Schedules checked in one batch; between batches the event loop handles requests. */
const CHUNK_SIZE = 1_000;

/**
 * How many posts to one platform may be in progress at once, so that none waits so long that its claim has to be
 * verified again; and what share of them must be free before more are claimed.
 */
const MAX_CONCURRENT = 100;
const REFILL_SHARE = 1 / 4;

/** How many posts start at once, and milliseconds until the next ones start; requests are answered in between. */
const START_PACE = { atOnce: 2, every: 25 } as const;

export interface RunnerDeps {
  readonly slotStore: SlotStore;
  readonly scheduleCache: ScheduleCache;
  readonly clock: Clock;
  readonly errorLog: ErrorLog;
  /** A unique name of this process. */
  readonly owner: string;
  /** Delivers a claimed slot once `turn` has resolved; never throws. */
  readonly deliver: (claim: Claim, turn: Promise<unknown>) => Promise<void>;
  readonly maxConcurrent?: number;
  /** Platforms that can be posted to now; slots of others are left for another process, or for later. */
  readonly platforms: () => readonly string[];
  /** Called after each successful round. */
  readonly onRound?: (() => void) | undefined;
}

/** Polls for due slots. Several runners on one store do not interfere. */
export interface Runner {
  start(): void;
  /** Starts a round at once, after schedules have changed or a slot was inserted. */
  wake(): void;
  /** Milliseconds since the oldest waiting slot was ready. */
  overdueMs(): number;
  /** Starts nothing more. Resolves when all posts in progress have ended, however long that takes. */
  stop(): Promise<void>;
}

/**
 * Records due slots at each whole minute, and claims as many as it may run at once, the longest due first. It plans no
 * further ahead than a minute, so that changes of clocks, zones or schedules take effect at once.
 */
export function makeRunner(deps: RunnerDeps): Runner {
  return new RunnerLoop(deps);
}

class RunnerLoop implements Runner {
  readonly #deps: RunnerDeps;
  readonly #slotCache: SlotCache = makeSlotCache();
  /** By platform. */
  readonly #inFlight = new Map<string, Set<Promise<void>>>();
  /** The slots in progress in this process, by schedule and day. */
  readonly #active = new Set<string>();
  readonly #channelQueue: ChannelQueue = makeChannelQueue();
  readonly #maxConcurrent: number;
  #latest: ReadonlyMap<string, SlotRecord> | undefined;
  /** The last whole minute that was processed. */
  #minute: number | undefined;
  /** The platforms with more waiting slots than could be claimed. */
  readonly #backlog = new Set<string>();
  #readyAt: number | undefined;
  #sleep = new AbortController();
  readonly #stopping = new AbortController();
  #polling: Promise<void> = Promise.resolve();

  constructor(deps: RunnerDeps) {
    this.#deps = deps;
    this.#maxConcurrent = deps.maxConcurrent ?? MAX_CONCURRENT;
  }

  start(): void {
    this.#polling = this.#run();
  }

  wake(): void {
    this.#minute = undefined;
    this.#sleep.abort();
  }

  overdueMs(): number {
    return this.#readyAt === undefined ? 0 : Math.max(0, this.#deps.clock.now() - this.#readyAt);
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#sleep.abort();
    await this.#polling;
    await Promise.all([...this.#inFlight.values()].flatMap((all) => [...all]));
  }

  async #run(): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      // A call of `wake` from here on shortens the next wait.
      this.#sleep = new AbortController();
      await this.#deps.clock.until(await this.#poll(), this.#sleep.signal);
    }
  }

  /** @returns the time of the next round. */
  async #poll(): Promise<number> {
    const { clock, errorLog, onRound } = this.#deps;
    try {
      const now = clock.now();
      const minute = Math.floor(now / MINUTE_MS);
      if (minute !== this.#minute) {
        this.#minute = minute;
        await this.#recordDue(now).catch((error) => {
          this.#minute = undefined;
          throw error;
        });
      }
      await this.#claimSlots();
      const nextMinute = (minute + 1) * MINUTE_MS;
      const free = this.#deps.platforms().filter((platform) => !this.#backlog.has(platform));
      const ready = await this.#deps.slotStore.nextReadyAt(free);
      this.#readyAt = ready;
      errorLog.recover();
      onRound?.();
      return Math.min(nextMinute, Math.max(ready ?? nextMinute, clock.now() + SECOND_MS));
    } catch (error) {
      errorLog.report(error);
      return clock.now() + RETRY_AFTER_ERROR_MS;
    }
  }

  /** Records the slots that are due now. The store is read again only if a slot seems to be due. */
  async #recordDue(now: number): Promise<void> {
    const { slotStore, scheduleCache } = this.#deps;
    // Reported before anything is due, while there is still time to mend it.
    await slotStore.checkWrite();
    await scheduleCache.reload();
    this.#latest ??= await slotStore.latest();
    if ((await this.#dueSlots(this.#latest, now)).length === 0) return;
    this.#latest = await slotStore.latest();
    const owed = await this.#dueSlots(this.#latest, now);
    await slotStore.insert(owed);
    this.#latest = new Map([...this.#latest, ...owed.map((slot) => [slot.schedule, slot] as const)]);
  }

  async #dueSlots(latest: ReadonlyMap<string, SlotRecord>, now: number): Promise<readonly SlotRecord[]> {
    const all = this.#deps.scheduleCache.active();
    const owed: SlotRecord[] = [];
    for (let from = 0; from < all.length; from += CHUNK_SIZE) {
      owed.push(...slotsDue(all.slice(from, from + CHUNK_SIZE), latest, now, this.#slotCache));
      if (from + CHUNK_SIZE < all.length) await setImmediate();
    }
    return owed;
  }

  /** Claims per platform, so that an unresponsive platform does not delay others. */
  async #claimSlots(): Promise<void> {
    const { slotStore, clock, owner, platforms } = this.#deps;
    for (const platform of platforms()) {
      const free = Math.max(0, this.#maxConcurrent - this.#inFlightFor(platform).size);
      if (this.#stopping.signal.aborted) return;
      const claims = free === 0 ? [] : await slotStore.claim(owner, clock.now(), LEASE_MS, free, [platform]);
      if (claims.length === free) this.#backlog.add(platform);
      else this.#backlog.delete(platform);
      await this.#startAll(claims);
    }
  }

  async #startAll(claims: readonly Claim[]): Promise<void> {
    const { clock } = this.#deps;
    for (const [index, claim] of claims.entries()) {
      if (index > 0 && index % START_PACE.atOnce === 0) {
        await clock.until(clock.now() + START_PACE.every, this.#stopping.signal);
      }
      this.#startDelivery(claim);
    }
  }

  #startDelivery(claim: Claim): void {
    const key = JSON.stringify([claim.schedule, claim.day]);
    // After a clock change its own lease may seem to have expired: two attempts on one slot under one name would
    // not notice each other and send twice. If the first is just releasing it, the slot waits for the lease.
    if (this.#active.has(key)) return;
    this.#active.add(key);
    const underWay = this.#inFlightFor(claim.platform);
    const done = this.#channelQueue
      .enqueue(claim, (turn) => this.#deps.deliver(claim, turn))
      .then(() => {
        underWay.delete(done);
        this.#active.delete(key);
        if (
          this.#backlog.has(claim.platform) &&
          this.#maxConcurrent - underWay.size >= this.#maxConcurrent * REFILL_SHARE
        )
          this.#sleep.abort();
      });
    underWay.add(done);
  }

  #inFlightFor(platform: string): Set<Promise<void>> {
    const known = this.#inFlight.get(platform) ?? new Set();
    this.#inFlight.set(platform, known);
    return known;
  }
}
