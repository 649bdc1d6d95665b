import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Bot, startBot } from '../../support/discord/bot.ts';
import { componentsOf, type Message } from '../../support/discord/payloads.ts';
import { isPrivate, labelsOf, type Question, textOf } from '../../support/discord/person.ts';
import { dispatcherOf } from '../../support/dispatcher.ts';
import { fakeDrawing, PNG } from '../../support/pictures.ts';
import { river } from '../../support/river.ts';

const ALT =
  '“We fill the lake when the snow melts, as every year” — José Álvarez-Peña, energy minister · Upland. The Delta Courier · 4 March 2025';
const GALLERY = 12;

let bot: Bot;
beforeEach(async () => {
  bot = await startBot({ dispatcher: dispatcherOf([river], [], { drawPicture: fakeDrawing().draw }) });
});
afterEach(async () => expect(await bot.end()).toEqual([]));

const galleryOf = ({ components }: Message) => componentsOf(components).find(({ type }) => type === GALLERY);
const sent = ({ token }: Question) =>
  bot.server.call((call) => call.method === 'PATCH' && call.path.includes(token) && call.status < 300);

test('a picture is attached, and shown in the answer with its description', async () => {
  const asked = bot.me.command('quotes', { as: 'card' });
  const answer = await asked.answer();
  expect(isPrivate(answer)).toBe(true);
  expect(galleryOf(answer)).toMatchObject({
    items: [{ media: { url: 'attachment://quotation-a1.png' }, description: ALT }],
  });
  const { body, files } = await sent(asked);
  expect(body.attachments).toEqual([{ id: '0', filename: 'quotation-a1.png', description: ALT }]);
  expect([...(files ?? [])]).toEqual([['quotation-a1.png', PNG]]);
  expect(textOf(answer)).toContain('River states argue over the dam');
  expect(labelsOf(answer)).toEqual(['In words', 'Share']);
});

test('a map of positions is attached, too', async () => {
  const answer = await bot.me.command('positions', { as: 'map' }).answer();
  expect(JSON.stringify(galleryOf(answer))).toContain(
    'Who stands where in “River states argue over the dam”. Lowland – Against: Mara Lind (condemns)',
  );
});

test('is shared with the channel', async () => {
  const answer = await bot.me.command('quotes', { as: 'card' }).answer();
  const pressed = bot.me.press(answer, 'Share');
  const posted = await pressed.followUp();
  expect(isPrivate(posted)).toBe(false);
  expect(galleryOf(posted)).toBeDefined();
  const { files } = await bot.server.call(({ method, path }) => method === 'POST' && path.endsWith(pressed.token));
  expect([...(files ?? [])].map(([name]) => name)).toEqual(['quotation-a1.png']);
});

test('is replaced by its text in the same message', async () => {
  const answer = await bot.me.command('quotes', { as: 'card' }).answer();
  const pressed = bot.me.press(answer, 'In words');
  expect(textOf(await pressed.answer())).toContain('We fill the lake');
  expect((await sent(pressed)).body.attachments).toEqual([]);
});

test.each([
  [413, 40005, 'Request entity too large'],
  [403, 50013, 'Missing Permissions'],
])('is shown as text with the reason if Discord rejects the file (%i)', async (status, code, message) => {
  bot.server.respondWith({ method: 'PATCH', path: /@original/, status, code, message });
  const asked = bot.me.command('quotes', { as: 'card' });
  await sent(asked);
  const shown = await asked.answer();
  expect(galleryOf(shown)).toBeUndefined();
  expect(textOf(shown)).toContain(`The file quotation-a1.png could not be sent (${code}). Here is the content as text`);
  expect(textOf(shown)).toContain('We fill the lake when the snow melts, as every year');
});
