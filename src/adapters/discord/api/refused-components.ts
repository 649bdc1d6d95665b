import { type APIMessageComponent, type APIMessageTopLevelComponent, ComponentType } from 'discord.js';
import { whyUnsent, withFilesAsText } from '#chat/file-blocks';
import { PlatformError } from '#chat/platform-error';
import { type DrawnMessage, sendOrAsText } from '#chat/text-fallback';
import { translatorFor } from '#core/messages/index';
import type { Answer } from '#core/ports';
import type { Message } from '../render/message.ts';
import { PLATFORM } from '../tenant.ts';
import { isBodyRejected, isFileRejected } from './errors.ts';

/**
 * Sends a message; if Discord refuses its components, sends it once more as plain text, and logs which components were
 * refused.
 */
export const sendComponents = <Result>({ draw, send, logger, id }: DrawnMessage<Message, Result>): Promise<Result> =>
  sendOrAsText({
    draw,
    send,
    isRefused: (error) => error instanceof PlatformError && isBodyRejected(error.details.code),
    onRefused: (error, { components }) =>
      logger.error('Discord refused the components of a message, which was sent as text', {
        ...{ platform: PLATFORM, ...(error as PlatformError).details, components: summaryOf(components) },
        ...(id === undefined ? {} : { id }),
      }),
  });

interface AnswerMessage<Result> extends Pick<DrawnMessage<Message, Result>, 'send' | 'logger' | 'id'> {
  readonly answer: Answer;
  draw(answer: Answer, plain: boolean): Message;
}

/** Sends an answer; if Discord rejects its files, sends their text instead, with the reason. */
export async function sendAnswer<Result>({ answer, draw, ...rest }: AnswerMessage<Result>): Promise<Result> {
  const send = (content: Answer): Promise<Result> => sendComponents({ ...rest, draw: (plain) => draw(content, plain) });
  const file = answer.reply.blocks.find((block) => block.type === 'file');
  const message = draw(answer, false);
  if (!file || !message.files) return send(answer);
  try {
    return await rest.send(message);
  } catch (error) {
    if (!isFileRejected(error)) throw error;
    const why = whyUnsent(file, String(error.code), translatorFor(answer.language));
    return send({ ...answer, reply: withFilesAsText(answer.reply, why) });
  }
}

/** Types and lengths only: the log contains no text of an article. */
const summaryOf = (components: readonly APIMessageTopLevelComponent[]): string =>
  components
    .flatMap((component): readonly APIMessageComponent[] =>
      component.type === ComponentType.Container ? component.components : [component],
    )
    .map((component) => `${ComponentType[component.type]} ${JSON.stringify(component).length}`)
    .join(', ');
