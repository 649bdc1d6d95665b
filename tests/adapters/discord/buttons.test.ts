import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EntrySpec, makeEntry } from '../../support/briefing.ts';
import { type Bot, startBot } from '../../support/discord/bot.ts';
import { componentsOf, type Message } from '../../support/discord/payloads.ts';
import { isPrivate, labelsOf, Person, textOf } from '../../support/discord/person.ts';
import { CALLBACK } from '../../support/discord/rest.ts';
import { river } from '../../support/river.ts';

const WORDS = Array.from({ length: 60 }, (_, at) => `${`word${at} `.repeat(100).trim()}.`);
const long: EntrySpec = {
  id: 'council',
  title: 'The council talks on',
  paragraphs: WORDS.map((words) => `“${words}” said Ada Reyes.`),
  speakers: [{ id: 'ada', name: 'Ada Reyes', aliases: [], type: 'person' }],
  said: WORDS.map((words) => ({ speaker: 'ada', kind: 'direct', words: [words] })),
};

let bot: Bot;
beforeAll(async () => {
  bot = await startBot({ entries: [river, makeEntry(long)] });
});
afterAll(async () => expect(await bot.end()).toEqual([]));

const asked = async (name: string, options = {}): Promise<Message> => {
  const answer = await bot.me.command(name, options).answer();
  await bot.host.nextRequest();
  return answer;
};
const more = (message: Message): string => labelsOf(message).find((label) => label.startsWith('More')) ?? '';

describe('a button', () => {
  test('on the user’s own answer replaces it', async () => {
    const briefing = await asked('brief', { article: 'river-dam' });
    const pressed = bot.me.press(briefing, 'Quotes');
    expect((await pressed.acknowledged()).body).toEqual({ type: CALLBACK.deferredUpdate });
    const answer = await pressed.answer();
    expect(answer.id).toBe(briefing.id);
    expect(textOf(answer)).toContain('a slow drought by decree');
    expect(await bot.host.nextRequest()).toMatchObject({ source: 'button', command: 'quotes', outcome: 'answered' });
  });

  test('leads through all parts of a long answer, forwards and backwards', async () => {
    const first = await asked('quotes', { article: 'council', kind: 'direct' });
    expect(textOf(first)).toMatch(/\+\d+ more/);
    const second = await bot.me.press(first, more(first)).answer();
    await bot.host.nextRequest();
    expect(textOf(second)).not.toBe(textOf(first));
    const back = labelsOf(second).find((label) => label.startsWith('Back')) ?? '';
    expect(textOf(await bot.me.press(second, back).answer())).toBe(textOf(first));
    await bot.host.nextRequest();
  });

  test('works after a restart', async () => {
    const briefing = await asked('brief', { article: 'river-dam' });
    bot = await bot.restart();
    const answer = await bot.me.press(briefing, 'Quotes').answer();
    expect(textOf(answer)).toContain('a slow drought by decree');
    expect(await bot.host.nextRequest()).toMatchObject({ outcome: 'answered' });
  });

  test.each([
    'no token of ours',
    '1g1;quotes;ar=no-such-article',
    '1g1;no-such-command',
    '0g1;brief',
    '1p1;quotes;s=x',
    ';=\\'.repeat(30),
  ])('that is out of date says so and offers a new one: %s', async (customId) => {
    const briefing = await asked('brief');
    // In addition to the briefing, which stays.
    const answer = await bot.me.pressId(briefing, customId).followUp();
    expect(isPrivate(answer)).toBe(true);
    expect(textOf(answer)).toContain('out of date');
    expect(await bot.host.nextRequest()).toMatchObject({ outcome: 'mistake' });
    expect(textOf(await bot.me.press(answer, 'Newest briefing').answer())).toContain('River states argue');
    await bot.host.nextRequest();
  });
});

describe('a menu', () => {
  const withMenu = async (): Promise<Message> => asked('quotes', { article: 'river-dam' });

  test('is the same as the command with the chosen option', async () => {
    const answer = await withMenu();
    const label = componentsOf(answer.components).flatMap(({ options = [] }) => options)[0]?.label ?? '';
    const chosen = await bot.me.pick(answer, label).answer();
    expect(chosen.id).toBe(answer.id);
    expect(await bot.host.nextRequest()).toMatchObject({ source: 'select', outcome: 'answered' });
  });
});

