import { setMaxListeners } from 'node:events';
import type { Shelf } from '#core/catalog';
import type { Clock } from '#core/clock';
import type { Logger } from '#core/ports';
import type { Poster } from '#core/publisher';
import type { Scheduling } from '#core/scheduling';
import type { Store, Tenant } from '#core/store';
import { makeEditions } from './delivery/article-versions.ts';
import { deliver } from './delivery/deliver.ts';
import { makeComplaints } from './error-log.ts';
import { Operations } from './operations.ts';
import { makeRunner } from './runner.ts';
import { makeRoster } from './schedule-cache.ts';

export interface SchedulingNeeds {
  readonly store: Store;
  readonly shelf: Shelf;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Whoever posts to a platform, by the name that seats have for it; undefined while it is not connected. */
  readonly posterOf: (platform: string) => Poster | undefined;
  /** The platforms that this process posts to at present, by the names that `posterOf` takes. */
  readonly platforms: () => readonly string[];
  /** From 0 to below 1. */
  readonly random: () => number;
  /** A name for this process that no other has. */
  readonly owner: string;
  /** How many posts to one platform may be on their way at once; a hundred if left out. */
  readonly atOnce?: number;
}

/** Schedules, and whoever keeps them. */
export interface Scheduler extends Scheduling {
  /** Begins to post what is due. Resolves when the schedules are in memory. */
  start(): Promise<void>;
  /**
   * Begins nothing more, and gives what is under way so many milliseconds. What is not done then is in the ledger, and
   * goes on at the next start.
   */
  stop(patience: number): Promise<void>;
  /** Forgets a workspace that has removed Onrecord, with all that is its own. */
  forget(tenant: Tenant): Promise<void>;
}

/** Puts the parts together: the store, the clock, and those who post. */
export function makeScheduling(needs: SchedulingNeeds): Scheduler {
  const { store, shelf, clock, logger, owner, atOnce } = needs;
  const complaints = makeComplaints(logger);
  const editions = makeEditions(shelf, store.versions);
  const roster = makeRoster(store.schedules);
  const [stopping, gone] = [new AbortController(), new AbortController()];
  // Each that waits listens: Node would take more than ten for a leak, and say so.
  setMaxListeners(0, stopping.signal);
  const changed = async (tenant: Tenant): Promise<void> => {
    await roster.refresh(tenant);
    runner.nudge();
  };
  const delivery = {
    ...{ store, editions, clock, logger, posterOf: needs.posterOf, random: needs.random },
    ...{ stopping: stopping.signal, gone: gone.signal },
    onChange: (tenant: Tenant) => void changed(tenant).catch(complaints.about),
    // Whatever a store says that has been closed in the meantime is of no use.
    onError: (error: unknown) => gone.signal.aborted || complaints.about(error),
  };
  const runner = makeRunner({
    ...{ ledger: store.ledger, roster, clock, complaints, owner, platforms: needs.platforms },
    ...(atOnce === undefined ? {} : { atOnce }),
    deliver: (claim, turn) => deliver(claim, turn, delivery),
  });
  const nudge = (): void => runner.nudge();
  return Object.assign(new Operations({ ...needs, editions, roster, changed, nudge }), {
    forget: async (tenant: Tenant) => {
      await store.forget(tenant);
      await changed(tenant);
    },
    start: async () => {
      // Where it fails, the runner says so again, and tries it until it can.
      await roster.reload().catch(complaints.about);
      runner.start();
    },
    stop: async (patience: number) => {
      stopping.abort();
      const enough = new AbortController();
      await Promise.race([runner.stop(), clock.until(clock.now() + patience, enough.signal)]);
      enough.abort();
      gone.abort();
    },
  });
}
