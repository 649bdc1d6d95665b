import { afterEach, describe, expect, test } from 'vitest';
import type { Delivery } from '#core/publisher';
import type { SlotRecord } from '#core/storage/store';
import { textOf } from '../support/dispatcher.ts';
import { withPlainReason } from '../support/plain.ts';
import { articleOf, INPUT, SCOPE, type TestProcess, type World, worldAt } from '../support/schedule/world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Five minutes before 07:30 in Seoul on 11 March. */
const START = Date.UTC(2025, 2, 10, 22, 25);
const ENDLESS = 100_000;

let world: World;
afterEach(() => world.close());

/** A world with three articles and one schedule, whose first post is five minutes away. */
async function worldWith(input: Partial<typeof INPUT> = {}): Promise<TestProcess> {
  world = await worldAt(START);
  world.entries = ['gamma', 'beta', 'alpha'].map((id) => articleOf(id));
  const process = await world.start();
  await process.scheduling.add(SCOPE, { ...INPUT, ...input });
  return process;
}

/** The world a day later with two new articles, so that the post has a thread of two. */
async function secondMorning(input: Partial<typeof INPUT> = {}): Promise<TestProcess> {
  const process = await worldWith(input);
  await world.time.pass(10 * MINUTE);
  world.entries = ['epsilon', 'delta', ...world.entries.map(({ article }) => article.id)].map((id) => articleOf(id));
  await world.time.leap(24 * HOUR - 10 * MINUTE);
  return process;
}

/** Advances by some days, in which the process is awake for twenty minutes around each post. */
async function nextMornings(days: number): Promise<void> {
  for (let day = 0; day < days; day++) {
    await world.time.leap(24 * HOUR - 20 * MINUTE);
    await world.time.pass(20 * MINUTE);
  }
}

const slots = async (): Promise<readonly SlotRecord[]> => world.store.slots.history(SCOPE, 20);
const states = async (): Promise<readonly string[]> => (await slots()).map(({ state }) => state);
const latest = async (): Promise<SlotRecord | undefined> => (await slots()).map(withPlainReason)[0];
/** The messages of the second morning. */
const posted = () => world.platform.messages.filter(({ at }) => at > START + 12 * HOUR);
const texts = (): readonly string[] => posted().map(({ reply }) => textOf(reply).split('\n')[0] ?? '');

