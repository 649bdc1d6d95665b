import type { Seat } from '#core/requester';

/** Whoever sits at this machine may do everything at it. */
export const SEAT: Seat = {
  platform: 'terminal',
  workspace: 'here',
  channel: 'here',
  person: 'you',
  manages: async () => true,
  zone: async () => Intl.DateTimeFormat().resolvedOptions().timeZone,
};