describe('Share', () => {
  test('posts the answer to the channel under the user’s name, and mentions no user', async () => {
    const answer = await asked('quotes', { article: 'river-dam', speaker: 'Mara Lind' });
    const pressed = bot.me.press(answer, 'Share');
    const posted = await pressed.followUp();
    expect(isPrivate(posted)).toBe(false);
    expect(textOf(posted)).toContain(`Shared by <@${bot.me.id}>`);
    expect(textOf(posted)).toContain('a slow drought by decree');
    const call = await bot.server.call(({ path }) => path.endsWith(pressed.token));
    expect(call.body.allowed_mentions).toEqual({ parse: [] });
    expect(labelsOf(posted)).not.toContain('Share');
    const copy = await pressed.answer();
    // The channel shows the answer, so no second copy is offered.
    expect(textOf(copy)).toBe('-# Shared in this channel.');
    expect(labelsOf(copy)).not.toContain('Share');
    expect(await bot.host.nextRequest()).toMatchObject({ source: 'button', command: 'quotes', outcome: 'answered' });
  });

  test('omits what is only for the user', async () => {
    const { dispatch } = bot.dispatcher;
    bot.dispatcher.dispatch = async (question, requester) => {
      const answer = await dispatch(question, requester);
      const note = { type: 'context', text: ['Only you see this.'], askerOnly: true } as const;
      return { ...answer, reply: { ...answer.reply, blocks: [note, ...answer.reply.blocks] } };
    };
    const answer = await asked('brief', { article: 'river-dam', length: 'headline' });
    expect(textOf(answer)).toContain('Only you see this.');
    const posted = await bot.me.press(answer, 'Share').followUp();
    bot.dispatcher.dispatch = dispatch;
    expect(textOf(posted)).not.toContain('Only you see this.');
    await bot.host.nextRequest();
  });

  test('that Discord shows only to the user is deleted, with the reason', async () => {
    const answer = await asked('brief', { article: 'river-dam', length: 'headline' });
    bot.server.world.hidesFollowUps = true;
    const pressed = bot.me.press(answer, 'Share');
    const told = await bot.server.call(
      ({ path, body }) => path.endsWith(pressed.token) && JSON.stringify(body).includes('was not shared'),
    );
    bot.server.world.hidesFollowUps = false;
    expect(JSON.stringify(told.body)).toContain('shows what Onrecord posts here to you alone');
    expect(
      bot.server.calls.filter(({ method, path }) => method === 'DELETE' && path.includes(pressed.token)),
    ).toHaveLength(1);
    expect(await bot.host.nextRequest()).toMatchObject({ outcome: 'mistake' });
  });

  test('is refused to a user who may not send messages in the channel', async () => {
    const silent = new Person(bot.server, { silent: true });
    const answer = await silent.command('brief', { article: 'river-dam', length: 'headline' }).answer();
    await bot.host.nextRequest();
    const told = await silent.press(answer, 'Share').followUp();
    expect(isPrivate(told)).toBe(true);
    expect(textOf(told)).toContain('You may not send messages in this channel');
    expect(await bot.host.nextRequest()).toMatchObject({ outcome: 'mistake' });
  });

  test('posts the part that is shown', async () => {
    const first = await asked('quotes', { article: 'council', kind: 'direct' });
    const second = await bot.me.press(first, more(first)).answer();
    await bot.host.nextRequest();
    const posted = await bot.me.press(second, 'Share').followUp();
    expect(textOf(posted)).toContain(textOf(second));
    await bot.host.nextRequest();
  });

  test('posts once when pressed twice', async () => {
    const answer = await asked('brief', { article: 'river-dam', length: 'headline' });
    const [first, second] = [bot.me.press(answer, 'Share'), bot.me.press(answer, 'Share')];
    await Promise.all([first.answer(), second.acknowledged()]);
    await Promise.all([bot.host.nextRequest(), bot.host.nextRequest()]);
    const posts = bot.server.calls.filter(({ path }) => path.endsWith(first.token) || path.endsWith(second.token));
    expect(posts.length).toBe(1);
  });

  test('other users press its buttons and get their own answer', async () => {
    const answer = await asked('brief', { article: 'river-dam' });
    const posted = await bot.me.press(answer, 'Share').followUp();
    await bot.host.nextRequest();
    const other = new Person(bot.server);
    const theirs = await other.press(posted, 'Quotes').answer();
    expect(theirs.id).not.toBe(posted.id);
    expect(isPrivate(theirs)).toBe(true);
    await bot.host.nextRequest();
  });
});