describe('a post', () => {
  test('is sent at its minute: one message, with its detail in the thread', async () => {
    await secondMorning();
    await world.time.pass(4 * MINUTE + 59_000);
    expect(posted()).toEqual([]);
    await world.time.pass(1_000);
    expect(texts()).toEqual(['Morning briefing · 12 March 2025', 'What became of epsilon', 'What became of delta']);
    const [parent, ...thread] = posted();
    expect(parent).toMatchObject({ threadParent: undefined, at: START + 24 * HOUR + 5 * MINUTE, channel: 'news' });
    expect(thread.map(({ threadParent: under }) => under)).toEqual([parent?.id, parent?.id]);
    expect(await latest()).toMatchObject({ state: 'sent', message: parent?.id, attempts: 1, late: false });
  });

  test('has an idempotency key for each message, which every platform accepts', async () => {
    await secondMorning();
    await world.time.pass(10 * MINUTE);
    const marks = world.platform.messages.map(({ idempotencyKey: mark }) => mark);
    expect(new Set(marks).size).toBe(marks.length);
    for (const mark of marks) expect(mark).toMatch(/^[a-z0-9]{1,25}$/);
  });

  test('is recorded as sent together with the seen articles', async () => {
    await worldWith();
    await world.time.pass(10 * MINUTE);
    const seen = await world.store.seenArticles.list(SCOPE, 'news');
    expect(seen.map(({ article }) => article).toSorted()).toEqual(['alpha', 'beta', 'gamma']);
  });

  test('without news is one line', async () => {
    await worldWith();
    await world.time.pass(10 * MINUTE);
    await world.time.leap(24 * HOUR - 10 * MINUTE);
    await world.time.pass(10 * MINUTE);
    const [parent, ...thread] = posted();
    expect(parent && textOf(parent.reply)).toContain('Nothing new.');
    expect(thread).toEqual([]);
    expect(await latest()).toMatchObject({ state: 'sent', message: parent?.id });
  });

  test('of an only-if-new schedule without news is a slot without a message', async () => {
    await worldWith({ empty: 'nothing' });
    await world.time.pass(10 * MINUTE);
    await world.time.leap(24 * HOUR - 10 * MINUTE);
    await world.time.pass(10 * MINUTE);
    expect(world.platform.messages.filter(({ threadParent: under }) => under === undefined)).toHaveLength(1);
    expect(await latest()).toMatchObject({ state: 'sent', message: '' });
  });

  test('waits for another in the same channel, and repeats nothing', async () => {
    const process = await secondMorning();
    await process.scheduling.add(SCOPE, { ...INPUT, time: '07:31' });
    world.platform.latencies = [10_000, 10_000];
    await world.time.pass(4 * MINUTE);
    await world.time.leap(3 * MINUTE);
    await world.time.pass(5 * MINUTE);
    const threads = posted().filter(({ threadParent: under }) => under !== undefined);
    const parents = posted().filter(({ threadParent: under }) => under === undefined);
    expect(parents.map(({ reply }) => textOf(reply).includes('This is the first post'))).toEqual([false, true]);
    for (const message of threads.slice(2)) expect(message.threadParent).toBe(parents[1]?.id);
    expect(Math.max(...threads.slice(0, 2).map(({ at }) => at))).toBeLessThan(parents[1]?.at ?? 0);
  });
});

