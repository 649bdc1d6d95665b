import { errorKind } from '#chat/platform-error';
import { type DrawnMessage, sendOrAsText } from '#chat/text-fallback';
import type { Message } from '../render/message.ts';
import { PLATFORM } from '../tenant.ts';
import type { SlackApiError } from './errors.ts';

/** Sends a message; if Slack refuses its blocks, sends it once more as text, and logs which blocks were refused. */
export const sendBlocks = <Result>({ draw, send, logger, id }: DrawnMessage<Message, Result>): Promise<Result> =>
  sendOrAsText({
    draw,
    send,
    isRefused: (error) => errorKind(error) === 'invalidPayload',
    onRefused: (error, { blocks }) =>
      logger.error('Slack refused the blocks of a message, which was sent as text', {
        ...{ platform: PLATFORM, ...(error as SlackApiError).details, blocks: summaryOf(blocks) },
        ...(id === undefined ? {} : { id }),
      }),
  });

/** Types and lengths only: the log contains no text of an article. */
const summaryOf = (blocks: Message['blocks']): string =>
  blocks.map((block) => `${block.type} ${JSON.stringify(block).length}`).join(', ');
