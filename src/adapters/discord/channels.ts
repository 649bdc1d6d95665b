import {
  type Client,
  DiscordAPIError,
  type GuildBasedChannel,
  type GuildMember,
  PermissionFlagsBits,
} from 'discord.js';
import type { Target } from '#core/poster';

/** What is known of the channels that posts go to, mostly from what the client remembers. */
export class Channels {
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  /** Whether the bot has a permission in a channel. @throws whatever asking for it throws. */
  async may(id: string, permission: bigint): Promise<boolean> {
    const channel = await this.#client.channels.fetch(id);
    if (!channel || channel.isDMBased()) return channel !== null;
    return channel.permissionsFor(await selfIn(channel))?.has(permission) === true;
  }

  /**
   * Why a channel cannot be posted in, in a sentence that says what to do. What belongs to another server is as unknown as
   * what does not exist.
   *
   * @throws whatever asking for it throws, but for Discord's own refusals.
   */
  async obstacle({ channel: id, workspace }: Target): Promise<string | undefined> {
    if (!isSnowflake(id)) return UNKNOWN;
    const guild = this.#client.guilds.cache.get(workspace);
    if (guild?.available === false) return OUTAGE;
    const channel = await this.#client.channels.fetch(id).catch(unlessRefused);
    if (!channel) return guild ? UNKNOWN : ELSEWHERE;
    if (channel.isDMBased()) return 'recipientId' in channel && channel.recipientId === workspace ? undefined : UNKNOWN;
    if (channel.guildId !== workspace) return guild ? UNKNOWN : ELSEWHERE;
    if (!channel.isSendable()) return WRONG_KIND;
    if (channel.isThread() && channel.locked) return LOCKED;
    return missingIn(channel, await selfIn(channel));
  }
}

/** https://docs.discord.com/developers/reference#snowflakes */
export const isSnowflake = (id: string): boolean => /^\d{15,21}$/.test(id);

const UNKNOWN =
  'There is no such channel that Onrecord can see: choose one from the list, or give its role “View Channel” there.';
const ELSEWHERE = 'Onrecord is not in this server: somebody who manages it has to invite it first.';
const OUTAGE = 'Discord has trouble with this server at present: try again in a few minutes.';
const WRONG_KIND = 'Nothing can be posted in this kind of channel: choose a text channel.';
const LOCKED = 'This thread is locked: unlock it, or choose another channel.';

function unlessRefused(error: unknown): undefined {
  if (error instanceof DiscordAPIError && (error.status === 403 || error.status === 404)) return;
  throw error;
}

const selfIn = async ({ guild }: GuildBasedChannel): Promise<GuildMember> =>
  guild.members.me ?? guild.members.fetchMe();

/** The permissions that nothing can be posted without. */
function missingIn(channel: GuildBasedChannel, self: GuildMember): string | undefined {
  const permissions = channel.permissionsFor(self);
  const send = channel.isThread()
    ? (['Send Messages in Threads', PermissionFlagsBits.SendMessagesInThreads] as const)
    : (['Send Messages', PermissionFlagsBits.SendMessages] as const);
  const needed = [['View Channel', PermissionFlagsBits.ViewChannel] as const, send];
  const missing = needed.filter(([, bit]) => !permissions?.has(bit)).map(([name]) => `“${name}”`);
  if (missing.length === 0) return undefined;
  return `Onrecord may not post in this channel: give its role ${missing.join(' and ')} there, or invite it again.`;
}
