import type { Logger } from '#core/ports';

/** A message of a platform, which can be drawn as plain text as well. */
export interface DrawnMessage<Message, Result> {
  /** Draws the message, as plain text if `plain` is set. */
  draw(plain: boolean): Message;
  send(message: Message): Promise<Result>;
  readonly logger: Logger;
  /** The ID of the request, for the log. */
  readonly id?: string;
}

interface FallbackMessage<Message, Result> extends Pick<DrawnMessage<Message, Result>, 'draw' | 'send'> {
  /** Whether the platform refused what the message consists of, so that plain text may be accepted. */
  isRefused(error: unknown): boolean;
  /** Logs what was refused. */
  onRefused(error: unknown, message: Message): void;
}

/** Sends a message; if the platform refuses what it consists of, sends it once more as plain text. */
export async function sendOrAsText<Message, Result>({
  draw,
  send,
  isRefused,
  onRefused,
}: FallbackMessage<Message, Result>): Promise<Result> {
  const message = draw(false);
  try {
    return await send(message);
  } catch (error) {
    if (!isRefused(error)) throw error;
    onRefused(error, message);
    return send(draw(true));
  }
}
