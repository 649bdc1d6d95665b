import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bot, startBot } from '../../support/discord/bot.ts';
import { labelsOf, Person, textOf } from '../../support/discord/person.ts';
import { river } from '../../support/river.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await startBot({ entries: [river] });
});
afterAll(async () => expect(await bot.end()).toEqual([]));

test('answers are in the language of the user’s client; the article’s text is unchanged', async () => {
  const mina = new Person(bot.server, { locale: 'ko' });
  const brief = await mina.command('brief').answer();
  expect(textOf(brief)).toContain('새로운 소식');
  expect(textOf(brief)).toContain('Upland will close the gates');
  expect(labelsOf(brief)).toEqual(expect.arrayContaining(['발언', '입장', '공유']));
  expect(textOf(await mina.command('quotes', { kind: 'loud' }).answer())).toContain('가운데 입력하세요');
  expect(textOf(await mina.command('help').answer())).toContain('명령어');
  expect(textOf(await mina.pressId(brief, 'nonsense').followUp())).toContain('더 이상 쓸 수 없습니다');
  expect(textOf(await mina.onMessage('Brief this', { content: 'lol ok' }).answer())).toContain('기사가 아닙니다');
  expect(textOf(await mina.press(brief, '공유').followUp())).toContain(`<@${mina.id}> 님이 공유함`);
});

test.each(['en-US', 'fr'])('answers are in English for %s', async (locale) => {
  const brief = await new Person(bot.server, { locale }).command('brief').answer();
  expect(textOf(brief)).toContain('What’s new');
});
