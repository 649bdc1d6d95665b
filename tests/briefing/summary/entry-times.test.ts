import { expect, test } from 'vitest';
import { brief } from '#briefing';
import { excerptText } from '#core/text/span-text';
import { readArticle } from '#library';

const newsOf = async (text: string): Promise<string> => {
  const { article, whatsNew } = brief(await readArticle('live.md', Buffer.from(`# Flood: live updates\n\n${text}`)));
  return whatsNew ? excerptText(article, whatsNew) : '';
};

test.each([
  ['14:40\n\nThe council shut the gate on Friday.', '14:40 · The council shut the gate on Friday.'],
  ['14:40 The council shut the gate on Friday.', '14:40 · The council shut the gate on Friday.'],
  ['14:40 GMT – The council shut the gate on Friday.', '14:40 GMT · The council shut the gate on Friday.'],
  ['2.05 pm: The council shut the gate on Friday.', '2.05 pm · The council shut the gate on Friday.'],
  ['18.42 NATO shut the gate on Friday.', '18.42 · NATO shut the gate on Friday.'],
  ['8:30 PM ET\n\nThe council shut the gate on Friday.', '8:30 PM ET · The council shut the gate on Friday.'],
  ['18h42\n\nThe council shut the gate on Friday.', '18h42 · The council shut the gate on Friday.'],
  ['The council shut the gate on Friday.', 'The council shut the gate on Friday.'],
])('a line of a live report has the time of its entry: %j', async (text, shown) => {
  expect(await newsOf(text)).toBe(shown);
});

test('a text whose entries have their times on lines of their own is a live report', async () => {
  const fact = 'The council shut the old gate of the harbour on Friday, after months of debate over its cost.';
  const entries = ['8.30pm', '8.15pm BST', '7:55 PM ET', '19h40', '19.20 GMT'].flatMap((time) => [time, fact]);
  const { kind, whatsNew } = brief(
    await readArticle('live.txt', Buffer.from(['Flood in the harbour', ...entries].join('\n\n'))),
  );
  expect(kind).toBe('live');
  expect(whatsNew?.time).toBeDefined();
});
