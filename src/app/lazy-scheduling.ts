import { existsSync } from 'node:fs';
import type { Scheduling } from '#core/scheduling';
import type { Tenant } from '#core/store';
import { makeScheduling, type Scheduler, type SchedulingNeeds } from '#schedule/service';
import type { LateStore } from '#store/lazy-store';
import { once } from '#store/once';

export interface KeepingNeeds extends Omit<SchedulingNeeds, 'store' | 'atOnce'> {
  readonly late: LateStore;
  /** Where the store is, once there is one. */
  readonly file: string;
}

/** Schedules over a file that is made when somebody first makes a schedule. */
export interface Keeping {
  readonly scheduling: Scheduling;
  /** Begins to post, if there is a file already; where it cannot be opened, that is said and nothing else stops. */
  start(): Promise<void>;
  forget(tenant: Tenant): Promise<void>;
  stop(patience: number): Promise<void>;
}

/** Schedules over what is kept, which is opened when the first is made, or at the start where there is a file. */
export function makeKeeping({ late, file, ...needs }: KeepingNeeds): Keeping {
  let opened: Scheduler | undefined;

  const opening = once(async (): Promise<Scheduler> => {
    opened = makeScheduling({ store: await late.open(), ...needs });
    await opened.start();
    return opened;
  });

  return {
    scheduling: {
      known: (tenant) => opened?.known(tenant) ?? [],
      add: async (seat, wish) => (await opening.done()).add(seat, wish),
      all: async (tenant) => (await opening.done()).all(tenant),
      pause: async (seat, id) => (await opening.done()).pause(seat, id),
      resume: async (seat, id) => (await opening.done()).resume(seat, id),
      remove: async (seat, id) => (await opening.done()).remove(seat, id),
      preview: async (tenant, id) => (await opening.done()).preview(tenant, id),
      run: async (seat, id) => (await opening.done()).run(seat, id),
      history: async (tenant) => (await opening.done()).history(tenant),
    },
    start: async () => {
      if (!existsSync(file)) return;
      await opening.done().catch((err) => needs.logger.error('schedules cannot be kept', { err }));
    },
    forget: async (tenant) => {
      if (existsSync(file)) await (await opening.done()).forget(tenant);
    },
    stop: async (patience) => {
      await opening.begun()?.catch(() => {});
      await opened?.stop(patience);
    },
  };
}
