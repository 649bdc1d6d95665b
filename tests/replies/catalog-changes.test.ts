import { expect, test } from 'vitest';
import { news } from '#replies';
import { madeUp } from '../support/briefing.ts';

const rain = madeUp({ id: 'rain', title: 'Rain', paragraphs: ['It rains.'] });
const rainAgain = madeUp({ id: 'rain', title: 'More rain', paragraphs: ['It rains more.'] });
const snow = madeUp({ id: 'snow', title: 'Snow', paragraphs: ['It snows.'] });
const fault = { file: 'hail.md', message: 'It is empty.' };

test('what has happened on the shelf is told in a line each, and nothing twice', () => {
  const before = { entries: [rain, snow], faults: [] };
  expect(news(before, before)).toEqual([]);
  expect(news({ entries: [rain], faults: [] }, { entries: [snow, rain], faults: [fault] })).toEqual([
    'New: Snow',
    'Not loaded: hail.md: It is empty.',
  ]);
  expect(news(before, { entries: [rainAgain], faults: [] })).toEqual(['Updated: More rain', 'Gone: Snow']);
  expect(news({ entries: [], faults: [fault] }, { entries: [], faults: [fault] })).toEqual([]);
});
