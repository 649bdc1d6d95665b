import { type RenameCommands, translatorFor } from '#core/messages/index';
import type { AdapterHost } from '#core/platform';
import { SlackApiError } from '../api/errors.ts';
import { sendBlocks } from '../api/refused-blocks.ts';
import type { Sender } from '../api/send.ts';
import type { Caller } from '../caller.ts';
import { type AnswerStyle, privateAnswer } from '../render/answers.ts';
import type { FindLocale } from './user-locale.ts';

interface Deps {
  readonly host: Pick<AdapterHost, 'commands' | 'logger' | 'welcome'>;
  readonly sender: Pick<Sender, 'call' | 'reply'>;
  /** The language that the user has set in Slack. */
  readonly findLocale: FindLocale;
  /** How commands are called in Slack. */
  readonly renameCommands: RenameCommands;
}

/** Introduces the app and its commands: after an install, and when its messages are opened for the first time. */
export interface Welcome {
  /** To the user who has installed the app. Never rejects. */
  toInstaller(installer: Caller): Promise<void>;
  /** To a user who opens a conversation with the bot, if it is still empty. */
  toReader(caller: Caller, channel: string): Promise<void>;
}

export function makeWelcome({ host, sender, findLocale, renameCommands }: Deps): Welcome {
  const send = async (caller: Caller): Promise<void> => {
    const locale = await findLocale(caller);
    const reply = host.welcome?.(locale, renameCommands);
    if (!reply) return;
    const style: AnswerStyle = { commands: host.commands, part: 1 };
    const { language } = translatorFor(locale);
    await sendBlocks({
      logger: host.logger,
      draw: (plain) => privateAnswer({ reply, outcome: 'answered', language }, { ...style, plain }, false),
      send: (message) => sender.reply(caller, message),
    });
  };
  const isEmpty = async (caller: Caller, channel: string): Promise<boolean> => {
    const { messages } = await sender.call(caller, 'conversations.history', { channel, limit: 1 });
    return Array.isArray(messages) && messages.length === 0;
  };
  const logFailure = (error: unknown): void => {
    if (!(error instanceof SlackApiError)) throw error;
    host.logger.info('Slack: a welcome could not be sent', { method: error.method, reason: error.reason });
  };
  return {
    toInstaller: (installer) =>
      send(installer).catch((err) => host.logger.error('Slack: a welcome could not be sent', { err: String(err) })),
    toReader: async (caller, channel) => {
      try {
        if (await isEmpty(caller, channel)) await send(caller);
      } catch (error) {
        logFailure(error);
      }
    },
  };
}
