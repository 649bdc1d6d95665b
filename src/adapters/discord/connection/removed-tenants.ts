import { type Client, RESTJSONErrorCodes as Code, Routes } from 'discord.js';
import type { AdapterHost } from '#core/platform';
import { callApi, DiscordApiError } from '../api/errors.ts';
import { PLATFORM, tenantOf } from '../tenant.ts';

interface Deps {
  readonly client: Pick<Client, 'rest' | 'guilds'>;
  readonly host: Pick<AdapterHost, 'logger' | 'tenants' | 'onRemoved' | 'onInstalled'>;
}

/**
 * Records that the bot was removed from a server, once Discord confirms it: the event alone may also mean an outage, as
 * it does during connection startup. Never rejects.
 */
export async function confirmRemoval(guild: string, { client, host }: Deps): Promise<void> {
  if ((await isIn(guild, { client, host })) !== false) return;
  host.logger.info('the bot was removed from a server', { platform: PLATFORM });
  host.onRemoved?.(tenantOf(guild));
}

/** Finds the servers that removed the bot, or invited it again, while the process was down. Never rejects. */
export async function findRemovedTenants({ client, host }: Deps): Promise<void> {
  try {
    for (const tenant of (await host.tenants?.(PLATFORM)) ?? []) {
      const { workspace } = tenant;
      if (client.guilds.cache.has(workspace)) host.onInstalled?.(tenant);
      else if (!(await isUser(workspace, { client, host }))) await confirmRemoval(workspace, { client, host });
    }
  } catch (error) {
    host.logger.error('checking for removed servers failed', details(error));
  }
}

const details = (error: unknown) => ({ platform: PLATFORM, ...new DiscordApiError(error).details });

/** Whether the bot is in a server; undefined if Discord does not say. */
async function isIn(guild: string, { client, host }: Deps): Promise<boolean | undefined> {
  try {
    await callApi(() => client.rest.get(Routes.guild(guild)));
    return true;
  } catch (error) {
    const { code } = error as DiscordApiError;
    if (code === Code.UnknownGuild || code === Code.MissingAccess) return false;
    host.logger.error('could not check whether the bot is in a server', details(error));
    return undefined;
  }
}

/** Whether the ID belongs to a user: direct messages are stored under the user's ID. */
async function isUser(id: string, { client }: Deps): Promise<boolean> {
  try {
    await callApi(() => client.rest.get(Routes.user(id)));
    return true;
  } catch (error) {
    return (error as DiscordApiError).code !== Code.UnknownUser;
  }
}
