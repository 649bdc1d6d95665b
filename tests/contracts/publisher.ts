import { afterEach, describe, expect, test } from 'vitest';
import type { OutgoingPost, Publisher, Target } from '#core/publisher';
import type { Block, Reply } from '#core/reply';
import { PNG } from '../support/pictures.ts';

/** A window that includes all messages. */
export const EVERYTHING = Number.MAX_SAFE_INTEGER;

/** A message in a channel or a thread. */
export interface Seen {
  readonly id: string;
  readonly text: string;
  /** The parent message, if it is in a thread. */
  readonly under?: string;
}

/** A publisher connected to a loopback platform, and functions that cause failures. */
export interface Scene {
  readonly publisher: () => Publisher;
  /** A channel in which it may post. */
  readonly target: Target;
  /** A channel that is not of that workspace. */
  readonly foreign: Target;
  /** A user who can be notified. */
  readonly person: string;
  /** All messages in the target's channel and its threads, oldest first. */
  seen(): readonly Seen[];
  /** All messages to the user. */
  notices(): readonly string[];
  /** The publisher after a restart, without its in-memory state. */
  restart(): Promise<void>;
  /** The next messages arrive, but their responses are lost. */
  loseAnswers(times: number): void;
  /** Delays the next message by some milliseconds. */
  holdUp(milliseconds: number): void;
  /** Closes the channel to the publisher. */
  close(): Promise<void>;
  /** Revokes the publisher's permission to read the channel. */
  hide(): Promise<void>;
  /** The platform takes no file of the next message. */
  refuseFiles(): void;
  /** So much time goes by that the platform itself no longer knows what it was sent twice. */
  forget(): void;
  /** Ends everything. @returns what the platform would have refused. */
  end(): Promise<readonly string[]>;
}

const said = (text: string, ...more: readonly Block[]): Reply => ({
  visibility: 'channel',
  blocks: [{ type: 'heading', text, level: 1 }, { type: 'paragraph', text: ['It rained.'] }, ...more],
});

const BUTTON: Block = { type: 'actions', actions: [{ label: 'Articles', command: 'articles', options: {} }] };

const PICTURE: Block = { type: 'file', name: 'field.png', mediaType: 'image/png', content: PNG, alt: 'A wet field' };

