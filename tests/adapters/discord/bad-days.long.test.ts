import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Dispatcher } from '#core/ports';
import { BROKEN } from '../../support/discord/answering.ts';
import { type Bot, startBot } from '../../support/discord/bot.ts';
import type { Component } from '../../support/discord/payloads.ts';
import { isPrivate, labelsOf, Person, type Question, textOf } from '../../support/discord/person.ts';
import { CALLBACK } from '../../support/discord/rest.ts';
import { dispatcherOf } from '../../support/dispatcher.ts';
import { river } from '../../support/river.ts';

const ANSWER = { method: 'PATCH', path: /messages\/@original$/ } as const;
const CALL_BACK = { method: 'POST', path: /callback$/ } as const;
const FOLLOW_UP = { method: 'POST', path: /^\/webhooks\/\d+\/[^/]+$/ } as const;

const whole = dispatcherOf([river]);
/** Releases the answers to the commands `slow`, in order. */
const answerSlow: (() => void)[] = [];
/** A dispatcher that delays or fails two commands. */
const dispatcher: Dispatcher = {
  ...whole,
  dispatch: async (question, asker) => {
    if (question.kind === 'call' && question.command === 'broken') throw new Error('a wire came loose');
    if (question.kind !== 'call' || question.command !== 'slow') return whole.dispatch(question, asker);
    await new Promise<void>((resolve) => answerSlow.push(resolve));
    return whole.dispatch({ ...question, command: 'help' }, asker);
  },
};

let bot: Bot;
beforeAll(async () => {
  bot = await startBot({ dispatcher });
});
afterAll(async () => expect(await bot.end()).toEqual([]));

const lastLine = () => bot.host.lines.at(-1);

describe('a call that Discord rate-limits', () => {
  test('is retried once, after the requested delay', async () => {
    bot.server.respondWith({ ...ANSWER, status: 429, headers: { 'retry-after': '0.01', 'x-ratelimit-scope': 'user' } });
    const asked = bot.me.command('brief');
    expect(textOf(await asked.answer())).toContain('River states argue');
    expect(await bot.host.nextRequest()).toMatchObject({ outcome: 'answered' });
    const tries = bot.server.calls.filter(({ method, path }) => method === 'PATCH' && path.includes(asked.token));
    expect(tries.map(({ status }) => status)).toEqual([429, 200]);
  });

  test('is abandoned and logged if the delay is too long', async () => {
    bot.server.respondWith({ ...ANSWER, status: 429, headers: { 'retry-after': '3600' } });
    bot.me.command('brief');
    expect(await bot.host.nextRequest()).toMatchObject({ outcome: 'busy' });
    expect(lastLine()?.message).toContain('longer wait');
  });

  test('is retried after the connection breaks', async () => {
    bot.server.respondWith({ ...ANSWER, status: 502, times: 2 });
    expect(textOf(await bot.me.command('brief').answer())).toContain('River states argue');
    expect(await bot.host.nextRequest()).toMatchObject({ outcome: 'answered' });
  });
});

describe('a lost response of Discord', () => {
  test.each([
    ['the connection breaks', { status: BROKEN }],
    ['the connection breaks when all is done', { status: BROKEN, done: true }],
    ['a proxy fails when all is done', { status: 502, done: true }],
  ] as const)('is requested again: %s', async (_, lost) => {
    bot.server.respondWith({ ...CALL_BACK, ...lost });
    bot.server.respondWith({ ...ANSWER, ...lost });
    const asked = bot.me.command('brief');
    expect(await bot.host.nextRequest()).toMatchObject({ outcome: 'answered' });
    const tries = bot.server.calls.filter(({ path }) => path.includes(asked.token));
    expect(tries.map(({ method }) => method)).toEqual(['POST', 'POST', 'PATCH', 'PATCH']);
  });

  test('is reported to the sharing user, who can try again, if it stays lost', async () => {
    const answer = await bot.me.command('brief').answer();
    await bot.host.nextRequest();
    bot.server.respondWith({ ...FOLLOW_UP, status: 503, times: 4 });
    const told = await bot.me.press(answer, 'Share').followUp();
    const { id, outcome } = await bot.host.nextRequest();
    expect(outcome).toBe('refused');
    expect(isPrivate(told)).toBe(true);
    expect(textOf(told)).toContain(id);
  });
});