describe('when the platform returns', () => {
  const outcomeOnce = (outcome: Delivery, times = 1): void => {
    let left = times;
    world.platform.outcome = () =>
      left-- > 0 ? (outcome as ReturnType<typeof world.platform.outcome>) : { kind: 'taken' };
  };

  test('“retry”, tries again after the given delay', async () => {
    await worldWith();
    outcomeOnce({ kind: 'retry', retryAfterMs: 90_000, reason: 'Too many.' });
    await world.time.pass(20 * MINUTE);
    const [first, second] = world.platform.attempts;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(90_000);
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeLessThan(100_000);
    expect(await latest()).toMatchObject({ state: 'sent', attempts: 2 });
  });

  test('“retry” repeatedly, uses growing delays until the grace period has passed', async () => {
    await worldWith({ grace: 1 });
    outcomeOnce({ kind: 'retry', retryAfterMs: 0, reason: 'Too many.' }, ENDLESS);
    await world.time.pass(3 * HOUR);
    const gaps = world.platform.attempts.map(({ at }, index, all) => at - (all[index - 1]?.at ?? at)).slice(1);
    expect(gaps.slice(0, 4)).toEqual(gaps.slice(0, 4).toSorted((a, b) => a - b));
    expect(gaps.length).toBeLessThan(20);
    expect(await latest()).toMatchObject({ state: 'failed', reason: 'Too many.' });
    expect(await states()).toHaveLength(1);
  });

  test('“retry” beyond the grace period, fails at once', async () => {
    await worldWith({ grace: 1 });
    outcomeOnce({ kind: 'retry', retryAfterMs: 2 * HOUR, reason: 'Too many.' }, ENDLESS);
    await world.time.pass(6 * MINUTE);
    expect(await latest()).toMatchObject({ state: 'failed', reason: 'Too many.' });
  });

  test('“retry”, and the grace period has passed when a process runs again, records the slot as failed, not missed', async () => {
    const process = await worldWith();
    outcomeOnce({ kind: 'retry', retryAfterMs: 30 * MINUTE, reason: 'Too many.' });
    await world.time.pass(6 * MINUTE);
    process.kill();
    await world.time.leap(7 * HOUR);
    await world.start();
    await world.time.pass(MINUTE);
    expect(world.platform.messages).toEqual([]);
    expect(await latest()).toMatchObject({ state: 'failed', reason: 'Too many.' });
  });

  test('“retry” for minutes, marks the post as late', async () => {
    await worldWith();
    outcomeOnce({ kind: 'retry', retryAfterMs: 10 * MINUTE, reason: 'Too many.' });
    await world.time.pass(20 * MINUTE);
    const [parent] = world.platform.messages;
    expect(parent && textOf(parent.reply)).toContain('it was due at 07:30');
  });

  test('“channelUnavailable”, pauses the schedule with the reason, and notifies its author once', async () => {
    const process = await worldWith();
    outcomeOnce({ kind: 'channelUnavailable', reason: 'The channel is archived.' }, ENDLESS);
    world.platform.queue = 10_000;
    world.platform.renames = (text) => text.replaceAll('/schedule', '/news-schedule');
    await world.time.pass(5 * MINUTE + 1_000);
    await process.scheduling.run(SCOPE, process.scheduling.cached(SCOPE)[0]?.id ?? '');
    await world.time.pass(10_000);
    expect(process.scheduling.cached(SCOPE)[0]?.paused).toBeDefined();
    await nextMornings(2);
    expect(await states()).toEqual(['failed', 'failed']);
    expect(world.platform.notices.map(({ person, reply }) => [person, textOf(reply)])).toEqual([
      ['kim', expect.stringContaining('The channel is archived.')],
    ]);
    expect(JSON.stringify(world.platform.notices[0]?.reply)).toContain('/news-schedule resume');
    const [schedule] = process.scheduling.cached(SCOPE);
    expect(schedule?.paused).toMatchObject({ reason: 'The channel is archived.' });
  });

  test('“rejected”, fails the slot, notifies its author, and tries the next one', async () => {
    await worldWith();
    outcomeOnce({ kind: 'rejected', reason: 'msg_blocks_too_long' });
    await world.time.pass(10 * MINUTE);
    expect(world.platform.notices.map(({ reply }) => textOf(reply))).toEqual([
      expect.stringContaining('msg_blocks_too_long'),
    ]);
    await world.time.leap(24 * HOUR);
    await world.time.pass(10 * MINUTE);
    expect(await states()).toEqual(['sent', 'failed']);
  });

  test('nothing, finds an existing message and does not post again', async () => {
    await worldWith();
    outcomeOnce({ kind: 'answer lost' } as never);
    await world.time.pass(10 * MINUTE);
    expect(world.platform.messages.filter(({ threadParent: under }) => under === undefined)).toHaveLength(1);
    expect(await latest()).toMatchObject({ state: 'sent', message: 'm1', attempts: 2 });
  });

  test('nothing, posts if there is no message', async () => {
    await worldWith();
    outcomeOnce({ kind: 'lost' } as never);
    await world.time.pass(10 * MINUTE);
    expect(world.platform.messages.filter(({ threadParent: under }) => under === undefined)).toHaveLength(1);
    expect(await latest()).toMatchObject({ state: 'sent', attempts: 2 });
  });

  test('nothing and cannot be read back, records the slot as uncertain and never posts again', async () => {
    await worldWith();
    world.platform.readBack = 'no';
    outcomeOnce({ kind: 'answer lost' } as never);
    await world.time.pass(HOUR);
    await world.time.leap(11 * HOUR);
    expect(world.platform.messages).toHaveLength(1);
    expect(await latest()).toMatchObject({
      state: 'uncertain',
      reason: 'It may have been posted, and is not posted again: Onrecord may not read there.',
    });
  });

  test('nothing and cannot be read back at present, retries until it can', async () => {
    await worldWith();
    world.platform.readBack = 'later';
    outcomeOnce({ kind: 'answer lost' } as never);
    await world.time.pass(2 * HOUR);
    expect(await states()).toEqual(['sending']);
    world.platform.readBack = 'yes';
    await world.time.pass(HOUR);
    expect(await latest()).toMatchObject({ state: 'sent', message: 'm1' });
  });

  test('nothing about its messages until it is too late, records the slot as uncertain', async () => {
    await worldWith({ grace: 1 });
    world.platform.readBack = 'later';
    outcomeOnce({ kind: 'answer lost' } as never);
    await world.time.pass(3 * HOUR);
    expect(await states()).toEqual(['uncertain']);
  });
});

