import { afterEach, beforeEach, expect, test } from 'vitest';
import { dataOf } from '../../support/data.ts';
import { type Bot, startBot } from '../../support/discord/bot.ts';
import { isPrivate, labelsOf, Person, textOf } from '../../support/discord/person.ts';
import { dispatcherOf } from '../../support/dispatcher.ts';
import { feedsOf } from '../../support/feeds.ts';

let bot: Bot;
beforeEach(async () => {
  bot = await startBot({ dispatcher: dispatcherOf([], [], { data: dataOf(), feeds: feedsOf() }) });
});
afterEach(async () => expect(await bot.end()).toEqual([]));

/** The files sent with the answer. */
const filesOf = async (token: string) => {
  const { files } = await bot.server.call(({ method, path }) => method === 'PATCH' && path.includes(token));
  return [...(files ?? [])].map(([name, content]) => [name, new TextDecoder().decode(content)] as const);
};

test('/data export attaches the data as a file, for the user alone', async () => {
  const asked = bot.me.command('data export');
  const answer = await asked.answer();
  expect(textOf(answer)).toContain('All data stored for this workspace, in `onrecord-data.json`');
  expect(isPrivate(answer)).toBe(true);
  expect(labelsOf(answer)).not.toContain('Share');
  const [[name, content] = [], ...others] = await filesOf(asked.token);
  expect(others).toEqual([]);
  expect(name).toBe('onrecord-data.json');
  expect(JSON.parse(content ?? '')).toMatchObject({ platform: 'Discord', workspace: bot.server.room.guild });
  expect(textOf(answer)).not.toContain('"workspace"');
});

test('the same in Korean', async () => {
  const mina = new Person(bot.server, { locale: 'ko' });
  expect(textOf(await mina.command('data export').answer())).toContain('이곳에 저장된 모든 것이');
});

test('/feeds export attaches an OPML file', async () => {
  const asked = bot.me.command('feeds export');
  await asked.answer();
  expect(await filesOf(asked.token)).toEqual([['feeds.opml', '<opml version="2.0"></opml>']]);
});

test.each([
  [413, 40005, 'Request entity too large'],
  [403, 50013, 'Missing Permissions'],
])('sends text with the reason if Discord rejects the file (%i)', async (status, code, message) => {
  bot.server.respondWith({ method: 'PATCH', path: /@original/, status, code, message });
  const asked = bot.me.command('data export');
  await bot.server.call(
    ({ method, path, status: given }) => method === 'PATCH' && path.includes(asked.token) && given < 300,
  );
  const shown = await asked.answer();
  expect(textOf(shown)).toContain(
    `The file onrecord-data.json could not be sent (${code}). Here is the content as text`,
  );
  expect(textOf(shown)).toContain('workspace');
});

test('a member without permission to manage gets no data', async () => {
  const guest = new Person(bot.server, { manages: false });
  const asked = guest.command('data export');
  expect(textOf(await asked.answer())).toContain('may export or delete its data');
  expect(await filesOf(asked.token)).toEqual([]);
});
