import { setMaxListeners } from 'node:events';
import type { Article } from '#core/article';
import type { Catalog, CatalogEntry } from '#core/catalog';
import type { Clock } from '#core/clock';
import type { Logger } from '#core/ports';
import type { Publisher } from '#core/publisher';
import type { SlotState } from '#core/schedule';
import type { Scheduling } from '#core/scheduling';
import type { Store, Tenant } from '#core/store';
import { makeArchivedArticles } from './delivery/archived-articles.ts';
import { makeArticleVersions } from './delivery/article-versions.ts';
import { deliver } from './delivery/deliver.ts';
import { makeErrorLog } from './error-log.ts';
import { Operations } from './operations.ts';
import { purgeDaily } from './retention.ts';
import { makeRunner } from './runner.ts';
import { makeScheduleCache } from './schedule-cache.ts';

export interface SchedulingDeps extends SchedulerEvents {
  readonly store: Store;
  readonly catalog: Catalog;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Whoever posts to a platform, by the name that seats have for it; undefined while it is not connected. */
  readonly posterOf: (platform: string) => Publisher | undefined;
  /** The platforms that this process posts to at present, by the names that `posterOf` takes. */
  readonly platforms: () => readonly string[];
  /** From 0 to below 1. */
  readonly random: () => number;
  /** A name for this process that no other has. */
  readonly owner: string;
  /** How many posts to one platform may be on their way at once; a hundred if left out. */
  readonly maxConcurrent?: number;
  /** Days for which the data of a workspace is kept that has removed Onrecord; 30 if left out. */
  readonly retentionDays?: number;
  /** Reads an article of a feed; left out where posts are made from the content folder alone. */
  readonly brief?: (article: Article) => Promise<CatalogEntry>;
}

/** How scheduling stands, for whoever monitors the process. */
export interface SchedulerStatus {
  /** What keeps it from working at present, in words; absent where it works. */
  readonly problem?: string | undefined;
  /** Milliseconds since the oldest slot that waits was due. */
  readonly overdueMs: number;
}

/** What becomes of posts, told while it happens. */
export interface SchedulerEvents {
  /** Called after each look at the clock that went well. */
  readonly onRound?: () => void;
  readonly onSettled?: (state: SlotState, late: boolean) => void;
}

/** The store is looked after so often. */
const MAINTENANCE_MS = 3_600_000;
const DEFAULT_RETENTION_DAYS = 30;

/** Schedules, and whoever keeps them. */
export interface Scheduler extends Scheduling {
  /** Begins to post what is due. Resolves when the schedules are in memory. */
  start(): Promise<void>;
  /**
   * Begins nothing more, and gives what is under way so many milliseconds. What is not done then is in the ledger, and
   * goes on at the next start.
   */
  stop(timeoutMs: number): Promise<void>;
  status(): SchedulerStatus;
  /** A workspace has removed Onrecord: its schedules pause, and its data is deleted later. */
  suspend(tenant: Tenant): Promise<void>;
  /** A workspace has installed Onrecord: what was suspended goes on. */
  revive(tenant: Tenant): Promise<void>;
  /** Deletes the data of a workspace at once. */
  forget(tenant: Tenant): Promise<void>;
  /** Those of a platform that have data. */
  tenants(platform: string): Promise<readonly Tenant[]>;
}

/** Puts the parts together: the store, the clock, and those who post. */
export function makeScheduling(deps: SchedulingDeps): Scheduler {
  const { store, catalog, clock, logger, owner, maxConcurrent } = deps;
  const errorLog = makeErrorLog(logger);
  const articleVersions = makeArticleVersions(
    catalog,
    store.versions,
    deps.brief && makeArchivedArticles(store.archive, deps.brief),
  );
  const scheduleCache = makeScheduleCache(store.schedules);
  const [stopping, stopped] = [new AbortController(), new AbortController()];
  // Each that waits listens: Node would take more than ten for a leak, and say so.
  setMaxListeners(0, stopping.signal);
  const refresh = async (tenant: Tenant): Promise<void> => {
    await scheduleCache.refresh(tenant);
    runner.wake();
  };
  const delivery = {
    ...{ store, articleVersions, clock, logger, posterOf: deps.posterOf, random: deps.random },
    ...{ stopping: stopping.signal, stopped: stopped.signal, onSettled: deps.onSettled },
    onChange: (tenant: Tenant) => void refresh(tenant).catch(errorLog.report),
    // Whatever a store says that has been closed in the meantime is of no use.
    onError: (error: unknown) => stopped.signal.aborted || errorLog.report(error),
  };
  const runner = makeRunner({
    ...{ ledger: store.slots, scheduleCache, clock, errorLog, owner, platforms: deps.platforms, onRound: deps.onRound },
    ...(maxConcurrent === undefined ? {} : { maxConcurrent }),
    deliver: (claim, turn) => deliver(claim, turn, delivery),
  });
  const wake = (): void => runner.wake();
  const maintain = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await store.maintain(clock.now()).catch(delivery.onError);
      await clock.until(clock.now() + MAINTENANCE_MS, stopping.signal);
    }
  };
  const reload = async (): Promise<void> => {
    await scheduleCache.reload();
    wake();
  };
  const { retentionDays: days = DEFAULT_RETENTION_DAYS } = deps;
  const retention = { tenants: store.tenants, clock, logger, days, onError: delivery.onError };
  return Object.assign(new Operations({ ...deps, articleVersions, scheduleCache, refresh, wake }), {
    suspend: async (tenant: Tenant) => {
      await store.tenants.suspend(tenant, clock.now());
      await reload();
    },
    revive: async (tenant: Tenant) => {
      if (await store.tenants.revive(tenant, clock.now())) await reload();
    },
    forget: async (tenant: Tenant) => {
      await store.tenants.forget(tenant);
      await reload();
    },
    tenants: (platform: string) => store.tenants.list(platform),
    start: async () => {
      // Where it fails, the runner says so again, and tries it until it can.
      await scheduleCache.reload().catch(errorLog.report);
      runner.start();
      void maintain();
      void purgeDaily(retention, stopping.signal);
    },
    status: () => ({ problem: errorLog.current(), overdueMs: runner.overdueMs() }),
    stop: async (timeoutMs: number) => {
      stopping.abort();
      const timeout = new AbortController();
      await Promise.race([runner.stop(), clock.until(clock.now() + timeoutMs, timeout.signal)]);
      timeout.abort();
      stopped.abort();
    },
  });
}
