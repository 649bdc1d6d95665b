import { expect, test } from 'vitest';
import { catalogChanges } from '#replies';
import { makeEntry } from '../../support/briefing.ts';

const rain = makeEntry({ id: 'rain', title: 'Rain', paragraphs: ['It rains.'] });
const rainAgain = makeEntry({ id: 'rain', title: 'More rain', paragraphs: ['It rains more.'] });
const snow = makeEntry({ id: 'snow', title: 'Snow', paragraphs: ['It snows.'] });
const fault = { file: 'hail.md', message: 'It is empty.' };

test('each change of the catalog is one line, without repetition', () => {
  const before = { entries: [rain, snow], faults: [] };
  expect(catalogChanges(before, before)).toEqual([]);
  expect(catalogChanges({ entries: [rain], faults: [] }, { entries: [snow, rain], faults: [fault] })).toEqual([
    'New: Snow',
    'Not loaded: hail.md: It is empty.',
  ]);
  expect(catalogChanges(before, { entries: [rainAgain], faults: [] })).toEqual(['Updated: More rain', 'Gone: Snow']);
  expect(catalogChanges({ entries: [], faults: [fault] }, { entries: [], faults: [fault] })).toEqual([]);
});
