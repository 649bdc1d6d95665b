import { ForbiddenError } from './errors.ts';
import { message } from './messages/index.ts';
import type { RequestScope } from './requester.ts';

/** @throws ForbiddenError where the user may not change the schedules or feeds of a place. */
export async function assertManager(scope: RequestScope, of: 'schedule' | 'feeds'): Promise<void> {
  if (await scope.canManageSchedules()) return;
  const managers = scope.managerDescription ?? message('error.managers');
  const list = `/${of} list`;
  throw new ForbiddenError(message(of === 'feeds' ? 'error.notFeedManager' : 'error.notManager', { managers, list }));
}
