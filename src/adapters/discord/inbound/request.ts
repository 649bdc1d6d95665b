import type { QueueKey } from '#chat/queue/rate-limit';
import type { Requester } from '#core/access/requester';
import type { Answer } from '#core/ports';
import type { Message } from '../render/message.ts';

/** One question as it came, whichever way: who asks, and how it is acknowledged and answered. */
export interface UserRequest {
  /** `command`, `button`, `select`, `shortcut`, `mention`, `message`: for the log. */
  readonly source: string;
  /** The same for the same question sent twice. */
  readonly key: string;
  /** The server, or the person where there is none. */
  readonly tenantKey: string;
  /** The user's scope; absent outside channels. */
  readonly scope: Requester['scope'];
  /** The language of the user’s client, if Discord provides it. */
  readonly locale?: string;
  /** Where the answer goes, as far as limits are counted. */
  readonly queueKey: QueueKey;
  /** Which part of a long answer, from 1. */
  readonly part: number;
  /** Whether the answer goes to the asker alone and could be posted to a channel. */
  readonly shareable: boolean;
  /** Says at once that the question has come. */
  acknowledge(): Promise<unknown>;
  /** Says at once that it is not taken. */
  rejectBusy(message: Message): Promise<unknown>;
  ask(requester: Requester): Answer | Promise<Answer>;
  respond(message: Message): Promise<unknown>;
  /** Reports the error, and leaves an earlier answer unchanged. */
  reportError(message: Message): Promise<unknown>;
  /** Where the answer is to be posted to the channel, too. */
  readonly share?: Share;
}

export interface Share {
  /** The same for two presses of one button. */
  readonly key: string;
  readonly queueKey: QueueKey;
  readonly userId: string;
  /** Whether the user may post in the channel. A user who may not post there may not post through the app either. */
  readonly isAllowed: boolean;
  /** @returns whether everyone in the channel sees it: Discord may show it to the user alone. */
  post(message: Message): Promise<boolean>;
}
