import { type APIChannel, type APIMessage, type REST, Routes } from 'discord.js';
import { OverloadedError, type RequestQueue } from '#chat/queue/request-queue';
import { message } from '#core/messages/index';
import { THREAD } from '../limits.ts';
import type { Message } from '../render/message.ts';
import { PLATFORM } from '../tenant.ts';
import { LeaseLostError, PostError } from './delivery-errors.ts';
import { requestOf } from './interaction-responses.ts';
import { MESSAGE_METHOD } from './queue.ts';

/** The timeout of a call in milliseconds. The outcome of an aborted call is unknown. */
const TIMEOUT_MS = 20_000;
const timeoutSignal = (): AbortSignal => AbortSignal.timeout(TIMEOUT_MS);

/** A message with the data that keeps it unique across retries. */
export interface OutgoingMessage extends Message {
  readonly nonce: string;
  readonly message_reference?: { readonly message_id: string; readonly fail_if_not_exists: false };
}

export interface ChannelCallsDeps {
  /** A client without automatic retries or waiting. */
  readonly rest: REST;
  readonly queue: RequestQueue;
  /** Whether Discord is connected. */
  readonly isOpen: () => boolean;
}

/**
 * The API calls of the publisher, sent through the queue. Each attempt is made here, so its outcome is known: the
 * client retries nothing internally. All methods throw a PostError if they fail.
 */
export class ChannelCalls {
  readonly #rest: REST;
  readonly #queue: RequestQueue;
  readonly #isOpen: () => boolean;

  constructor({ rest, queue, isOpen }: ChannelCallsDeps) {
    this.#rest = rest;
    this.#queue = queue;
    this.#isOpen = isOpen;
  }

  /**
   * Sends a message. Idempotent while Discord remembers the nonce, that is, for a few minutes.
   *
   * @throws PostError, with an unknown outcome if any attempt had one and no later attempt succeeded.
   */
  async send(channel: string, message: OutgoingMessage, stillOwned: () => Promise<boolean>): Promise<string> {
    const request = requestOf({ ...message, enforce_nonce: true });
    let unknown: PostError | undefined;
    const attempt = async (): Promise<APIMessage> => {
      if (!(await stillOwned())) throw new LeaseLostError();
      try {
        return (await this.#rest.post(Routes.channelMessages(channel), {
          ...request,
          signal: timeoutSignal(),
        })) as APIMessage;
      } catch (error) {
        const failed = new PostError(error);
        if (failed.delivery.kind === 'unknown') unknown = failed;
        throw failed;
      }
    };
    try {
      return (await this.#turn(channel, attempt)).id;
    } catch (error) {
      throw unknown ?? error;
    }
  }

  /** Creates the thread of a message. */
  async makeThread(channel: string, message: string, name: string): Promise<void> {
    const body = { name, auto_archive_duration: THREAD.open };
    await this.#turn(channel, () =>
      this.#rest.post(Routes.threads(channel, message), { body, signal: timeoutSignal() }),
    );
  }

  /** Returns a page of messages, newest first. `before`: only messages older than this ID. */
  async page(channel: string, limit: number, before: string | undefined): Promise<readonly APIMessage[]> {
    const query = new URLSearchParams({ limit: String(limit), ...(before === undefined ? {} : { before }) });
    const path = Routes.channelMessages(channel);
    return this.#turn(
      `read ${channel}`,
      () => this.#rest.get(path, { query, signal: timeoutSignal() }) as Promise<APIMessage[]>,
    );
  }

  /** Returns the ID of the direct message channel with a user. */
  async conversation(person: string): Promise<string> {
    const body = { recipient_id: person };
    const { id } = await this.#turn(
      `to ${person}`,
      () => this.#rest.post(Routes.userChannels(), { body, signal: timeoutSignal() }) as Promise<APIChannel>,
    );
    return id;
  }

  /** @param channelKey one key per Discord rate limit, so that a call delayed by one limit delays no others. */
  async #turn<T>(channelKey: string, call: () => Promise<T>): Promise<T> {
    const queueKey = { workspace: '', channel: channelKey, method: MESSAGE_METHOD };
    if (!this.#isOpen())
      throw new PostError(new OverloadedError(message('delivery.notConnected', { platform: PLATFORM })));
    return this.#queue.send(queueKey, 'post', () => call().catch(throwPostError)).catch(throwPostError);
  }
}

function throwPostError(error: unknown): never {
  throw error instanceof PostError ? error : new PostError(error);
}