describe('a message of a thread', () => {
  /** Sets the outcome of the second message of the thread for its first attempts. */
  const outcomeOfSecond = (outcome: Delivery, times = 1): void => {
    let left = times;
    world.platform.outcome = ({ idempotencyKey }) =>
      idempotencyKey.endsWith('02') && left-- > 0
        ? (outcome as ReturnType<typeof world.platform.outcome>)
        : { kind: 'taken' };
  };

  test('that has to wait beyond the grace period does not make the post fail', async () => {
    await secondMorning({ grace: 1 });
    outcomeOfSecond({ kind: 'retry', retryAfterMs: 2 * HOUR, reason: 'Too many.' });
    await world.time.pass(2 * HOUR);
    expect(texts()).toHaveLength(2);
    await world.time.pass(HOUR);
    expect(texts()).toHaveLength(3);
    expect(await latest()).toMatchObject({ state: 'sent' });
  });

  test('in an unavailable thread is the last one tried', async () => {
    await secondMorning();
    world.platform.outcome = ({ threadParent }) =>
      threadParent ? { kind: 'channelUnavailable', reason: 'Locked.' } : { kind: 'taken' };
    const { length } = world.platform.attempts;
    await world.time.pass(HOUR);
    expect(world.platform.attempts.slice(length)).toHaveLength(2);
    expect(await latest()).toMatchObject({ state: 'sent', reason: 'The thread ends before message 1: Locked.' });
  });

  test.each([1, 3])('is retried alone, %i times', async (times) => {
    await secondMorning();
    outcomeOfSecond({ kind: 'retry', retryAfterMs: 5_000, reason: 'Too many.' }, times);
    await world.time.pass(20 * MINUTE);
    expect(texts()).toEqual(['Morning briefing · 12 March 2025', 'What became of epsilon', 'What became of delta']);
    expect(await latest()).toMatchObject({ state: 'sent' });
    expect(await latest()).not.toHaveProperty('reason');
  });

  test.each<[Delivery, string]>([
    [{ kind: 'retry', retryAfterMs: 0, reason: 'Too many.' }, 'Message 2 of the thread is missing: Too many.'],
    [{ kind: 'rejected', reason: 'Too long.' }, 'Message 2 of the thread is missing: Too long.'],
    [{ kind: 'channelUnavailable', reason: 'Archived.' }, 'The thread ends before message 2: Archived.'],
  ])('that is %o for ever is missing, and the post is sent', async (outcome, reason) => {
    await secondMorning();
    outcomeOfSecond(outcome, ENDLESS);
    await world.time.pass(3 * HOUR);
    expect(texts()).toEqual(['Morning briefing · 12 March 2025', 'What became of epsilon']);
    expect(await latest()).toMatchObject({ state: 'sent', reason });
    expect(world.platform.notices).toEqual([]);
  });

  test('is listed with all others that are missing', async () => {
    await secondMorning();
    world.platform.outcome = ({ threadParent }) =>
      threadParent ? { kind: 'rejected', reason: 'Too long.' } : { kind: 'taken' };
    await world.time.pass(10 * MINUTE);
    expect(await latest()).toMatchObject({
      reason: 'Message 1 of the thread is missing: Too long. Message 2 of the thread is missing: Too long.',
    });
  });

  test('that may have been posted is omitted if it cannot be looked for', async () => {
    await secondMorning();
    world.platform.readBack = 'no';
    outcomeOfSecond({ kind: 'answer lost' } as never);
    await world.time.pass(HOUR);
    expect(texts()).toHaveLength(3);
    expect(await latest()).toMatchObject({ state: 'sent', reason: expect.stringContaining('may have been posted') });
  });

  test('whose article was removed meanwhile is omitted, and the others keep their order', async () => {
    const process = await secondMorning();
    world.platform.latencies = [1_000, 10_000];
    await world.time.pass(5 * MINUTE + 2_000);
    process.kill();
    world.entries = world.entries.filter(({ article }) => article.id !== 'epsilon');
    await world.start();
    await world.time.pass(10 * MINUTE);
    expect(texts()).toEqual(['Morning briefing · 12 March 2025', 'What became of delta']);
    expect(posted()[1]?.idempotencyKey).toMatch(/02$/);
    expect(await latest()).toMatchObject({ state: 'sent' });
  });
});

