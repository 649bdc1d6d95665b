import { assertManager } from '#core/access/managers';
import type { RequestScope } from '#core/access/requester';
import type { Context } from '#core/commands/command';
import { ForbiddenError } from '#core/errors';
import { message } from '#core/messages/index';
import type { WorkspaceData } from '#core/workspace-data';

/**
 * Returns the data of the requester's own workspace.
 *
 * @throws ForbiddenError if no data is available, or the requester may not access it.
 */
export async function dataFor({ data, requester }: Context): Promise<{
  readonly data: WorkspaceData;
  readonly scope: RequestScope;
}> {
  if (!data) throw new ForbiddenError(message('error.nothingScheduled'));
  if (!requester?.scope) throw new ForbiddenError(message('error.dataOfWorkspace'));
  await assertManager(requester.scope, 'data');
  return { data, scope: requester.scope };
}
