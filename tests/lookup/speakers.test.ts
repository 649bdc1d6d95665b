import { describe, expect, test } from 'vitest';
import type { Briefing } from '#core/briefing';
import { findSpeakers } from '#lookup';
import { river } from '../support/river.ts';

describe('whom somebody means', () => {
  const cases: [typed: string, ids: string[]][] = [
    ['José Álvarez-Peña', ['jose-alvarez-pena']],
    ['jose alvarez pena', ['jose-alvarez-pena']],
    ['ALVAREZPENA', ['jose-alvarez-pena']],
    ['alvarez', ['jose-alvarez-pena']],
    ['the minister', ['jose-alvarez-pena']],
    ['energy minister', ['jose-alvarez-pena']],
    ['ministry of energy', ['jose-alvarez-pena']],
    ['upland', ['jose-alvarez-pena']],
    ['lowland', ['mara-lind', 'tomas-lind']],
    // An exact alias beats a surname that another shares.
    ['Lind', ['mara-lind']],
    ['tomas lind', ['tomas-lind']],
    ['official', ['official']],
    ['prem', ['mara-lind']],
  ];
  test.each(cases)('%s', (typed, ids) => {
    const found = findSpeakers(river.briefing, typed);
    expect(found.kind === 'speakers' ? found.speakers.map(({ id }) => id) : found).toEqual(ids);
  });
});

test.each([
  ['Mara Lnid', ['Mara Lind']],
  ['alvares', ['José Álvarez-Peña']],
  ['uplund', ['Upland']],
  ['Ola Brnadt', ['Ola Brandt']],
])('%s is near', (typed, names) => {
  expect(findSpeakers(river.briefing, typed)).toEqual({ kind: 'near', names });
});

test('somebody who is only mentioned, or absent, is no speaker', () => {
  expect(findSpeakers(river.briefing, 'brandt')).toEqual({ kind: 'mentioned', name: 'Ola Brandt' });
  for (const typed of ['Vera Quist', '', '“”', '👩‍🌾', 'x'.repeat(10_000)]) {
    expect(findSpeakers(river.briefing, typed)).toEqual({ kind: 'absent' });
  }
});

test('what stands for a side finds all of it, and the article’s own names come along', () => {
  const sides = new Map([['the delta', 'Lowland']]);
  expect(findSpeakers(river.briefing, 'The Delta', sides)).toMatchObject({ kind: 'speakers', label: 'Lowland' });
  expect(findSpeakers(river.briefing, 'The Delta')).toEqual({ kind: 'absent' });
});

test('two of one surname both answer to it where neither is called by it alone', () => {
  const speakers = river.briefing.speakers.map((speaker) => ({ ...speaker, aliases: [] }));
  const briefing: Briefing = { ...river.briefing, speakers };
  const found = findSpeakers(briefing, 'lind');
  expect(found.kind === 'speakers' && found.speakers.map(({ id }) => id)).toEqual(['mara-lind', 'tomas-lind']);
});
