import { RESTJSONErrorCodes as Code } from 'discord.js';
import { remember } from '#chat/remember';
import type { Reply } from '#core/reply';
import { clip } from '#text/clip';
import { plain } from '#text/sanitize';
import type { Calls } from '../api/channel-calls.ts';
import { Attempt, type Ending } from '../api/delivery-errors.ts';
import { THREAD } from '../limits.ts';

/** Where the detail of a post goes: into its thread, or beneath it as a reply where there can be none. */
export interface Place {
  readonly channel: string;
  readonly replyTo?: string;
}

/** What a thread is called whose post was sent by an earlier process. */
const UNNAMED = 'Details';

/** More than are posted to at once. */
const REMEMBERED = 2_000;

/** Whatever else keeps a thread from being made is no reason to keep the detail back. */
const FINAL: ReadonlySet<unknown> = new Set([Code.UnknownChannel, Code.UnknownGuild, Code.UnknownMessage]);

/**
 * The threads of posts: made with the first message that goes in, from the message that they belong to. One that is
 * forgotten is found again by asking for it.
 */
export class Threads {
  readonly #calls: Calls;
  readonly #names = new Map<string, string>();
  readonly #places = new Map<string, Place>();

  constructor(calls: Calls) {
    this.#calls = calls;
  }

  /** Remembers what the thread of a post would be called. */
  name(message: string, { blocks }: Reply): void {
    const heading = blocks.find((block) => block.type === 'heading');
    if (heading) remember(this.#names, message, clip(plain(heading.text).trim(), THREAD.name) || UNNAMED, REMEMBERED);
  }

  /** @throws Attempt where nothing can be said yet, or the post is gone. */
  async placeOf(message: string, channel: string): Promise<Place> {
    const known = this.#places.get(message) ?? (await this.#make(message, channel));
    remember(this.#places, message, known, REMEMBERED);
    return known;
  }

  /** The thread is not where it was. */
  forget(message: string): void {
    this.#places.delete(message);
  }

  async #make(message: string, channel: string): Promise<Place> {
    try {
      await this.#calls.makeThread(channel, message, this.#names.get(message) ?? UNNAMED);
    } catch (error) {
      if (!(error instanceof Attempt)) throw error;
      if (error.refusal.code === Code.ThreadAlreadyCreatedForMessage) return { channel: message };
      if (!isAnswer(error.ending) || FINAL.has(error.refusal.code)) throw unsent(error);
      return { channel, replyTo: message };
    }
    // The thread of a message has the message’s own id.
    return { channel: message };
  }
}

/** Whatever became of the thread, the message itself has not been sent. */
function unsent(error: Attempt): Attempt {
  const { ending } = error;
  return ending.kind === 'unsure' ? new Attempt(error.refusal, { ...ending, kind: 'later', after: 0 }) : error;
}

/** Whether Discord has answered, and will not answer otherwise in a moment. */
const isAnswer = ({ kind }: Ending): boolean => kind === 'closed' || kind === 'refused';
