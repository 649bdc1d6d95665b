import type { Schedule, Slot, SlotState } from './schedule.ts';
import type { Tenant } from './storage/tenant.ts';

/** All data of a workspace, as exported. */
export interface WorkspaceExport extends Tenant {
  readonly schedules: readonly Schedule[];
  readonly feeds: readonly ExportedFeed[];
  readonly posts: readonly ExportedPost[];
  /** Which articles each channel has seen. */
  readonly seen: readonly { readonly channel: string; readonly article: string }[];
}

/** A post, sent or due. */
export interface ExportedPost extends Slot {
  readonly schedule: string;
  readonly channel: string;
  readonly state: SlotState;
  readonly message?: string;
  readonly reason?: string;
}

export interface ExportedFeed {
  readonly channel: string;
  readonly url: string;
  readonly title: string;
  readonly include?: string;
  readonly exclude?: string;
  readonly author: string;
  /** Milliseconds since 1970, UTC. */
  readonly created: number;
  readonly paused?: number;
}

/** The data of each workspace. */
export interface WorkspaceData {
  /** The data of exactly this tenant; private conversations within a workspace have their own data. */
  export(tenant: Tenant): Promise<WorkspaceExport>;
  /** Deletes the data of a workspace and of the conversations within it, at once. */
  delete(tenant: Tenant): Promise<void>;
}
