import { errorKind } from '#chat/platform-error';
import type { AdapterHost } from '#core/platform';
import type { Tenant } from '#core/storage/store';
import type { SlackApiError } from '../api/errors.ts';
import type { ApiQueue } from '../api/queue.ts';
import { PLATFORM, parseTenant } from '../tenant.ts';
import type { SlackConnection } from './connection.ts';

interface Deps {
  readonly host: Pick<AdapterHost, 'logger' | 'tenants' | 'onRemoved'>;
  readonly queue: Pick<ApiQueue, 'call'>;
  readonly connection: Pick<SlackConnection, 'botOf' | 'lose'>;
}

/** Finds the workspaces that removed the app while the process was down: no event reports them. Never rejects. */
export async function findRemovedTenants({ host, queue, connection }: Deps): Promise<void> {
  try {
    const workspaces = new Set((await host.tenants?.(PLATFORM))?.flatMap(workspaceOf));
    for (const workspace of workspaces) {
      if (await isRemoved(workspace, connection, queue)) host.onRemoved?.({ platform: PLATFORM, workspace });
    }
  } catch (err) {
    host.logger.error('checking for removed workspaces failed', { platform: PLATFORM, err });
  }
}

/** Returns the workspace of a tenant; the conversation `E1/T1/D1` belongs to `E1/T1`. */
function workspaceOf(tenant: Tenant): readonly string[] {
  const { team, enterprise } = parseTenant(tenant) ?? {};
  return team === undefined ? [] : [[enterprise, team].filter(Boolean).join('/')];
}

/** Whether a workspace has no token, or Slack no longer accepts it. */
async function isRemoved(workspace: string, connection: Deps['connection'], queue: Deps['queue']): Promise<boolean> {
  const parts = parseTenant({ platform: PLATFORM, workspace });
  if (!parts) return false;
  const bot = await connection.botOf(parts);
  if (!bot) return true;
  try {
    await queue.call(bot.client, 'auth.test', {}, { workspace: parts.team });
    return false;
  } catch (error) {
    if (errorKind(error) !== 'tokenRevoked') return false;
    const { team, enterprise } = parts;
    await connection.lose(
      { team, enterprise, isOrganisation: false },
      (error as SlackApiError).reason,
      bot.client.token,
    );
    return true;
  }
}
