import type { Message } from 'discord.js';
import type { Desk } from '#core/ports';
import { reply } from '../api/interaction-responses.ts';
import { MESSAGE_METHOD } from '../api/queue.ts';
import { type MaterialSource, materialOf } from './attachments.ts';
import { seatIn } from './permissions.ts';
import type { Inquiry } from './request.ts';

interface Needs {
  readonly desk: Desk;
  readonly files: MaterialSource;
}

/**
 * What somebody asks by writing to the bot: with its name in a channel, or to it alone. Undefined for everything else
 * that is written.
 */
export function inquiryIn(message: Message, { desk, files }: Needs): Inquiry | undefined {
  const { author, guildId, system, webhookId, client, content, attachments } = message;
  if (author.bot || system || webhookId !== null) return undefined;
  const named = new RegExp(`<@!?${client.user.id}>`, 'g');
  // An answer to the bot's message mentions it as well, and asks nothing.
  if (guildId !== null && !named.test(content)) return undefined;
  const line = withChannels(content.replace(named, ' '), message).trim();
  const place = `discord:${guildId ?? author.id}`;
  const answer: Inquiry['deliver'] = (words) => reply(client.rest, message, words);
  return {
    way: guildId === null ? 'message' : 'mention',
    key: message.id,
    place,
    seat: seatIn(message),
    lane: { workspace: place, channel: message.channelId, method: MESSAGE_METHOD },
    part: 1,
    shareable: false,
    acknowledge: async () => {},
    turnAway: answer,
    ask: async (asker) =>
      line === '' && attachments.size > 0
        ? desk.read(await materialOf(message, files), asker)
        : desk.ask({ kind: 'line', line }, asker),
    deliver: answer,
    tell: answer,
  };
}

// <#123>   #news   channel:news
/** A line with channels by their ids, however they are written: as a mention, or by a name that the server has. */
const withChannels = (line: string, { guild }: Pick<Message, 'guild'>): string =>
  line
    .replace(/<#(\d+)>/g, '$1')
    .replace(/(?<=\bchannel:)#?([^\s"#]+)|(?<!\S)#([^\s"#]+)/gu, (written, given = '', named = '') => {
      const name = (given || named).toLowerCase();
      return guild?.channels.cache.find((channel) => channel.name.toLowerCase() === name)?.id ?? written;
    });
