import { expect, test } from 'vitest';
import { notFound } from '#replies/not-found';
import { makeEntry } from '../support/briefing.ts';
import { textOf } from '../support/dispatcher.ts';
import { river } from '../support/river.ts';

test('of many other articles with that speaker, three are suggested', () => {
  const titles = ['Harbour reopens', 'Bridge closes', 'Ferry returns', 'Mill burns', 'Fair opens'];
  const otherArticles = titles.map((title) => ({
    ...makeEntry({ title, paragraphs: ['It rained.'] }),
    name: 'Ada Quist',
  }));
  const reply = notFound({
    briefing: river.briefing,
    typed: 'quist',
    found: { kind: 'absent' },
    otherArticles,
    command: 'quotes',
  });
  expect(textOf(reply)).toContain('Quoted in Harbour reopens, Bridge closes and Ferry returns.');
  expect(textOf(reply)).not.toContain('Mill burns');
});
