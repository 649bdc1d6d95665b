import type { Client } from 'discord.js';
import type { House } from '#core/platform';
import type { Delivery, Parcel, Poster, Target, Trace } from '#core/publisher';
import type { Reply } from '#core/reply';
import type { Tenant } from '#core/store';
import { Calls, type CallsNeeds, type Letter } from '../api/channel-calls.ts';
import { Attempt, type Ending } from '../api/delivery-errors.ts';
import { Refusal } from '../api/errors.ts';
import { note, postedLetter } from '../render/answers.ts';
import type { Message } from '../render/message.ts';
import { isSnowflake } from '../snowflake.ts';
import type { Channels } from './can-post.ts';
import { findMessage, type Wanted } from './find-post.ts';
import { type Place, Threads } from './threads.ts';

export interface PosterNeeds extends CallsNeeds {
  readonly house: Pick<House, 'commands' | 'logger' | 'newId'>;
  readonly client: Client;
  readonly channels: Channels;
  /** Discord no longer knows the bot. */
  readonly onRevoked: () => void;
}

/**
 * Posts for schedules. A message is known by its mark twice: as its nonce, by which Discord keeps it from being made twice
 * for a few minutes, and in the tokens of its buttons, by which it is found again after any time. An answer that got lost is
 * asked for again at once, under the nonce; `find` reads back, and never posts.
 */
export class DiscordPoster implements Poster {
  readonly #needs: PosterNeeds;
  readonly #calls: Calls;
  readonly #channels: Channels;
  readonly #threads: Threads;

  constructor(needs: PosterNeeds) {
    this.#needs = needs;
    this.#calls = new Calls(needs);
    this.#channels = needs.channels;
    this.#threads = new Threads(this.#calls);
  }

  async post(parcel: Parcel): Promise<Delivery> {
    const { target, under, reply, mark, mayGo } = parcel;
    try {
      const place = under === undefined ? target : await this.#threads.placeOf(under, target.channel);
      const letter = postedLetter(reply, mark, this.#needs.house.commands);
      const message = await this.#calls.send(place.channel, addressed(letter, mark, place), mayGo);
      if (under === undefined) this.#threads.name(message, reply);
      return { kind: 'sent', message };
    } catch (error) {
      const ending = this.#ending(error);
      if (ending.kind === 'closed' && under !== undefined) this.#threads.forget(under);
      return ending;
    }
  }

  async find({ target, mark, under }: Omit<Parcel, 'reply' | 'mayGo'>, since: number): Promise<Trace> {
    const { client } = this.#needs;
    const wanted: Wanted = { channel: target.channel, mark, ...(under === undefined ? {} : { under }) };
    return findMessage(wanted, since, {
      calls: this.#calls,
      channels: this.#channels,
      self: () => client.user?.id ?? '',
    });
  }

  async obstacle(target: Target): Promise<string | undefined> {
    if (!this.#needs.isOpen()) return 'Discord is not connected at present: try again in a minute.';
    try {
      return await this.#channels.obstacle(target);
    } catch (error) {
      this.#log('a channel could not be looked at', error);
      return 'Discord does not tell about this channel at present: try again in a minute.';
    }
  }

  async tell(_: Tenant, person: string, reply: Reply): Promise<void> {
    try {
      if (!isSnowflake(person)) throw new Error('there is no such person');
      const channel = await this.#calls.conversation(person);
      await this.#calls.send(channel, { ...note(reply), nonce: this.#needs.house.newId() }, async () => true);
    } catch (error) {
      this.#log('somebody could not be told', error);
    }
  }

  #ending(error: unknown): Ending {
    if (!(error instanceof Attempt)) {
      this.#log('a post could not be drawn', error);
      return { kind: 'refused', reason: 'An error inside: the log says more.' };
    }
    const { ending, refusal } = error;
    if (refusal.status === 401) this.#needs.onRevoked();
    if (ending.kind === 'refused') this.#log('Discord did not take a post', refusal);
    return ending;
  }

  #log(what: string, error: unknown): void {
    const refusal = error instanceof Attempt ? error.refusal : new Refusal(error);
    this.#needs.house.logger.error(what, { platform: 'Discord', ...refusal.facts });
  }
}

const addressed = (letter: Message, nonce: string, { replyTo }: Place): Letter => ({
  ...letter,
  nonce,
  ...(replyTo === undefined ? {} : { message_reference: { message_id: replyTo, fail_if_not_exists: false } }),
});
