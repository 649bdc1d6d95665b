import {
  ApplicationIntegrationType,
  type BaseInteraction,
  type Guild,
  type Message,
  PermissionFlagsBits,
} from 'discord.js';
import type { RequestScope } from '#core/access/requester';
import { message } from '#core/messages/index';
import { tenantOf } from '../tenant.ts';

const MANAGERS = message('error.managersOf', { permission: message('permission.manageServer') });

/** The part common to all scopes in a server. Discord does not provide users’ time zones. */
const guildScope = (guild: Guild | null) => ({
  managerDescription: guild ? MANAGERS : message('error.managersInvited', { managers: MANAGERS }),
  channelName: (channel: string): string | undefined => {
    const name = guild?.channels.cache.get(channel)?.name;
    return name && `#${name}`;
  },
  timeZone: async () => undefined,
});

/**
 * Returns the scope of a user who runs a command or presses a button; undefined outside channels.
 *
 * Users who may manage the server may change its schedules; outside a server, each user has their own schedules. In a
 * server that has not installed the app, a user-installed app changes nothing.
 */
export function scopeOf(interaction: BaseInteraction): RequestScope | undefined {
  const { guild, guildId, channelId, user, memberPermissions, authorizingIntegrationOwners: owners } = interaction;
  if (channelId === null) return undefined;
  const isAtHome = guild !== null || owners[ApplicationIntegrationType.GuildInstall] !== undefined;
  const manages = guildId === null || (isAtHome && memberPermissions?.has(PermissionFlagsBits.ManageGuild) === true);
  return {
    ...tenantOf(guildId ?? user.id),
    ...guildScope(guild),
    channel: channelId,
    userId: user.id,
    canManageSchedules: async () => manages,
  };
}

/** Returns the scope of a user who writes to the bot. */
export const scopeOfMessage = ({ guild, guildId, channelId, author, member }: Message): RequestScope => ({
  ...tenantOf(guildId ?? author.id),
  ...guildScope(guild),
  channel: channelId,
  userId: author.id,
  canManageSchedules: async () => guildId === null || member?.permissions.has(PermissionFlagsBits.ManageGuild) === true,
});
