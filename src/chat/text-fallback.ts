/** A message that can be drawn as plain text as well. */
export interface FallbackMessage<Message, Result> {
  draw(plain: boolean): Message;
  send(message: Message): Promise<Result>;
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
