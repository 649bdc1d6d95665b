import { RESTJSONErrorCodes as Code } from 'discord.js';
import { LRUCache } from 'lru-cache';
import type { FailedDelivery } from '#chat/failed-delivery';
import type { Reply } from '#core/reply';
import { sanitize } from '#text/sanitize';
import { truncate } from '#text/truncate';
import type { ChannelCalls } from '../api/channel-calls.ts';
import { PostError } from '../api/delivery-errors.ts';
import { THREAD } from '../limits.ts';

/** Where the details of a post go: into its thread, or below it as a reply if it cannot have one. */
export interface PostTarget {
  readonly channel: string;
  readonly replyTo?: string;
}

/** The name of a thread whose post was sent by an earlier process. */
const DEFAULT_NAME = 'Details';

/** More than the number of concurrent posts. */
const MAX_CACHED = 2_000;

/** If a thread cannot be created for any other reason, the details are posted in the channel instead. */
const FINAL_CODES: ReadonlySet<unknown> = new Set([Code.UnknownChannel, Code.UnknownGuild, Code.UnknownMessage]);

/**
 * The threads of posts, created from their message when the first details are posted. A thread that is no longer cached
 * is found by trying to create it again.
 */
export class Threads {
  readonly #calls: ChannelCalls;
  readonly #names = new LRUCache<string, string>({ max: MAX_CACHED });
  readonly #places = new LRUCache<string, PostTarget>({ max: MAX_CACHED });

  constructor(calls: ChannelCalls) {
    this.#calls = calls;
  }

  /** Stores the name for the thread of a post. */
  name(message: string, { blocks }: Reply): void {
    const heading = blocks.find((block) => block.type === 'heading');
    if (heading) this.#names.set(message, truncate(sanitize(heading.text).trim(), THREAD.name) || DEFAULT_NAME);
  }

  /** @throws PostError if the thread is not known yet, or the post is gone. */
  async targetFor(message: string, channel: string): Promise<PostTarget> {
    const known = this.#places.get(message) ?? (await this.#make(message, channel));
    this.#places.set(message, known);
    return known;
  }

  /** Removes a thread that no longer exists from the cache. */
  forget(message: string): void {
    this.#places.delete(message);
  }

  async #make(message: string, channel: string): Promise<PostTarget> {
    try {
      await this.#calls.makeThread(channel, message, this.#names.get(message) ?? DEFAULT_NAME);
    } catch (error) {
      if (!(error instanceof PostError)) throw error;
      if (error.apiError.code === Code.ThreadAlreadyCreatedForMessage) return { channel: message };
      if (!isFinal(error.delivery) || FINAL_CODES.has(error.apiError.code)) throw asUnsent(error);
      return { channel, replyTo: message };
    }
    // A thread has the same ID as its message.
    return { channel: message };
  }
}

/** Even if the outcome of creating the thread is unknown, the message itself was not sent. */
function asUnsent(error: PostError): PostError {
  const { delivery } = error;
  return delivery.kind === 'unknown'
    ? new PostError(error.apiError, { ...delivery, kind: 'retry', retryAfterMs: 0 })
    : error;
}

/** Whether Discord has rejected the call permanently. */
const isFinal = ({ kind }: FailedDelivery): boolean => kind === 'channelUnavailable' || kind === 'rejected';
