import {
  ApplicationIntegrationType,
  type BaseInteraction,
  type Guild,
  type Message,
  PermissionFlagsBits,
} from 'discord.js';
import type { Seat } from '#core/requester';
import type { Tenant } from '#core/store';

/** What everything that belongs to a platform is kept under: the same as the adapter's name. */
export const PLATFORM = 'Discord';

/** A server, or a person in a conversation without one. */
export const tenantOf = (workspace: string): Tenant => ({ platform: PLATFORM, workspace });

const MANAGERS = 'people with the permission “Manage Server”';

/** What every seat of a server has; Discord does not tell where people are. */
const shared = (guild: Guild | null) => ({
  managers: guild ? MANAGERS : `${MANAGERS}, in a server that has invited Onrecord,`,
  nameOf: (channel: string): string | undefined => {
    const name = guild?.channels.cache.get(channel)?.name;
    return name && `#${name}`;
  },
  zone: async () => undefined,
});

/**
 * Where somebody sits who types a command or presses a button; undefined where that is in no channel.
 *
 * Whoever may manage the server may change its schedules, and in a conversation without a server everybody has their own.
 * In a server that has not been asked, an app that a person brought along changes nothing.
 */
export function seatOf(interaction: BaseInteraction): Seat | undefined {
  const { guild, guildId, channelId, user, memberPermissions, authorizingIntegrationOwners: owners } = interaction;
  if (channelId === null) return undefined;
  const isAtHome = guild !== null || owners[ApplicationIntegrationType.GuildInstall] !== undefined;
  const manages = guildId === null || (isAtHome && memberPermissions?.has(PermissionFlagsBits.ManageGuild) === true);
  return {
    ...tenantOf(guildId ?? user.id),
    ...shared(guild),
    channel: channelId,
    person: user.id,
    manages: async () => manages,
  };
}

/** Where somebody sits who writes to the bot. */
export const seatIn = ({ guild, guildId, channelId, author, member }: Message): Seat => ({
  ...tenantOf(guildId ?? author.id),
  ...shared(guild),
  channel: channelId,
  person: author.id,
  manages: async () => guildId === null || member?.permissions.has(PermissionFlagsBits.ManageGuild) === true,
});
