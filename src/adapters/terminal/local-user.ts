import type { RequestScope } from '#core/access/requester';

/** The user at this machine has all permissions. */
export const LOCAL_USER: RequestScope = {
  platform: 'terminal',
  workspace: 'here',
  channel: 'here',
  userId: 'you',
  canManageSchedules: async () => true,
  timeZone: async () => Intl.DateTimeFormat().resolvedOptions().timeZone,
};
