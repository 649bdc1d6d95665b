import { errorKind } from '#chat/platform-error';
import { sendOrAsText } from '#chat/text-fallback';
import type { Logger } from '#core/ports';
import type { Message } from '../render/message.ts';
import { PLATFORM } from '../tenant.ts';
import type { SlackApiError } from './errors.ts';

interface BlockMessage<Result> {
  /** Draws the message, as text alone if `plain` is set. */
  draw(plain: boolean): Message;
  send(message: Message): Promise<Result>;
  readonly logger: Logger;
  /** The ID of the request, for the log. */
  readonly id?: string;
}

/** Sends a message; if Slack refuses its blocks, sends it once more as text, and logs which blocks were refused. */
export const sendBlocks = <Result>({ draw, send, logger, id }: BlockMessage<Result>): Promise<Result> =>
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
