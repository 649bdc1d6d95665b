import { existsSync } from 'node:fs';
import type { Logger } from '#core/ports';
import type { Poster } from '#core/poster';
import type { Clock, Scheduling } from '#core/scheduling';
import type { Shelf } from '#core/shelf';
import type { Tenant } from '#core/store';
import { makeScheduling, type Scheduler } from '#schedule/service';
import type { LateStore } from '#store/late';

export interface KeepingNeeds {
  readonly late: LateStore;
  /** Where the store is, once there is one. */
  readonly file: string;
  readonly shelf: Shelf;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly posterOf: (platform: string) => Poster | undefined;
  /** Those that this process posts to at present. */
  readonly platforms: () => readonly string[];
  /** A name for this process that no other has. */
  readonly owner: string;
  readonly random: () => number;
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
  let opening: Promise<Scheduler> | undefined;
  let opened: Scheduler | undefined;

  const open = async (): Promise<Scheduler> => {
    opened = makeScheduling({ store: await late.open(), ...needs });
    await opened.start();
    return opened;
  };
  /** One that failed is tried again when somebody asks again. */
  const use = (): Promise<Scheduler> => {
    opening ??= open().catch((error) => {
      opening = undefined;
      throw error;
    });
    return opening;
  };

  return {
    scheduling: {
      known: (tenant) => opened?.known(tenant) ?? [],
      add: async (seat, wish) => (await use()).add(seat, wish),
      all: async (tenant) => (await use()).all(tenant),
      pause: async (seat, id) => (await use()).pause(seat, id),
      resume: async (seat, id) => (await use()).resume(seat, id),
      remove: async (seat, id) => (await use()).remove(seat, id),
      preview: async (tenant, id) => (await use()).preview(tenant, id),
      run: async (seat, id) => (await use()).run(seat, id),
      history: async (tenant) => (await use()).history(tenant),
    },
    start: async () => {
      if (!existsSync(file)) return;
      await use().catch((err) => needs.logger.error('schedules cannot be kept', { err }));
    },
    forget: async (tenant) => {
      if (existsSync(file)) await (await use()).forget(tenant);
    },
    stop: async (patience) => {
      await opening?.catch(() => {});
      await opened?.stop(patience);
    },
  };
}
