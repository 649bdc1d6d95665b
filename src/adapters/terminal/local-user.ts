import type { RequestScope } from '#core/requester';

/** Whoever sits at this machine may do everything at it. */
export const LOCAL_USER: RequestScope = {
  platform: 'terminal',
  workspace: 'here',
  channel: 'here',
  userId: 'you',
  canManageSchedules: async () => true,
  timeZone: async () => Intl.DateTimeFormat().resolvedOptions().timeZone,
};
