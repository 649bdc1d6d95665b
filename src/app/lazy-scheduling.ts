import { existsSync } from 'node:fs';
import type { Scheduling } from '#core/scheduling';
import type { Tenant } from '#core/store';
import { makeScheduling, type Scheduler, type SchedulingDeps } from '#schedule/service';
import type { LazyStore } from '#store/lazy-store';
import { once } from '#store/once';

export interface LazySchedulingDeps extends Omit<SchedulingDeps, 'store' | 'atOnce'> {
  readonly store: LazyStore;
  /** Where the store is, once there is one. */
  readonly file: string;
}

/** Schedules over a file that is made when somebody first makes a schedule. */
export interface LazyScheduling {
  readonly scheduling: Scheduling;
  /** Begins to post, if there is a file already; where it cannot be opened, that is said and nothing else stops. */
  start(): Promise<void>;
  forget(tenant: Tenant): Promise<void>;
  stop(timeoutMs: number): Promise<void>;
}

/** Schedules over what is kept, which is opened when the first is made, or at the start where there is a file. */
export function makeLazyScheduling({ store, file, ...deps }: LazySchedulingDeps): LazyScheduling {
  let opened: Scheduler | undefined;

  const opening = once(async (): Promise<Scheduler> => {
    opened = makeScheduling({ store: await store.open(), ...deps });
    await opened.start();
    return opened;
  });

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
      if (!existsSync(file)) return;
      await opening.get().catch((err) => deps.logger.error('schedules cannot be kept', { err }));
    },
    forget: async (tenant) => {
      if (existsSync(file)) await (await opening.get()).forget(tenant);
    },
    stop: async (timeoutMs) => {
      await opening.peek()?.catch(() => {});
      await opened?.stop(timeoutMs);
    },
  };
}
