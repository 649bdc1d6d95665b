import type { Message } from 'discord.js';
import type { Dispatcher } from '#core/ports';
import { replyToMessage } from '../api/interaction-responses.ts';
import { MESSAGE_METHOD } from '../api/queue.ts';
import { type FileSource, readUpload } from './attachments.ts';
import { scopeOfMessage } from './permissions.ts';
import type { UserRequest } from './request.ts';

interface MentionDeps {
  readonly dispatcher: Dispatcher;
  readonly files: FileSource;
}

/**
 * Returns the request in a message to the bot, that is a mention in a channel or a direct message; undefined for other
 * messages.
 */
export function mentionRequest(message: Message, { dispatcher, files }: MentionDeps): UserRequest | undefined {
  const { author, guild, guildId, system, webhookId, client, content, attachments } = message;
  if (author.bot || system || webhookId !== null) return undefined;
  const named = new RegExp(`<@!?${client.user.id}>`, 'g');
  // A reply to the bot's message mentions it as well, but is not a request.
  if (guildId !== null && !named.test(content)) return undefined;
  const text = withChannelIds(content.replace(named, ' '), message).trim();
  const place = `discord:${guildId ?? author.id}`;
  const answer: UserRequest['respond'] = (words) => replyToMessage(client.rest, message, words);
  return {
    source: guildId === null ? 'message' : 'mention',
    key: message.id,
    tenantKey: place,
    scope: scopeOfMessage(message),
    // A message contains no language of its author; in a conversation with the bot there is none at all.
    ...(guild && { locale: guild.preferredLocale }),
    queueKey: { workspace: place, channel: message.channelId, method: MESSAGE_METHOD },
    part: 1,
    shareable: false,
    acknowledge: async () => {},
    rejectBusy: answer,
    ask: async (requester) =>
      text === '' && attachments.size > 0
        ? dispatcher.briefUpload(await readUpload(message, files), requester)
        : dispatcher.dispatch({ kind: 'line', text }, requester),
    respond: answer,
    reportError: answer,
  };
}

// <#123>   #news   channel:news
/** Replaces channel mentions, and channel names known to the server, by channel IDs. */
const withChannelIds = (line: string, { guild }: Pick<Message, 'guild'>): string =>
  line
    .replace(/<#(\d+)>/g, '$1')
    .replace(/(?<=\bchannel:)#?([^\s"#]+)|(?<!\S)#([^\s"#]+)/gu, (written, given = '', named = '') => {
      const name = (given || named).toLowerCase();
      return guild?.channels.cache.find((channel) => channel.name.toLowerCase() === name)?.id ?? written;
    });
