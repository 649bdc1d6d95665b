import type { Scheduling } from '#core/scheduling';
import type { Tenant } from '#core/storage/store';
import { makeErrorLog } from '#schedule/error-log';
import { makeScheduling, type Scheduler, type SchedulerStatus, type SchedulingDeps } from '#schedule/service';
import { hasStore } from '#store/file-guard';
import type { LazyStore } from '#store/lazy-store';
import { once } from '#store/once';

export interface LazySchedulingDeps extends Omit<SchedulingDeps, 'store' | 'maxConcurrent'> {
  readonly store: LazyStore;
  /** The path of the store, whether it exists or not. */
  readonly file: string;
}

/** Schedules in a store that is created with the first schedule. */
export interface LazyScheduling {
  readonly scheduling: Scheduling;
  /**
   * Starts posting if the store exists. A store that does not exist yet, or cannot be opened, is checked for at an
   * interval; what is due is posted then. Resolves after the first check.
   */
  start(): Promise<void>;
  status(): SchedulerStatus;
  /** See {@link Scheduler}; each does nothing if the store does not exist yet. */
  suspend(tenant: Tenant): Promise<void>;
  revive(tenant: Tenant): Promise<void>;
  forget(tenant: Tenant): Promise<void>;
  tenants(platform: string): Promise<readonly Tenant[]>;
  stop(timeoutMs: number): Promise<void>;
}

/** The interval at which opening a file is retried, in milliseconds. */
const RETRY_MS = 10_000;

/** Creates schedules in a store that is opened with the first schedule, or at the start if it exists. */
export function makeLazyScheduling({ store, file, ...deps }: LazySchedulingDeps): LazyScheduling {
  const { clock, logger } = deps;
  const errorLog = makeErrorLog(logger);
  const stopping = new AbortController();
  let opened: Scheduler | undefined;

  const opening = once(async (): Promise<Scheduler> => {
    opened = makeScheduling({ store: await store.open(), ...deps });
    await opened.start();
    errorLog.recover();
    return opened;
  });
  const open = async (): Promise<void> => {
    if (!hasStore(file)) return;
    await opening.get().catch(errorLog.report);
  };
  const keepTrying = async (): Promise<void> => {
    while (!opened && !stopping.signal.aborted) {
      await clock.until(clock.now() + RETRY_MS, stopping.signal);
      if (!opened && !stopping.signal.aborted) await open();
    }
  };

  return {
    scheduling: {
      cached: (tenant) => opened?.cached(tenant) ?? [],
      add: async (scope, input) => (await opening.get()).add(scope, input),
      list: async (tenant) => (await opening.get()).list(tenant),
      pause: async (scope, id) => (await opening.get()).pause(scope, id),
      resume: async (scope, id) => (await opening.get()).resume(scope, id),
      remove: async (scope, id) => (await opening.get()).remove(scope, id),
      preview: async (tenant, id) => (await opening.get()).preview(tenant, id),
      run: async (scope, id) => (await opening.get()).run(scope, id),
      history: async (tenant) => (await opening.get()).history(tenant),
    },
    start: async () => {
      if (!hasStore(file)) logger.info('no schedules are stored yet', { file });
      await open();
      void keepTrying();
    },
    status: () => opened?.status() ?? { problem: errorLog.current(), overdueMs: 0 },
    suspend: async (tenant) => {
      if (hasStore(file)) await (await opening.get()).suspend(tenant);
    },
    revive: async (tenant) => {
      if (hasStore(file)) await (await opening.get()).revive(tenant);
    },
    forget: async (tenant) => {
      if (hasStore(file)) await (await opening.get()).forget(tenant);
    },
    tenants: async (platform) => (hasStore(file) ? (await opening.get()).tenants(platform) : []),
    stop: async (timeoutMs) => {
      stopping.abort();
      await opening.peek()?.catch(() => {});
      await opened?.stop(timeoutMs);
    },
  };
}
