import type { Schedule } from '#core/schedule';
import type { Schedules, Tenant } from '#core/store';

/** All schedules in memory: for completion, and for whoever posts. */
export interface Roster {
  of(tenant: Tenant): readonly Schedule[];
  /** Those that do not pause. */
  active(): readonly Schedule[];
  /** Reads everything again: another process may have changed it. */
  reload(): Promise<void>;
  /** Reads one workspace again. */
  refresh(tenant: Tenant): Promise<void>;
}

export function makeRoster(schedules: Schedules): Roster {
  let byTenant = new Map<string, readonly Schedule[]>();
  let active: readonly Schedule[] | undefined;
  return {
    of: (tenant) => byTenant.get(keyOf(tenant)) ?? [],
    active: () => {
      active ??= [...byTenant.values()].flat().filter(({ paused }) => paused === undefined);
      return active;
    },
    reload: async () => {
      byTenant = Map.groupBy(await schedules.all(), keyOf);
      active = undefined;
    },
    refresh: async (tenant) => {
      byTenant.set(keyOf(tenant), await schedules.of(tenant));
      active = undefined;
    },
  };
}

const keyOf = ({ platform, workspace }: Tenant): string => JSON.stringify([platform, workspace]);
