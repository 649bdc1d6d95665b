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
  ['The council shut the gate on Friday.', 'The council shut the gate on Friday.'],
])('a line of a live report has the time of its entry: %j', async (text, shown) => {
  expect(await newsOf(text)).toBe(shown);
});
