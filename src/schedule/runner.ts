import { setImmediate } from 'node:timers/promises';
import type { Clock } from '#core/clock';
import type { Claim, Ledger, SlotRecord } from '#core/store';
import { makeTurns, type Turns } from './delivery/channel-queue.ts';
import { LEASE } from './delivery/lease.ts';
import type { Complaints } from './error-log.ts';
import type { Roster } from './schedule-cache.ts';
import { slotsDue } from './timetable/due.ts';
import { rememberedSlots, type Slots } from './timetable/slot-cache.ts';

const MINUTE = 60_000;
const SECOND = 1_000;

/** Milliseconds until the next look where something went wrong. */
const AFTER_ERROR = 10_000;

/** Schedules looked at in one go; then whoever asks something is let through. */
const CHUNK = 1_000;

/**
 * How many posts to one platform may be on their way at once, so that none waits so long that its claim has to be made sure
 * of again; and what part of them has to be free before more are taken up.
 */
const AT_ONCE = 100;
const REFILL = 1 / 4;

/** How many posts are begun in one go, and milliseconds until more are: whoever asks something is answered in between. */
const BEGUN = { atOnce: 2, every: 25 } as const;

export interface RunnerNeeds {
  readonly ledger: Ledger;
  readonly roster: Roster;
  readonly clock: Clock;
  readonly complaints: Complaints;
  /** A name for this process that no other has. */
  readonly owner: string;
  /** Takes a claimed slot to its end once `turn` has resolved; never throws. */
  readonly deliver: (claim: Claim, turn: Promise<unknown>) => Promise<void>;
  readonly atOnce?: number;
  /** Those that can be posted to at present: what is owed to others is for another process, or for later. */
  readonly platforms: () => readonly string[];
}

/** Whoever looks at the clock. Several on one ledger do not get into each other's way. */
export interface Runner {
  start(): void;
  /** Looks again at once: schedules have changed, or a slot has been entered. */
  nudge(): void;
  /** Begins nothing more. Resolves when what is under way has ended, however long that takes. */
  stop(): Promise<void>;
}

/**
 * Enters what is due at each whole minute, and takes up what can be: the longest due first, so many at once. It looks no
 * further ahead than a minute, so that no change of clocks, zones or schedules finds it with old plans.
 */
export function makeRunner(needs: RunnerNeeds): Runner {
  return new Loop(needs);
}

class Loop implements Runner {
  readonly #needs: RunnerNeeds;
  readonly #slots: Slots = rememberedSlots();
  /** By platform. */
  readonly #underWay = new Map<string, Set<Promise<void>>>();
  /** What this process has under way itself, by schedule and day. */
  readonly #own = new Set<string>();
  readonly #turns: Turns = makeTurns();
  readonly #atOnce: number;
  #latest: ReadonlyMap<string, SlotRecord> | undefined;
  /** The last whole minute that was looked at. */
  #minute: number | undefined;
  /** The platforms of which more waits than could be taken up. */
  readonly #backlog = new Set<string>();
  #nap = new AbortController();
  readonly #stopping = new AbortController();
  #looking: Promise<void> = Promise.resolve();

  constructor(needs: RunnerNeeds) {
    this.#needs = needs;
    this.#atOnce = needs.atOnce ?? AT_ONCE;
  }

  start(): void {
    this.#looking = this.#run();
  }

  nudge(): void {
    this.#minute = undefined;
    this.#nap.abort();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#nap.abort();
    await this.#looking;
    await Promise.all([...this.#underWay.values()].flatMap((all) => [...all]));
  }

  async #run(): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      // Whoever nudges from here on cuts the next nap short.
      this.#nap = new AbortController();
      await this.#needs.clock.until(await this.#look(), this.#nap.signal);
    }
  }

  /** @returns when to look again. */
  async #look(): Promise<number> {
    const { clock, complaints } = this.#needs;
    try {
      const now = clock.now();
      const minute = Math.floor(now / MINUTE);
      if (minute !== this.#minute) {
        this.#minute = minute;
        await this.#enter(now).catch((error) => {
          this.#minute = undefined;
          throw error;
        });
      }
      await this.#takeUp();
      const nextMinute = (minute + 1) * MINUTE;
      const free = this.#needs.platforms().filter((platform) => !this.#backlog.has(platform));
      const ready = await this.#needs.ledger.ready(free);
      complaints.end();
      return Math.min(nextMinute, Math.max(ready ?? nextMinute, clock.now() + SECOND));
    } catch (error) {
      complaints.about(error);
      return clock.now() + AFTER_ERROR;
    }
  }

  /** Puts on record what is due now. What is known of the ledger is read again only where something seems to be. */
  async #enter(now: number): Promise<void> {
    const { ledger, roster } = this.#needs;
    await roster.reload();
    this.#latest ??= await ledger.latest();
    if ((await this.#owed(this.#latest, now)).length === 0) return;
    this.#latest = await ledger.latest();
    const owed = await this.#owed(this.#latest, now);
    await ledger.enter(owed);
    this.#latest = new Map([...this.#latest, ...owed.map((slot) => [slot.schedule, slot] as const)]);
  }

  async #owed(latest: ReadonlyMap<string, SlotRecord>, now: number): Promise<readonly SlotRecord[]> {
    const all = this.#needs.roster.active();
    const owed: SlotRecord[] = [];
    for (let from = 0; from < all.length; from += CHUNK) {
      owed.push(...slotsDue(all.slice(from, from + CHUNK), latest, now, this.#slots));
      if (from + CHUNK < all.length) await setImmediate();
    }
    return owed;
  }

  /** As much of each platform as can be: one that does not answer keeps no other waiting. */
  async #takeUp(): Promise<void> {
    const { ledger, clock, owner, platforms } = this.#needs;
    for (const platform of platforms()) {
      const free = Math.max(0, this.#atOnce - this.#underWayTo(platform).size);
      if (this.#stopping.signal.aborted) return;
      const claims = free === 0 ? [] : await ledger.claim(owner, clock.now(), LEASE, free, [platform]);
      if (claims.length === free) this.#backlog.add(platform);
      else this.#backlog.delete(platform);
      await this.#beginAll(claims);
    }
  }

  async #beginAll(claims: readonly Claim[]): Promise<void> {
    const { clock } = this.#needs;
    for (const [index, claim] of claims.entries()) {
      if (index > 0 && index % BEGUN.atOnce === 0) {
        await clock.until(clock.now() + BEGUN.every, this.#stopping.signal);
      }
      this.#begin(claim);
    }
  }

  #begin(claim: Claim): void {
    const key = JSON.stringify([claim.schedule, claim.day]);
    // Under a clock that was set its own lease may seem to have run out: two at work on one slot under one name would
    // not notice each other, and send twice. Where the first is just putting it back, it waits for the lease.
    if (this.#own.has(key)) return;
    this.#own.add(key);
    const underWay = this.#underWayTo(claim.platform);
    const done = this.#turns
      .take(claim, (turn) => this.#needs.deliver(claim, turn))
      .then(() => {
        underWay.delete(done);
        this.#own.delete(key);
        if (this.#backlog.has(claim.platform) && this.#atOnce - underWay.size >= this.#atOnce * REFILL)
          this.#nap.abort();
      });
    underWay.add(done);
  }

  #underWayTo(platform: string): Set<Promise<void>> {
    const known = this.#underWay.get(platform) ?? new Set();
    this.#underWay.set(platform, known);
    return known;
  }
}
