import { expect, test, vi } from 'vitest';
import { MESSAGE_METHOD, makeOutbox } from '#adapters/discord/outbox';
import type { Outgoing } from '#chat/outgoing';

const ANSWER = { workspace: 'discord:1' } as const;
const channel = (id: string) => ({ workspace: 'discord:1', channel: id, method: MESSAGE_METHOD });

/** Posts to so many channels of one server, none of which ever ends. */
const crowd = (outbox: Outgoing, count: number): void => {
  for (let at = 0; at < count; at++) {
    outbox.send(channel(`c${at}`), 'post', () => new Promise(() => {})).catch(() => {});
  }
};

test('an answer to a command waits for no post, however many there are', async () => {
  const outbox = makeOutbox();
  crowd(outbox, 1_000);
  expect(outbox.isFull(ANSWER)).toBe(false);
  await expect(outbox.send(ANSWER, 'answer', async () => 'here')).resolves.toBe('here');
});

test('a reply to a mention goes before every post that waits, those to its own channel among them', async () => {
  vi.useFakeTimers();
  const outbox = makeOutbox();
  const begun: string[] = [];
  const begin = (name: string) => async () => void begun.push(name);
  const posts = Array.from({ length: 20 }, (_, at) => outbox.send(channel(`c${at}`), 'post', begin('post')));
  await vi.advanceTimersByTimeAsync(50);
  const reply = outbox.send(channel('c19'), 'answer', begin('reply'));
  await vi.advanceTimersByTimeAsync(1_000);
  await Promise.all([...posts, reply]);
  expect(begun.indexOf('reply')).toBeLessThan(5);
  vi.useRealTimers();
});

test('no more goes out in a second than Discord allows the bot', async () => {
  vi.useFakeTimers();
  const outbox = makeOutbox();
  let begun = 0;
  const posts = Array.from({ length: 200 }, (_, at) =>
    outbox.send(channel(`c${at}`), 'post', async () => void begun++),
  );
  await vi.advanceTimersByTimeAsync(1_000);
  expect(begun).toBeGreaterThan(40);
  expect(begun).toBeLessThanOrEqual(50);
  await vi.advanceTimersByTimeAsync(5_000);
  await Promise.all(posts);
  vi.useRealTimers();
});
