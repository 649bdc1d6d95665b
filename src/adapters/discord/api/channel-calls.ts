import { type APIChannel, type APIMessage, type REST, Routes } from 'discord.js';
import { BusyError, type Outgoing } from '#chat/queue/request-queue';
import { THREAD } from '../limits.ts';
import type { Message } from '../render/message.ts';
import { Attempt, NotNow } from './delivery-errors.ts';
import { MESSAGE_METHOD } from './queue.ts';

/** Milliseconds after which a call that is on its way is given up, and nobody knows what became of it. */
const GIVEN_UP = 20_000;
const givenUp = (): AbortSignal => AbortSignal.timeout(GIVEN_UP);

/** Everything about a message that makes it one and the same however often it is sent. */
export interface Letter extends Message {
  readonly nonce: string;
  readonly message_reference?: { readonly message_id: string; readonly fail_if_not_exists: false };
}

export interface CallsNeeds {
  /** A client that tries nothing again by itself, and waits for nothing. */
  readonly rest: REST;
  readonly outbox: Outgoing;
  /** Whether Discord is connected. */
  readonly isOpen: () => boolean;
}

/**
 * The calls that posts take, each in its turn. Every attempt is made here and known: none is hidden in a client that tries
 * again by itself. All of them throw an Attempt where they fail.
 */
export class Calls {
  readonly #rest: REST;
  readonly #outbox: Outgoing;
  readonly #isOpen: () => boolean;

  constructor({ rest, outbox, isOpen }: CallsNeeds) {
    this.#rest = rest;
    this.#outbox = outbox;
    this.#isOpen = isOpen;
  }

  /**
   * Sends a message; sent again while Discord remembers its nonce, that is a few minutes, it is the same message.
   *
   * @throws Attempt, in doubt where any attempt was that no later one has settled.
   */
  async send(channel: string, letter: Letter, mayGo: () => Promise<boolean>): Promise<string> {
    const body = { ...letter, enforce_nonce: true };
    let doubt: Attempt | undefined;
    const attempt = async (): Promise<APIMessage> => {
      if (!(await mayGo())) throw new NotNow();
      try {
        return (await this.#rest.post(Routes.channelMessages(channel), { body, signal: givenUp() })) as APIMessage;
      } catch (error) {
        const failed = new Attempt(error);
        if (failed.ending.kind === 'unsure') doubt = failed;
        throw failed;
      }
    };
    try {
      return (await this.#turn(channel, attempt)).id;
    } catch (error) {
      throw doubt ?? error;
    }
  }

  /** Makes the thread of a message. */
  async makeThread(channel: string, message: string, name: string): Promise<void> {
    const body = { name, auto_archive_duration: THREAD.open };
    await this.#turn(channel, () => this.#rest.post(Routes.threads(channel, message), { body, signal: givenUp() }));
  }

  /** A page of messages, the newest first; `before`: those older than that one. */
  async page(channel: string, most: number, before: string | undefined): Promise<readonly APIMessage[]> {
    const query = new URLSearchParams({ limit: String(most), ...(before === undefined ? {} : { before }) });
    const path = Routes.channelMessages(channel);
    return this.#turn(
      `read ${channel}`,
      () => this.#rest.get(path, { query, signal: givenUp() }) as Promise<APIMessage[]>,
    );
  }

  /** The conversation with one person. */
  async conversation(person: string): Promise<string> {
    const body = { recipient_id: person };
    const { id } = await this.#turn(
      `to ${person}`,
      () => this.#rest.post(Routes.userChannels(), { body, signal: givenUp() }) as Promise<APIChannel>,
    );
    return id;
  }

  /** @param way one of its own for all that Discord holds up together: whatever waits there keeps nothing else waiting. */
  async #turn<T>(way: string, call: () => Promise<T>): Promise<T> {
    const lane = { workspace: '', channel: way, method: MESSAGE_METHOD };
    if (!this.#isOpen()) throw new Attempt(new BusyError('Discord is not connected.'));
    return this.#outbox.send(lane, 'post', () => call().catch(failed)).catch(failed);
  }
}

function failed(error: unknown): never {
  throw error instanceof Attempt ? error : new Attempt(error);
}
