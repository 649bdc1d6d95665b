import type { QueueKey } from '#chat/queue/rate-limit';
import type { Requester } from '#core/access/requester';
import type { Answer } from '#core/ports';
import type { Message } from '../render/message.ts';

/** A request from any source: who sent it, and how it is acknowledged and answered. */
export interface UserRequest {
  /** `command`, `button`, `select`, `shortcut`, `mention`, `message`: for the log. */
  readonly source: string;
  /** Identical for the same request received twice. */
  readonly key: string;
  /** The server, or the user outside a server. */
  readonly tenantKey: string;
  /** The user's scope; absent outside channels. */
  readonly scope: Requester['scope'];
  /** The language of the user’s client, if Discord provides it. */
  readonly locale?: string;
  /** The key by which the answer is rate-limited. */
  readonly queueKey: QueueKey;
  /** Which part of a long answer, from 1. */
  readonly part: number;
  /** Whether the answer is private and could be posted to a channel. */
  readonly shareable: boolean;
  /** Acknowledges the request immediately. */
  acknowledge(): Promise<unknown>;
  /** Rejects the request immediately. */
  rejectBusy(message: Message): Promise<unknown>;
  ask(requester: Requester): Answer | Promise<Answer>;
  respond(message: Message): Promise<unknown>;
  /** Reports the error, and leaves an earlier answer unchanged. */
  reportError(message: Message): Promise<unknown>;
  /** Set if the answer is also to be posted to the channel. */
  readonly share?: Share;
}

export interface Share {
  /** Identical for two presses of one button. */
  readonly key: string;
  readonly queueKey: QueueKey;
  readonly userId: string;
  /** Whether the user may post in the channel. A user who may not post there may not post through the app either. */
  readonly isAllowed: boolean;
  /** @returns whether everyone in the channel sees it: Discord may show it to the user alone. */
  post(message: Message): Promise<boolean>;
}