describe('an interaction that can no longer be answered is one line in the log', () => {
  test.each([
    ['a question that expired', CALL_BACK, 404, 10062, 'before it was acknowledged'],
    ['one that another process answered', CALL_BACK, 400, 40060, 'the other process'],
    ['a token that expired', ANSWER, 401, 50027, 'after 15 minutes'],
    ['a webhook that is gone', ANSWER, 404, 10015, 'after 15 minutes'],
    ['a message that was dismissed', ANSWER, 404, 10008, 'dismissed'],
  ])('%s', async (_, call, status, code, words) => {
    bot.server.respondWith({ ...call, status, code });
    bot.me.command('brief');
    const { id, outcome } = await bot.host.nextRequest();
    expect(outcome).toBe('refused');
    expect(lastLine()).toMatchObject({ level: 'error', details: { id, code, status } });
    expect(lastLine()?.message).toContain(words);
  });

  test('an invalid interaction token does not stop the bot', async () => {
    expect(textOf(await bot.me.command('help').answer())).toContain('/brief');
    await bot.host.nextRequest();
  });
});

describe('an error of Discord is reported to the user', () => {
  test('a rejected answer, with the id of the logged cause', async () => {
    bot.server.respondWith({ ...ANSWER, status: 400, code: 50035, message: 'Invalid Form Body', times: 2 });
    const answer = await bot.me.command('brief').answer();
    const { id, outcome } = await bot.host.nextRequest();
    expect(outcome).toBe('refused');
    expect(textOf(answer)).toContain(id);
    expect(lastLine()).toMatchObject({ details: { id, code: 50035, reason: 'Invalid Form Body' } });
  });

  test.each([50001, 50013])('a channel without write permission, with how to fix it: %i', async (code) => {
    const answer = await bot.me.command('brief').answer();
    await bot.host.nextRequest();
    bot.server.respondWith({ ...FOLLOW_UP, status: 403, code });
    const told = await bot.me.press(answer, 'Share').followUp();
    expect(isPrivate(told)).toBe(true);
    expect(textOf(told)).toContain(`client_id=${bot.server.application}`);
    expect(await bot.host.nextRequest()).toMatchObject({ outcome: 'refused' });
    expect(lastLine()?.message).toContain('invite it again');
    // The answer is unchanged and can be shared later.
    expect(labelsOf(bot.server.world.messages.get(answer.id) ?? answer)).toContain('Share');
  });
});

test('an unreadable event is one line in the log, and the next one is read', async () => {
  const { gateway, room } = bot.server;
  gateway.dispatch('INTERACTION_CREATE', { id: '1', type: 2, data: { type: 3, resolved: null } }, room.guild);
  await bot.me.command('help').answer();
  await bot.host.nextRequest();
  expect(lastLine()).toMatchObject({ level: 'error', message: expect.stringContaining('could not be read') });
});

test('an error has an accent colour different from answers', async () => {
  const stripeOf = async (question: Question) => {
    const { components } = await question.answer();
    await bot.host.nextRequest();
    return (components[0] as Component & { accent_color: number }).accent_color;
  };
  const answer = await stripeOf(bot.me.command('brief'));
  expect(await stripeOf(bot.me.command('help'))).toBe(answer);
  const mistake = await stripeOf(bot.me.command('brief', { article: 'nowhere' }));
  expect(mistake).not.toBe(answer);
  expect(await stripeOf(bot.me.command('broken'))).toBe(mistake);
});

test('answers an error inside a command with the id of its log line', async () => {
  const answer = await bot.me.command('broken').answer();
  const { id, outcome } = await bot.host.nextRequest();
  expect(outcome).toBe('failed');
  expect(textOf(answer)).toContain(id);
  expect(lastLine()).toMatchObject({ level: 'error', details: { id } });
  expect(bot.host.log()).toContain('a wire came loose');
});

test('rejects further requests at once when too many answers are queued', async () => {
  // They wait for the command instead of Discord, so that no timeout of a call applies.
  const asked = Array.from({ length: 150 }, () => bot.me.command('slow'));
  const late = bot.me.command('help');
  expect((await late.acknowledged()).body.type).toBe(CALLBACK.message);
  const told = await late.answer();
  expect(textOf(told)).toContain('busy');
  expect(isPrivate(told)).toBe(true);
  expect(await bot.host.nextRequest()).toMatchObject({ outcome: 'busy' });
  const elsewhere = Person.direct(bot.server).command('help');
  expect((await elsewhere.acknowledged()).body.type).toBe(CALLBACK.deferred);
  expect(await bot.host.nextRequest()).toMatchObject({ outcome: 'answered' });
  await Promise.all(asked.map((question) => question.acknowledged()));
  await vi.waitFor(() => expect(answerSlow).toHaveLength(asked.length), { timeout: 60_000 });
  for (const answer of answerSlow) {
    answer();
    expect(await bot.host.nextRequest()).toMatchObject({ outcome: 'answered' });
  }
});

test('no log line contains a token, a user’s text or an article’s text', () => {
  const log = bot.host.log();
  for (const secret of ['interaction-token', bot.server.token, 'River states', 'slow drought']) {
    expect(log).not.toContain(secret);
  }
});
