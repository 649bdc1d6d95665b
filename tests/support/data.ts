import type { WorkspaceData } from '#core/workspace-data';

/** Workspace data without anything stored. */
export const dataOf = (): WorkspaceData => ({
  export: async ({ platform, workspace }) => ({ platform, workspace, schedules: [], feeds: [], posts: [], seen: [] }),
  delete: async () => {},
});