describe('events before sending:', () => {
  test('a removed schedule posts nothing', async () => {
    const process = await worldWith();
    world.platform.outcome = () => ({ kind: 'retry', retryAfterMs: 10 * MINUTE, reason: 'Too many.' });
    await world.time.pass(6 * MINUTE);
    const [schedule] = process.scheduling.cached(SCOPE);
    await process.scheduling.remove(SCOPE, schedule?.id ?? '');
    world.platform.outcome = () => ({ kind: 'taken' });
    await world.time.pass(HOUR);
    expect(world.platform.messages).toEqual([]);
    expect(await latest()).toMatchObject({ state: 'missed', reason: 'The schedule was removed.' });
  });

  test('a paused schedule posts nothing', async () => {
    const process = await worldWith();
    world.platform.outcome = () => ({ kind: 'retry', retryAfterMs: 10 * MINUTE, reason: 'Too many.' });
    await world.time.pass(6 * MINUTE);
    const [schedule] = process.scheduling.cached(SCOPE);
    await process.scheduling.pause(SCOPE, schedule?.id ?? '');
    world.platform.outcome = () => ({ kind: 'taken' });
    await world.time.pass(HOUR);
    expect(world.platform.messages).toEqual([]);
    expect(await latest()).toMatchObject({ state: 'missed', reason: 'The schedule was paused.' });
  });

  test('an internal error is logged, and the post is sent once it is fixed', async () => {
    const { lines } = await worldWith();
    const { entries } = world;
    world.entries = [{} as never];
    await world.time.pass(6 * MINUTE);
    expect(await latest()).toMatchObject({ reason: 'An internal error: see the log.' });
    expect(lines.map(({ message }) => message)).toContain('a post could not be composed');
    world.entries = entries;
    await world.time.pass(5 * MINUTE);
    expect(await latest()).toMatchObject({ state: 'sent' });
  });

  test('a deleted workspace gets nothing, and leaves nothing', async () => {
    const process = await worldWith();
    world.platform.outcome = () => ({ kind: 'retry', retryAfterMs: MINUTE, reason: 'Too many.' });
    await world.time.pass(6 * MINUTE);
    await process.scheduling.forget(SCOPE);
    world.platform.outcome = () => ({ kind: 'taken' });
    await nextMornings(2);
    expect(world.platform.messages).toEqual([]);
    expect(await slots()).toEqual([]);
    expect(process.scheduling.cached(SCOPE)).toEqual([]);
  });

  test('a claim taken over by another process stops at the next step', async () => {
    const process = await secondMorning();
    world.platform.latencies = [0, 15_000];
    await world.time.pass(5 * MINUTE + 1_000);
    const [claim] = await world.store.slots.claim('other process', world.time.now + 2 * HOUR, MINUTE, 1);
    expect(claim?.previousState).toBe('sending');
    await world.time.pass(20_000);
    expect(texts()).toHaveLength(1);
    expect(process.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });
});
