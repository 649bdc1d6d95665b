import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bot, startBot } from '../../support/discord/bot.ts';
import { snowflake } from '../../support/discord/payloads.ts';
import { Person, textOf } from '../../support/discord/person.ts';

const STORY = [
  'Harbour reopens after the storm',
  'The harbour of Tarn reopened on Monday, its master said.',
  '“Every crane is turning again,” said Ines Moreau, the harbour master.',
  'Fishermen asked for help with their nets.',
].join('\n\n');

let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(async () => expect(await bot.end()).toEqual([]));

const brief = async (message: Parameters<Person['onMessage']>[1], person = bot.me) => {
  const answer = await person.onMessage('Brief this', message).answer();
  return { answer, visit: await bot.host.nextRequest() };
};
const attached = (filename: string, url: string, size = 1000) => ({ attachments: [{ filename, url, size }] });

test('briefs the text of a message, and its buttons work', async () => {
  const { answer, visit } = await brief({ content: STORY });
  expect(textOf(answer)).toContain('Harbour reopens');
  expect(visit).toMatchObject({ source: 'shortcut', command: 'brief', outcome: 'answered' });
  expect(textOf(await bot.me.press(answer, 'Quotes').answer())).toContain('Every crane is turning again');
  await bot.host.nextRequest();
});

test('an upload is available only in its channel', async () => {
  const { answer } = await brief({ content: STORY });
  const otherUser = Person.direct(bot.server);
  expect(textOf(await otherUser.press(answer, 'Quotes').followUp())).toContain('out of date');
  await bot.host.nextRequest();
});

test('briefs an attached file rather than the text of the message', async () => {
  const url = bot.server.file('harbour.md', `# Nets lost\n\n${STORY}`);
  const { answer } = await brief({ content: 'Look at this', ...attached('harbour.md', url) });
  expect(textOf(answer)).toContain('Nets lost');
});

test('reads the text of a message made of components, including Onrecord’s own', async () => {
  const own = await bot.me.command('brief').answer();
  await bot.host.nextRequest();
  expect(own.content).toBe('');
  const { answer, visit } = await brief({ components: own.components, flags: own.flags });
  expect(visit).toMatchObject({ source: 'shortcut', command: 'brief', outcome: 'answered' });
  expect(textOf(answer)).toContain('Upland will close the gates');
});

test('briefs a forwarded message as it was written', async () => {
  const { answer } = await brief({ forwarded: { content: STORY } });
  expect(textOf(answer)).toContain('Harbour reopens');
});

test('serves a server that the bot is not in like any other', async () => {
  const guest = new Person(bot.server, { room: { guild: snowflake(), channel: snowflake() } });
  const { answer } = await brief({ content: STORY }, guest);
  expect(textOf(answer)).toContain('Harbour reopens');
  const quotes = await guest.press(answer, 'Quotes').answer();
  expect(quotes.id).toBe(answer.id);
  expect(textOf(quotes)).toContain('Every crane is turning again');
  await bot.host.nextRequest();
  const url = bot.server.file('plain.txt', STORY);
  expect(textOf((await brief(attached('plain.txt', url), guest)).answer)).toContain('Harbour reopens');
  const passedOn = await brief({ forwarded: { content: STORY } }, guest);
  expect(textOf(passedOn.answer)).toContain('Harbour reopens');
});

test.each([
  [
    'only a link',
    { content: 'https://paper.example/story <https://paper.example/other>' },
    'There are only links here',
  ],
  ['a remark', { content: 'lol ok' }, 'That is not an article: an article reports something in several sentences.'],
  ['nothing', { content: '' }, 'There is no text in this message'],
  ['a picture', attached('storm.png', 'https://cdn.discordapp.com/attachments/1/2/storm.png'), '.txt, .md and .html'],
  ['too large a file', attached('a.txt', 'https://cdn.discordapp.com/a.txt', 200_001), '200 KB at most'],
  ['a file from elsewhere', attached('a.txt', 'https://evil.example/a.txt'), 'is not stored on Discord'],
  ['a file in a private network', attached('a.txt', 'http://169.254.169.254/a.txt'), 'is not stored on Discord'],
  [
    'a file from a host that looks alike',
    attached('a.txt', 'https://cdn.discordapp.com.evil.example/a'),
    'is not stored on Discord',
  ],
  ['a file without encryption', attached('a.txt', 'http://cdn.discordapp.com/a.txt'), 'is not stored on Discord'],
  ['a file at no address', attached('a.txt', 'nonsense'), 'is not stored on Discord'],
])('answers %s with what to do', async (_, message, words) => {
  const { answer, visit } = await brief(message);
  expect(textOf(answer).replaceAll('\\', '')).toContain(words);
  expect(visit.outcome).toBe('mistake');
});

test('stops reading a file that is longer than declared', async () => {
  const url = bot.server.file('long.txt', STORY.repeat(2000));
  const { answer } = await brief(attached('long.txt', url, 10));
  expect(textOf(answer)).toContain('200 KB at most');
});

test('reports a file that no longer exists or redirects elsewhere', async () => {
  const { answer } = await brief(attached('gone.txt', bot.server.file('here.txt', '').replace('here', 'gone')));
  expect(textOf(answer)).toContain('no longer exists');
  bot.server.respondWith({
    method: 'GET',
    path: /moved/,
    status: 302,
    headers: { location: bot.server.file('x.txt', STORY) },
  });
  const moved = await brief(attached('moved.txt', bot.server.url.replace('/api', '/moved.txt')));
  expect(textOf(moved.answer)).toContain('no longer exists');
});
