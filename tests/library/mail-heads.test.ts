import { expect, test } from 'vitest';
import { prose, read, seen } from './support.ts';

test.each([
  ['On Tue, 3 May 2024 at 10:15, Jo Marsh <jo@example.org> wrote:'],
  ['On May 3, 2024, at 10:15 AM, Jo Marsh wrote:'],
  ['-----Original Message-----\nFrom: Jo Marsh <jo@example.org>\nSent: Tuesday, 3 May 2024 10:15\nTo: Desk'],
])('the head of a mail is not its title: %j', async (head) => {
  const article = await read(
    'a.txt',
    `${head}\n\nBridge closes for the summer\n\n${prose('it')}\n\n${prose('tolls')}\n`,
  );
  expect(article.title).toBe('Bridge closes for the summer');
  expect(seen(article)).toEqual([
    'headline: Bridge closes for the summer',
    `paragraph: ${prose('it')}`,
    `paragraph: ${prose('tolls')}`,
  ]);
});

test('the head of a mail that is quoted is not its title', async () => {
  const lines = ['Bridge closes for the summer', '', prose('it'), '', prose('tolls')];
  const quoted = lines.map((line) => `> ${line}`).join('\n');
  const { title } = await read(
    'a.txt',
    `On Tue, May 3, 2024 at 10:15 AM Jo Marsh\n<jo@example.org> wrote:\n\n${quoted}\n`,
  );
  expect(title).toBe('Bridge closes for the summer');
});
