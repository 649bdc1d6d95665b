import type { WorkspaceData } from '#core/workspace-data';

/** Data of workspaces of which nothing is kept. */
export const dataOf = (): WorkspaceData => ({
  export: async ({ platform, workspace }) => ({ platform, workspace, schedules: [], feeds: [], posts: [], seen: [] }),
  delete: async () => {},
});
