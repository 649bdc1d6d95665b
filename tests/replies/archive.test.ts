import { expect, test } from 'vitest';
import { inEnglish } from '#core/messages/index';
import { found } from '#replies/archive';
import { textOf } from '../support/dispatcher.ts';

const heads = Array.from({ length: 7 }, (_, index) => {
  const number = String(index + 1);
  return { id: number, title: `Ferry report ${number}`, published: 0, version: 'v', summaryOnly: false, quotes: 0 };
});
const results = { quotes: [], quotesInAll: 0, heads, articlesInAll: heads.length, page: 1 };

test('of many articles found, five are listed, and a button shows them all', () => {
  const reply = found(results, { words: 'ferry' }, inEnglish);
  const [list] = reply.blocks.filter(({ type }) => type === 'list');
  const shown = textOf({ ...reply, blocks: list === undefined ? [] : [list] });
  expect(shown.match(/Ferry report \d/g)).toHaveLength(5);
  expect(textOf(reply)).toContain('7 articles');
  expect(textOf(reply)).toContain('[All articles]');
});
