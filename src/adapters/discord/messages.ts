import type { Message } from 'discord.js';
import type { Desk } from '#core/ports';
import type { Inquiry } from './inquiry.ts';
import { type MaterialSource, materialOf } from './material.ts';
import { reply } from './post.ts';

interface Needs {
  readonly desk: Desk;
  readonly files: MaterialSource;
}

/** The pace of messages is counted under this name. */
export const MESSAGE_METHOD = 'message';

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
  const line = content.replace(named, ' ').trim();
  const place = `discord:${guildId ?? author.id}`;
  const answer: Inquiry['deliver'] = (words) => reply(client.rest, message, words);
  return {
    way: guildId === null ? 'message' : 'mention',
    key: message.id,
    place,
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
