import type { Client } from 'discord.js';
import type { FailedDelivery } from '#chat/failed-delivery';
import { whyUnsent, withFilesAsText } from '#chat/file-blocks';
import { message, type Text, translatorFor } from '#core/messages/index';
import type { AdapterHost } from '#core/platform';
import type { Delivery, LookupResult, OutgoingPost, PostKey, Publisher, Target } from '#core/publisher';
import type { Reply } from '#core/reply';
import type { Tenant } from '#core/storage/store';
import { ChannelCalls, type ChannelCallsDeps, type OutgoingMessage } from '../api/channel-calls.ts';
import { PostError } from '../api/delivery-errors.ts';
import { DiscordApiError, isFileRejected } from '../api/errors.ts';
import { sendComponents } from '../api/refused-components.ts';
import { channelPost, notice } from '../render/answers.ts';
import type { Message } from '../render/message.ts';
import { isSnowflake } from '../snowflake.ts';
import { PLATFORM } from '../tenant.ts';
import type { ChannelAccess } from './can-post.ts';
import { findPost, type PostQuery } from './find-post.ts';
import { type PostTarget, Threads } from './threads.ts';

export interface PublisherDeps extends ChannelCallsDeps {
  readonly host: Pick<AdapterHost, 'commands' | 'logger' | 'newId'>;
  readonly client: Client;
  readonly channels: ChannelAccess;
  /** Called if the bot's token is no longer valid. */
  readonly onRevoked: () => void;
}

/**
 * Posts for schedules. A message carries its key twice: as its nonce, by which Discord prevents duplicates for a few
 * minutes, and in its buttons' tokens, by which it is found at any later time. A call whose response was lost is
 * retried immediately with the same nonce; `find` only reads, and never posts.
 */
export class DiscordPublisher implements Publisher {
  readonly #needs: PublisherDeps;
  readonly #calls: ChannelCalls;
  readonly #channels: ChannelAccess;
  readonly #threads: Threads;

  constructor(needs: PublisherDeps) {
    this.#needs = needs;
    this.#calls = new ChannelCalls(needs);
    this.#channels = needs.channels;
    this.#threads = new Threads(this.#calls);
  }

  async post(outgoing: OutgoingPost): Promise<Delivery> {
    const { target, threadParent, reply, idempotencyKey, stillOwned } = outgoing;
    try {
      const place = threadParent === undefined ? target : await this.#threads.targetFor(threadParent, target.channel);
      const message = await this.#send(outgoing, (post) =>
        this.#calls.send(place.channel, toOutgoingMessage(post, idempotencyKey, place), stillOwned),
      );
      if (threadParent === undefined) this.#threads.name(message, reply);
      return { kind: 'sent', message };
    } catch (error) {
      const ending = this.#ending(error);
      if (ending.kind === 'channelUnavailable' && threadParent !== undefined) this.#threads.forget(threadParent);
      return ending;
    }
  }

  /** Sends a post; without its files if Discord rejects them, and as plain text if it rejects the components. */
  async #send(outgoing: OutgoingPost, send: (post: Message) => Promise<string>): Promise<string> {
    const { commands, logger } = this.#needs.host;
    const sendAsDrawn = (post: OutgoingPost): Promise<string> =>
      sendComponents({ logger, draw: (plain) => channelPost(post, commands, plain), send });
    if (!outgoing.reply.blocks.some(({ type }) => type === 'file')) return sendAsDrawn(outgoing);
    try {
      return await send(channelPost(outgoing, commands));
    } catch (error) {
      const inWords = withoutRejectedFiles(outgoing, error);
      if (!inWords) throw error;
      this.#log('Discord rejected the picture of a post', error);
      return sendAsDrawn(inWords);
    }
  }

  async find({ target, idempotencyKey, threadParent }: PostKey, windowMs: number): Promise<LookupResult> {
    const { client } = this.#needs;
    const wanted: PostQuery = {
      channel: target.channel,
      mark: idempotencyKey,
      ...(threadParent === undefined ? {} : { threadParent }),
    };
    return findPost(wanted, windowMs, {
      calls: this.#calls,
      channels: this.#channels,
      self: () => client.user?.id ?? '',
    });
  }

  async whyCannotPost(target: Target): Promise<Text | undefined> {
    if (!this.#needs.isOpen()) return message('channel.notConnected', { platform: PLATFORM });
    try {
      return await this.#channels.whyCannotPost(target);
    } catch (error) {
      this.#log('a channel could not be read', error);
      return message('channel.untold', { platform: PLATFORM });
    }
  }

  async notify(_: Tenant, person: string, reply: Reply): Promise<void> {
    try {
      if (!isSnowflake(person)) throw new Error('there is no such user');
      const channel = await this.#calls.conversation(person);
      await this.#calls.send(channel, { ...notice(reply), nonce: this.#needs.host.newId() }, async () => true);
    } catch (error) {
      this.#log('could not notify the user', error);
    }
  }

  #ending(error: unknown): FailedDelivery {
    if (!(error instanceof PostError)) {
      this.#log('a post could not be rendered', error);
      return { kind: 'rejected', reason: message('delivery.failed') };
    }
    const { delivery, apiError } = error;
    if (apiError.status === 401) this.#needs.onRevoked();
    if (delivery.kind === 'rejected') this.#log('Discord rejected a post', apiError);
    return delivery;
  }

  #log(what: string, error: unknown): void {
    const refusal = error instanceof PostError ? error.apiError : new DiscordApiError(error);
    this.#needs.host.logger.error(what, { platform: PLATFORM, ...refusal.details });
  }
}

/** The post with text in place of its files, if Discord rejected it because of them: it was not sent then. */
function withoutRejectedFiles(post: OutgoingPost, error: unknown): OutgoingPost | undefined {
  const file = post.reply.blocks.find((block) => block.type === 'file');
  if (!file || !(error instanceof PostError) || !isFileRejected(error.apiError)) return undefined;
  const why = whyUnsent(file, String(error.apiError.code), translatorFor(post.language));
  return { ...post, reply: withFilesAsText(post.reply, why) };
}

const toOutgoingMessage = (post: Message, nonce: string, { replyTo }: PostTarget): OutgoingMessage => ({
  ...post,
  nonce,
  ...(replyTo === undefined ? {} : { message_reference: { message_id: replyTo, fail_if_not_exists: false } }),
});
