import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Bot, startBot } from '../../support/discord/bot.ts';
import { componentsOf } from '../../support/discord/payloads.ts';
import { labelsOf, Person, textOf } from '../../support/discord/person.ts';
import { startDiscord } from '../../support/discord/server.ts';
import { dispatcherOf } from '../../support/dispatcher.ts';
import { scheduleOf, schedulingOf } from '../../support/scheduling.ts';

let bot: Bot;
let scheduling: ReturnType<typeof schedulingOf>;
beforeEach(async () => {
  const server = await startDiscord();
  const { guild = '', channel } = server.room;
  scheduling = schedulingOf([scheduleOf({ platform: 'Discord', workspace: guild, channel })]);
  bot = await startBot({ server, dispatcher: dispatcherOf([], [], { scheduling }) });
});
afterEach(async () => expect(await bot.end()).toEqual([]));

test('Run now asks for confirmation, and then posts', async () => {
  const list = await bot.me.command('schedule list').answer();
  const asked = await bot.me.press(list, 'Run now').answer();
  expect(textOf(asked)).toContain('All its members will see it');
  expect(labelsOf(asked)).toEqual(['Post now', 'Preview', 'All schedules']);
  expect(scheduling.ran).toEqual([]);
  const said = await bot.me.press(asked, 'Post now').answer();
  expect(textOf(said)).toContain('It is being posted now');
  expect(scheduling.ran).toEqual(['s1']);
});

test('a time without a time zone offers time zones, the likeliest first; choosing one creates the schedule', async () => {
  const mina = new Person(bot.server, { locale: 'ko' });
  const asked = await mina.command('schedule add', { time: '08:15' }).answer();
  const [menu] = componentsOf(asked.components).filter(({ options }) => options !== undefined);
  expect(menu?.options?.[0]?.label).toBe('Asia/Seoul');
  const made = await mina.pick(asked, 'Asia/Seoul').answer();
  expect(textOf(made)).toContain('08:15');
  expect(scheduling.kept()).toHaveLength(2);
  expect(scheduling.kept()[1]).toMatchObject({ time: '08:15', zone: 'Asia/Seoul' });
});

test('users without permission are told so, without a form', async () => {
  const guest = new Person(bot.server, { manages: false });
  const refusal = await guest.command('schedule add', { time: '08:15' }).answer();
  expect(textOf(refusal)).toContain('Only people with the permission “Manage Server” may change its schedules.');
  expect(componentsOf(refusal.components).some(({ options }) => options !== undefined)).toBe(false);
});

test('a refusal names the permission as Discord does in Korean', async () => {
  const guest = new Person(bot.server, { manages: false, locale: 'ko' });
  const refusal = textOf(await guest.command('schedule add', { time: '08:15' }).answer());
  expect(refusal.replaceAll('\\', '')).toContain('“서버 관리하기(Manage Server)” 권한이 있는 사람만');
});
