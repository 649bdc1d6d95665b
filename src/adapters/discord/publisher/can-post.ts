import {
  type BaseInteraction,
  type Client,
  DiscordAPIError,
  type GuildBasedChannel,
  type GuildMember,
  InteractionContextType,
  PermissionFlagsBits,
  type PermissionsBitField,
} from 'discord.js';
import { LRUCache } from 'lru-cache';
import { message, type Text } from '#core/messages/index';
import type { Target } from '#core/publisher';
import { isSnowflake } from '../snowflake.ts';
import { PLATFORM } from '../tenant.ts';

/** The data about a channel in a request from it. */
interface KnownChannel {
  /** The server, or the user in a direct message. */
  readonly workspace: string;
  readonly isThread: boolean;
  /** The bot's permissions there; absent in direct messages, where they are fixed. */
  readonly permissions?: Readonly<PermissionsBitField>;
}

/** More than the number of channels with requests in a minute. */
const MAX_CACHED = 2_000;

/** The access to the channels that are posted to, mostly from the client's cache. */
export class ChannelAccess {
  readonly #client: Client;
  readonly #knownChannels = new LRUCache<string, KnownChannel>({ max: MAX_CACHED });

  constructor(client: Client) {
    this.#client = client;
  }

  /** Records the data about a channel that Discord sends with each request from it. */
  noteChannel({
    guildId,
    guild,
    channel,
    channelId,
    context,
    user,
    appPermissions: permissions,
  }: BaseInteraction): void {
    if (channelId === null) return;
    const isThread = channel?.isThread() ?? false;
    if (guild && permissions.bitfield !== 0n) {
      this.#knownChannels.set(channelId, { workspace: guild.id, isThread, permissions });
    } else if (guildId === null && context !== InteractionContextType.PrivateChannel) {
      this.#knownChannels.set(channelId, { workspace: user.id, isThread });
    }
  }

  /** Whether the bot has a permission in a channel. @throws any error from the lookup. */
  async may(id: string, permission: bigint): Promise<boolean> {
    const channel = await this.#client.channels.fetch(id);
    if (!channel || channel.isDMBased()) return channel !== null;
    return channel.permissionsFor(await ownMember(channel))?.has(permission) === true;
  }

  /**
   * Returns why a channel cannot be posted to, with the solution; undefined if it can. A channel of another server is
   * reported as nonexistent. If Discord does not say, the data from the last request in that channel is used.
   *
   * @throws any error from the lookup, except refusals by Discord itself.
   */
  async whyCannotPost(target: Target): Promise<Text | undefined> {
    if (!isSnowflake(target.channel)) return UNKNOWN_CHANNEL;
    if (this.#client.guilds.cache.get(target.workspace)?.available === false) return OUTAGE;
    try {
      return await this.#seen(target);
    } catch (error) {
      if (isNotVisible(error)) return this.#unseen(target);
      const channel = this.#knownChannels.get(target.channel);
      if (channel?.workspace === target.workspace)
        return channel.permissions && missingPermissions(channel.permissions, channel.isThread);
      if (error instanceof DiscordAPIError && error.status === 404) return this.#unseen(target);
      throw error;
    }
  }

  async #seen(target: Target): Promise<Text | undefined> {
    const { channel: id, workspace } = target;
    const channel = await this.#client.channels.fetch(id);
    if (!channel) return this.#unseen(target);
    if (channel.isDMBased())
      return 'recipientId' in channel && channel.recipientId === workspace ? undefined : UNKNOWN_CHANNEL;
    if (channel.guildId !== workspace) return this.#unseen(target);
    if (!channel.isSendable()) return WRONG_KIND;
    if (channel.isThread() && channel.locked) return LOCKED;
    return missingPermissions(channel.permissionsFor(await ownMember(channel)), channel.isThread());
  }

  #unseen({ workspace }: Target): Text {
    const { guilds, users } = this.#client;
    if (guilds.cache.has(workspace)) return UNKNOWN_CHANNEL;
    return users.cache.has(workspace) ? NOT_IN_CONVERSATION : NOT_INVITED;
  }
}

const UNKNOWN_CHANNEL = message('channel.unknown');
const NOT_INVITED = message('channel.notInvited');
const NOT_IN_CONVERSATION = message('channel.notInConversation');
const OUTAGE = message('channel.outage', { platform: PLATFORM });
const WRONG_KIND = message('delivery.wrongKind');
const LOCKED = message('channel.threadLocked');

/** Whether Discord says that the channel does not exist, or is not visible to the bot. */
const isNotVisible = (error: unknown): boolean =>
  error instanceof DiscordAPIError && (error.status === 403 || error.status === 404) && Number(error.code) > 0;

const ownMember = async ({ guild }: GuildBasedChannel): Promise<GuildMember> =>
  guild.members.me ?? guild.members.fetchMe();

/** Returns the missing permissions without which nothing can be posted. */
function missingPermissions(permissions: Readonly<PermissionsBitField> | null, isThread: boolean): Text | undefined {
  const send = isThread
    ? (['Send Messages in Threads', PermissionFlagsBits.SendMessagesInThreads] as const)
    : (['Send Messages', PermissionFlagsBits.SendMessages] as const);
  const needed = [['View Channel', PermissionFlagsBits.ViewChannel] as const, send];
  const lacking = needed.filter(([, bit]) => !permissions?.has(bit)).map(([name]) => `“${name}”`);
  if (lacking.length === 0) return undefined;
  const [first = '', second] = lacking;
  const named = second === undefined ? first : message('list.and', { others: first, last: second });
  return message('channel.permissions', { permissions: named });
}
