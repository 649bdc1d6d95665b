import { ForbiddenError } from '../errors.ts';
import { message } from '../messages/index.ts';
import type { RequestScope } from './requester.ts';

/** What only managers may change or see in full, and the command that all users may use instead. */
const MANAGED = {
  schedule: { key: 'error.notManager', list: '/schedule list' },
  feeds: { key: 'error.notFeedManager', list: '/feeds list' },
  data: { key: 'error.notDataManager', list: '/privacy' },
} as const;

export type Managed = keyof typeof MANAGED;

/** The kind of thing that a command changes: its first word. */
export const managedBy = (command: string): Managed =>
  (Object.keys(MANAGED) as Managed[]).find((first) => command.startsWith(first)) ?? 'schedule';

/** @throws ForbiddenError if the user may not manage the workspace. */
export async function assertManager(scope: RequestScope, of: Managed): Promise<void> {
  if (await scope.canManageSchedules()) return;
  const managers = scope.managerDescription ?? message('error.managers');
  const { key, list } = MANAGED[of];
  throw new ForbiddenError(message(key, { managers, list: { commandLine: list } }));
}