/** The contract of all publishers. */
export function posterContract(name: string, open: () => Promise<Scene>): void {
  let scene: Scene | undefined;
  const begin = async (): Promise<Scene> => {
    scene = await open();
    return scene;
  };
  afterEach(async () => {
    const faults = await scene?.end();
    scene = undefined;
    expect(faults ?? []).toEqual([]);
  });

  const outgoingPost = ({ target }: Scene, idempotencyKey: string, more: Partial<OutgoingPost> = {}): OutgoingPost => ({
    target,
    idempotencyKey,
    reply: said(`Morning ${idempotencyKey}`, BUTTON),
    stillOwned: async () => true,
    ...more,
  });
  const sent = async (here: Scene, post: OutgoingPost): Promise<string> => {
    const delivery = await here.publisher().post(post);
    if (delivery.kind !== 'sent') throw new Error(`It is ${delivery.kind}: ${delivery.reason}`);
    return delivery.message;
  };

  describe(`${name} posts`, () => {
    test('to the channel, once, and returns the message’s id', async () => {
      const here = await begin();
      const message = await sent(here, outgoingPost(here, 's1a00'));
      expect(here.seen()).toMatchObject([{ id: message, text: expect.stringContaining('Morning s1a00') }]);
      expect(here.seen()[0]).not.toHaveProperty('under');
    });

    test('the detail below its message', async () => {
      const here = await begin();
      const threadParent = await sent(here, outgoingPost(here, 's1a00'));
      const first = await sent(here, outgoingPost(here, 's1a01', { threadParent }));
      await here.restart();
      const second = await sent(here, outgoingPost(here, 's1a02', { threadParent }));
      expect(here.seen().slice(1)).toMatchObject([
        { id: first, under: threadParent },
        { id: second, under: threadParent },
      ]);
    });

    test('nothing once it may no longer be sent', async () => {
      const here = await begin();
      const delivery = await here.publisher().post(outgoingPost(here, 's1a00', { stillOwned: async () => false }));
      expect(delivery.kind).toBe('retry');
      expect(here.seen()).toEqual([]);
    });

    test('after checking the lease, before each attempt', async () => {
      const here = await begin();
      here.holdUp(20);
      let asked = 0;
      const delivery = await here
        .publisher()
        .post(outgoingPost(here, 's1a00', { stillOwned: async () => asked++ === 0 }));
      expect(delivery.kind).toBe('retry');
      expect(here.seen()).toEqual([]);
    });

    test('a message without actions', async () => {
      const here = await begin();
      const message = await sent(here, outgoingPost(here, 's1a00', { reply: said('Only words') }));
      await here.restart();
      here.forget();
      const { target } = here;
      expect(await here.publisher().find({ target, idempotencyKey: 's1a00' }, EVERYTHING)).toEqual({
        kind: 'found',
        message,
      });
    });
  });

  describe(`a picture that ${name} posts`, () => {
    const pictured = (here: Scene) => outgoingPost(here, 's1a00', { reply: said('Morning s1a00', PICTURE, BUTTON) });

    test('arrives with the text and its description, once, and is found again', async () => {
      const here = await begin();
      const { target } = here;
      const message = await sent(here, pictured(here));
      expect(here.seen()).toMatchObject([{ id: message, text: expect.stringMatching(/Morning s1a00.*A wet field/s) }]);
      expect(here.seen()[0]?.text).not.toContain('could not be sent');
      await here.restart();
      here.forget();
      expect(await here.publisher().find({ target, idempotencyKey: 's1a00' }, EVERYTHING)).toEqual({
        kind: 'found',
        message,
      });
    });

    test('is replaced by text if the platform rejects the file, and the text arrives once', async () => {
      const here = await begin();
      here.refuseFiles();
      const message = await sent(here, pictured(here));
      const [only, ...others] = here.seen();
      expect(others).toEqual([]);
      expect(only?.id).toBe(message);
      for (const words of ['Morning s1a00', 'field.png could not be sent', 'A wet field'])
        expect(only?.text).toContain(words);
    });

    test.each([1, 50])('is posted once if %i responses are lost', async (times) => {
      const here = await begin();
      here.loseAnswers(times);
      const delivery = await here.publisher().post(pictured(here));
      expect(['sent', 'unknown']).toContain(delivery.kind);
      expect(here.seen()).toHaveLength(1);
    });

    test('is not sent once the post may no longer be sent', async () => {
      const here = await begin();
      const delivery = await here.publisher().post({ ...pictured(here), stillOwned: async () => false });
      expect(delivery.kind).toBe('retry');
      expect(here.seen()).toEqual([]);
    });
  });

  describe(`${name} finds`, () => {
    test('a message of an earlier process, and nothing else', async () => {
      const here = await begin();
      const { target } = here;
      await sent(here, outgoingPost(here, 's1a00'));
      const message = await sent(here, outgoingPost(here, 's1b00'));
      await here.restart();
      here.forget();
      expect(await here.publisher().find({ target, idempotencyKey: 's1b00' }, EVERYTHING)).toEqual({
        kind: 'found',
        message,
      });
      expect(await here.publisher().find({ target, idempotencyKey: 's1c00' }, EVERYTHING)).toEqual({ kind: 'absent' });
    });

    test('a message below another, there and nowhere else', async () => {
      const here = await begin();
      const { target } = here;
      const threadParent = await sent(here, outgoingPost(here, 's1a00'));
      expect(await here.publisher().find({ target, idempotencyKey: 's1a01', threadParent }, EVERYTHING)).toEqual({
        kind: 'absent',
      });
      const message = await sent(here, outgoingPost(here, 's1a01', { threadParent }));
      await here.restart();
      here.forget();
      expect(await here.publisher().find({ target, idempotencyKey: 's1a01', threadParent }, EVERYTHING)).toEqual({
        kind: 'found',
        message,
      });
    });

    test('nothing without permission to read, and says why', async () => {
      const here = await begin();
      await sent(here, outgoingPost(here, 's1a00'));
      await here.hide();
      const trace = await here.publisher().find({ target: here.target, idempotencyKey: 's1a00' }, EVERYTHING);
      expect(trace).toEqual({ kind: 'hidden', reason: expect.stringMatching(/\.$/) });
    });
  });

  describe(`when responses get lost, ${name}`, () => {
    test.each([1, 50])('posts nothing twice: %i', async (times) => {
      const here = await begin();
      const { target } = here;
      here.loseAnswers(times);
      const delivery = await here.publisher().post(outgoingPost(here, 's1a00'));
      expect(['sent', 'unknown']).toContain(delivery.kind);
      const [only, ...others] = here.seen();
      expect(others).toEqual([]);
      await here.restart();
      here.forget();
      expect(await here.publisher().find({ target, idempotencyKey: 's1a00' }, EVERYTHING)).toEqual({
        kind: 'found',
        message: only?.id,
      });
    });
  });

  describe(`when rate-limited, ${name}`, () => {
    test('waits or returns the delay, and posts once', async () => {
      const here = await begin();
      here.holdUp(20);
      const delivery = await here.publisher().post(outgoingPost(here, 's1a00'));
      if (delivery.kind === 'retry') expect(delivery.retryAfterMs).toBeGreaterThan(0);
      else expect(delivery.kind).toBe('sent');
      expect(here.seen().length).toBe(delivery.kind === 'sent' ? 1 : 0);
    });

    test('returns a long delay', async () => {
      const here = await begin();
      here.holdUp(3_600_000);
      const delivery = await here.publisher().post(outgoingPost(here, 's1a00'));
      expect(delivery.kind).toBe('retry');
      if (delivery.kind === 'retry') expect(delivery.retryAfterMs).toBeGreaterThan(3_000_000);
      expect(here.seen()).toEqual([]);
    });
  });

  describe(`a channel that is unavailable to ${name}`, () => {
    test('is reported before scheduling and when posting', async () => {
      const here = await begin();
      expect(await here.publisher().whyCannotPost(here.target)).toBeUndefined();
      await here.close();
      expect(await here.publisher().whyCannotPost(here.target)).toMatch(/\.$/);
      const delivery = await here.publisher().post(outgoingPost(here, 's1a00'));
      expect(delivery).toEqual({ kind: 'channelUnavailable', reason: expect.stringMatching(/\.$/) });
      expect(here.seen()).toEqual([]);
    });

    test.each(['news', '', '../../x', '1'])('is unknown: %j', async (channel) => {
      const here = await begin();
      expect(await here.publisher().whyCannotPost({ ...here.target, channel })).toMatch(/\.$/);
    });

    test('is unavailable if it belongs to another workspace', async () => {
      const here = await begin();
      expect(await here.publisher().whyCannotPost(here.foreign)).toMatch(/\.$/);
      const { platform, workspace } = here.target;
      expect(await here.publisher().whyCannotPost({ ...here.foreign, platform, workspace })).toMatch(/\.$/);
    });
  });

  describe(`a user notified by ${name}`, () => {
    test('gets a private message', async () => {
      const here = await begin();
      await here.publisher().notify(here.target, here.person, said('Your schedule pauses'));
      expect(here.notices()).toEqual([expect.stringContaining('Your schedule pauses')]);
      expect(here.seen()).toEqual([]);
    });

    test('may not exist', async () => {
      const here = await begin();
      await here.publisher().notify(here.target, 'nobody', said('Your schedule pauses'));
      expect(here.notices()).toEqual([]);
    });
  });
}
