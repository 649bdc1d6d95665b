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
import type { Target } from '#core/publisher';
import { isSnowflake } from '../snowflake.ts';

/** What a request reveals about its channel. */
interface KnownChannel {
  /** The server, or the person in a conversation with the bot. */
  readonly workspace: string;
  readonly isThread: boolean;
  /** What the bot may do there; in a conversation, that is settled. */
  readonly permissions?: Readonly<PermissionsBitField>;
}

/** Channels that questions come from, more than there are in a minute. */
const MAX_CACHED = 2_000;

/** What is known of the channels that posts go to, mostly from what the client remembers. */
export class ChannelAccess {
  readonly #client: Client;
  readonly #heard = new LRUCache<string, KnownChannel>({ max: MAX_CACHED });

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
      this.#heard.set(channelId, { workspace: guild.id, isThread, permissions });
    } else if (guildId === null && context !== InteractionContextType.PrivateChannel) {
      this.#heard.set(channelId, { workspace: user.id, isThread });
    }
  }

  /** Whether the bot has a permission in a channel. @throws any error from the lookup. */
  async may(id: string, permission: bigint): Promise<boolean> {
    const channel = await this.#client.channels.fetch(id);
    if (!channel || channel.isDMBased()) return channel !== null;
    return channel.permissionsFor(await ownMember(channel))?.has(permission) === true;
  }

  /**
   * Why a channel cannot be posted in, in a sentence that says what to do. What belongs to another server is as unknown as
   * what does not exist. Where Discord does not tell, what came with the last question from there holds.
   *
   * @throws any error from the lookup, except refusals by Discord itself.
   */
  async whyCannotPost(target: Target): Promise<string | undefined> {
    if (!isSnowflake(target.channel)) return UNKNOWN_CHANNEL;
    if (this.#client.guilds.cache.get(target.workspace)?.available === false) return OUTAGE;
    try {
      return await this.#seen(target);
    } catch (error) {
      if (isNotVisible(error)) return this.#unseen(target);
      const heard = this.#heard.get(target.channel);
      if (heard?.workspace === target.workspace)
        return heard.permissions && missingPermissions(heard.permissions, heard.isThread);
      if (error instanceof DiscordAPIError && error.status === 404) return this.#unseen(target);
      throw error;
    }
  }

  async #seen(target: Target): Promise<string | undefined> {
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

  #unseen({ workspace }: Target): string {
    const { guilds, users } = this.#client;
    if (guilds.cache.has(workspace)) return UNKNOWN_CHANNEL;
    return users.cache.has(workspace) ? NOT_IN_CONVERSATION : NOT_INVITED;
  }
}

const UNKNOWN_CHANNEL =
  'There is no such channel that Onrecord can see: choose one from the list, or give its role “View Channel” there.';
const NOT_INVITED = 'Onrecord is not in this server: a user who manages the server must invite it first.';
const NOT_IN_CONVERSATION =
  'Onrecord is not part of that conversation: write to it alone, or ask in a server that it has been invited to.';
const OUTAGE = 'Discord has trouble with this server at present: try again in a few minutes.';
const WRONG_KIND = 'Nothing can be posted in this kind of channel: choose a text channel.';
const LOCKED = 'This thread is locked: unlock it, or choose another channel.';

/** Whether Discord itself says that there is no such channel, or none for the bot. */
const isNotVisible = (error: unknown): boolean =>
  error instanceof DiscordAPIError && (error.status === 403 || error.status === 404) && Number(error.code) > 0;

const ownMember = async ({ guild }: GuildBasedChannel): Promise<GuildMember> =>
  guild.members.me ?? guild.members.fetchMe();

/** The permissions that nothing can be posted without. */
function missingPermissions(permissions: Readonly<PermissionsBitField> | null, isThread: boolean): string | undefined {
  const send = isThread
    ? (['Send Messages in Threads', PermissionFlagsBits.SendMessagesInThreads] as const)
    : (['Send Messages', PermissionFlagsBits.SendMessages] as const);
  const needed = [['View Channel', PermissionFlagsBits.ViewChannel] as const, send];
  const lacking = needed.filter(([, bit]) => !permissions?.has(bit)).map(([name]) => `“${name}”`);
  if (lacking.length === 0) return undefined;
  return `Onrecord may not post in this channel: give its role ${lacking.join(' and ')} there, or invite it again.`;
}
