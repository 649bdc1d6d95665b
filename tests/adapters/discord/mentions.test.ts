import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Bot, startBot } from '../../support/discord/bot.ts';
import { labelsOf, Person, textOf } from '../../support/discord/person.ts';
import { startDiscord } from '../../support/discord/server.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await startBot({ settings: { DISCORD_MENTIONS: 'yes' } });
});
afterAll(async () => expect(await bot.end()).toEqual([]));

const mention = () => `<@${bot.server.bot.id}>`;

describe('a mention of the bot', () => {
  test.each([
    [() => `${mention()} /quotes speaker:"Mara Lind"`, 'a slow drought by decree'],
    [() => `Hello ${mention()}`, 'There is no command “Hello”'],
    [() => `brief ${mention()}`, 'River states argue'],
    [mention, '/brief'],
  ])('works like the terminal: %s', async (line, words) => {
    const answer = await bot.me.say(line());
    expect(textOf(answer).replaceAll('\\', '')).toContain(words);
    expect(await bot.host.nextRequest()).toMatchObject({ platform: 'Discord', source: 'mention' });
  });

  test('is answered once as a reply, even if it is sent repeatedly, and mentions no user', async () => {
    const answer = await bot.me.say(`${mention()} @everyone <@&1>`);
    expect(answer.message_reference).toMatchObject({ message_id: answer.nonce });
    const { body } = await bot.server.call((call) => call.message?.id === answer.id);
    expect(body).toMatchObject({ allowed_mentions: { parse: [] }, enforce_nonce: true });
    await bot.host.nextRequest();
  });

  test('does not concern messages without a mention', async () => {
    void bot.me.say('brief');
    void bot.me.say('@onrecord brief');
    await bot.me.say(`${mention()} help`);
    await bot.host.nextRequest();
    expect(bot.host.requests.length).toBe(bot.server.calls.filter(({ path }) => path.startsWith('/channels')).length);
  });

  test('in a channel without write permission is one line in the log that says what to do', async () => {
    bot.server.respondWith({ method: 'POST', path: /channels/, status: 403, code: 50013 });
    void bot.me.say(`${mention()} brief`);
    expect(await bot.host.nextRequest()).toMatchObject({ outcome: 'refused' });
    expect(bot.host.log()).toContain(`client_id=${bot.server.application}`);
  });
});

test('a mention is answered in the language of the server: a message contains none of its author', async () => {
  const korean = await startBot({
    server: await startDiscord({ locale: 'ko' }),
    settings: { DISCORD_MENTIONS: 'yes' },
  });
  const named = `<@${korean.server.bot.id}>`;
  const brief = await korean.me.say(`${named} brief`);
  expect(textOf(brief)).toContain('새로운 소식');
  expect(textOf(brief)).toContain('Upland will close the gates');
  expect(textOf(await korean.me.say(`${named} quotes kind:loud`))).toContain('가운데 입력하세요');
  expect(await korean.end()).toEqual([]);
});

describe('a direct message', () => {
  test('works like the terminal, and its buttons work', async () => {
    const me = Person.direct(bot.server);
    const answer = await me.say('/brief length:headline');
    expect(textOf(answer)).toContain('River states argue');
    expect(labelsOf(answer)).not.toContain('Share');
    expect(await bot.host.nextRequest()).toMatchObject({ source: 'message', command: 'brief', outcome: 'answered' });
    expect(textOf(await me.press(answer, 'Quotes').answer())).toContain('a slow drought by decree');
    await bot.host.nextRequest();
  });

  test('from another bot is not answered', async () => {
    const other = Person.direct(bot.server, { bot: true });
    void other.say('/brief');
    expect(textOf(await Person.direct(bot.server).say('/help'))).toContain('/brief');
    expect(await bot.host.nextRequest()).toMatchObject({ command: 'help' });
  });
});
