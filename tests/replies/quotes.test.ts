import { expect, test } from 'vitest';
import type { Attribution } from '#core/attribution';
import { quotes } from '#replies/quotes';
import { textOf } from '../support/dispatcher.ts';
import { river } from '../support/river.ts';

const sample = river.briefing.attributions.find(({ kind, speaker }) => kind === 'direct' && speaker.kind === 'named');
if (sample?.speaker.kind !== 'named') throw new Error('The article has no quotation.');
const { speaker } = sample.speaker;

/** Quotations of as many speakers. */
const shown: readonly Attribution[] = Array.from({ length: 14 }, (_, index) => {
  const name = `Speaker ${String(index + 1).padStart(2, '0')}`;
  return {
    ...sample,
    id: `a${index}`,
    speaker: { ...sample.speaker, speaker: { ...speaker, id: name, name } },
  } as Attribution;
});

const page = (number: number): string => {
  const query = { speaker: undefined, kind: undefined, about: undefined, page: number };
  return textOf(quotes(river.briefing, { shown, hidden: 0, speakers: [] }, query));
};

test('a page has twelve quotations, and lists twelve speakers first', () => {
  expect(page(1)).toContain('14 quotations · page 1 of 2');
  expect(page(1)).toContain('Speaker 12');
  expect(page(1)).not.toContain('Speaker 13');
  expect(page(1)).toContain('+2 more');
  expect(page(2)).toContain('Speaker 13');
  expect(page(2)).toContain('Speaker 14');
  expect(page(2)).not.toContain('Speaker 12');
});
