import type { Feeds } from '#core/feeds';
import type { WorkspaceData } from '#core/workspace-data';
import { hasStore } from '#store/file-guard';
import type { LazyStore } from '#store/lazy-store';
import type { LazyScheduling } from './lazy-scheduling.ts';

interface WorkspaceDataDeps {
  readonly store: LazyStore;
  /** The path of the store, whether it exists or not. */
  readonly file: string;
  readonly scheduling: Pick<LazyScheduling, 'forget'>;
  readonly feeds: Pick<Feeds, 'refresh'>;
}

/** Creates access to the data of workspaces; it is empty if the store does not exist yet. */
export const makeWorkspaceData = ({ store, file, scheduling, feeds }: WorkspaceDataDeps): WorkspaceData => ({
  export: async ({ platform, workspace }) => {
    if (!hasStore(file)) return { platform, workspace, schedules: [], feeds: [], posts: [], seen: [] };
    return (await store.open()).tenants.export({ platform, workspace });
  },
  delete: async (tenant) => {
    await scheduling.forget(tenant);
    if (hasStore(file)) await feeds.refresh(tenant);
  },
});
