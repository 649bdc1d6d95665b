import { setMaxListeners } from 'node:events';
import type { Article } from '#core/article';
import type { Catalog, CatalogEntry } from '#core/catalog';
import type { Clock } from '#core/clock';
import type { DrawPicture } from '#core/picture';
import type { Logger } from '#core/ports';
import type { Publisher } from '#core/publisher';
import type { SlotState } from '#core/schedule';
import type { Scheduling } from '#core/scheduling';
import type { Store, Tenant } from '#core/storage/store';
import { makeArchivedArticles } from './delivery/archived-articles.ts';
import { makeArticleVersions } from './delivery/article-versions.ts';
import type { ReaderUrl } from './delivery/attempt.ts';
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
  /** The publisher of a platform, by name; undefined while it is not connected. */
  readonly publisherOf: (platform: string) => Publisher | undefined;
  /** The platforms that this process posts to at present, by the names that `publisherOf` accepts. */
  readonly platforms: () => readonly string[];
  /** From 0 to below 1. */
  readonly random: () => number;
  /** A unique name of this process. */
  readonly owner: string;
  /** How many posts to one platform may be in flight at once; default: 100. */
  readonly maxConcurrent?: number;
  /** Days for which the data of a workspace is kept after it removed Onrecord; default: 30. */
  readonly retentionDays?: number;
  /** Absent if no pictures are drawn. */
  readonly drawPicture?: DrawPicture;
  /** Absent if there is no reader. */
  readonly readerUrl?: ReaderUrl;
  /** Reads an article of a feed; absent if posts use the content folder alone. */
  readonly brief?: (article: Article) => Promise<CatalogEntry>;
}

/** The health of scheduling, for monitoring. */
export interface SchedulerStatus {
  /** A description of the current problem; absent if scheduling works. */
  readonly problem?: string | undefined;
  /** Milliseconds since the oldest waiting slot was due. */
  readonly overdueMs: number;
}

/** Callbacks for the progress and outcome of posts. */
export interface SchedulerEvents {
  /** Called after each successful round. */
  readonly onRound?: () => void;
  readonly onSettled?: (state: SlotState, late: boolean) => void;
}

/** Milliseconds between two maintenance runs of the store. */
const MAINTENANCE_MS = 3_600_000;
const DEFAULT_RETENTION_DAYS = 30;

/** Manages schedules and posts what is due. */
export interface Scheduler extends Scheduling {
  /** Starts to post what is due. Resolves when the schedules are in memory. */
  start(): Promise<void>;
  /**
   * Starts no more posts, and allows those in progress this many milliseconds. Unfinished posts stay in the store and
   * continue at the next start.
   */
  stop(timeoutMs: number): Promise<void>;
  status(): SchedulerStatus;
  /** A workspace has removed Onrecord: its schedules pause, and its data is deleted later. */
  suspend(tenant: Tenant): Promise<void>;
  /** A workspace has installed Onrecord: suspended schedules resume. */
  revive(tenant: Tenant): Promise<void>;
  /** Deletes the data of a workspace at once. */
  forget(tenant: Tenant): Promise<void>;
  /** The tenants of a platform that have data. */
  tenants(platform: string): Promise<readonly Tenant[]>;
}

/** Assembles scheduling from the store, the clock and the publishers. */
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
  // Each pending wait adds a listener: Node would warn of a leak at more than ten.
  setMaxListeners(0, stopping.signal);
  const refresh = async (tenant: Tenant): Promise<void> => {
    await scheduleCache.refresh(tenant);
    runner.wake();
  };
  const delivery = {
    ...{ store, articleVersions, clock, logger, publisherOf: deps.publisherOf, random: deps.random },
    ...{ drawPicture: deps.drawPicture, readerUrl: deps.readerUrl },
    ...{ stopping: stopping.signal, stopped: stopped.signal, onSettled: deps.onSettled },
    onChange: (tenant: Tenant) => void refresh(tenant).catch(errorLog.report),
    // Errors of a store that has been closed in the meantime are ignored.
    onError: (error: unknown) => stopped.signal.aborted || errorLog.report(error),
  };
  const runner = makeRunner({
    ...{
      slotStore: store.slots,
      scheduleCache,
      clock,
      errorLog,
      owner,
      platforms: deps.platforms,
      onRound: deps.onRound,
    },
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
      // If it fails, the runner reports it and retries.
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
