import type { Schedule } from '#core/schedule';
import type { ScheduleStore, Tenant } from '#core/storage/store';

/** All schedules in memory, for autocomplete and for the runner. */
export interface ScheduleCache {
  of(tenant: Tenant): readonly Schedule[];
  /** Those that are not paused. */
  active(): readonly Schedule[];
  /** Reads everything again: another process may have changed it. */
  reload(): Promise<void>;
  /** Reads one workspace again. */
  refresh(tenant: Tenant): Promise<void>;
}

export function makeScheduleCache(schedules: ScheduleStore): ScheduleCache {
  let byTenant = new Map<string, readonly Schedule[]>();
  return {
    of: (tenant) => byTenant.get(keyOf(tenant)) ?? [],
    active: () => [...byTenant.values()].flat().filter(({ paused }) => paused === undefined),
    reload: async () => {
      byTenant = Map.groupBy(await schedules.listAll(), keyOf);
    },
    refresh: async (tenant) => {
      byTenant.set(keyOf(tenant), await schedules.list(tenant));
    },
  };
}

const keyOf = ({ platform, workspace }: Tenant): string => JSON.stringify([platform, workspace]);
