import { describe, expect, test } from 'vitest';
import type { Briefing } from '#core/briefing';
import { findSpeakers, resolveName } from '#lookup';
import { river } from '../support/river.ts';

describe('finding the speaker that a user means', () => {
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
])('%s has suggestions', (typed, names) => {
  expect(findSpeakers(river.briefing, typed)).toEqual({ kind: 'near', names });
});

test('a person who is only mentioned, or absent, is no speaker', () => {
  expect(findSpeakers(river.briefing, 'brandt')).toEqual({ kind: 'mentioned', name: 'Ola Brandt' });
  for (const typed of ['Vera Quist', '', '“”', '👩‍🌾', 'x'.repeat(10_000)]) {
    expect(findSpeakers(river.briefing, typed)).toEqual({ kind: 'absent' });
  }
});

test('a name of a side finds the whole side, with the article’s own names', () => {
  const sides = new Map([['the delta', 'Lowland']]);
  expect(findSpeakers(river.briefing, 'The Delta', sides)).toMatchObject({ kind: 'speakers', label: 'Lowland' });
  expect(findSpeakers(river.briefing, 'The Delta')).toEqual({ kind: 'absent' });
});

test('a shared surname finds both if neither is called by it alone', () => {
  const speakers = river.briefing.speakers.map((speaker) => ({ ...speaker, aliases: [] }));
  const briefing: Briefing = { ...river.briefing, speakers };
  const found = findSpeakers(briefing, 'lind');
  expect(found.kind === 'speakers' && found.speakers.map(({ id }) => id)).toEqual(['mara-lind', 'tomas-lind']);
});

describe('the typed name, as the article writes it', () => {
  const cases: [typed: string, name: string][] = [
    ['alvarez', 'José Álvarez-Peña'],
    ['energy minister', 'José Álvarez-Peña'],
    ['UPLAND', 'Upland'],
    ['lowland', 'Lowland'],
    ['official', 'an official close to the talks'],
    // Several speakers match, or none, so there is no single name.
    ['l', 'l'],
    ['brandt', 'brandt'],
    ['gustav holm', 'gustav holm'],
  ];
  test.each(cases)('%s', (typed, name) => expect(resolveName(river.briefing, typed)).toBe(name));

  test('is kept if the name also matches others', () => {
    const side = 'Lowland';
    const state = { id: 'lowland', name: side, aliases: ['the Delta'], type: 'organisation', side } as const;
    const briefing: Briefing = { ...river.briefing, speakers: [...river.briefing.speakers, state] };
    expect(resolveName(briefing, 'the delta')).toBe('the delta');
  });
});

test('the start of a side’s name finds the side, even if the same word is also mentioned alone', () => {
  const [pena] = river.briefing.speakers;
  const speakers = pena ? [{ ...pena, side: 'North Upland' }] : [];
  const briefing = { ...river.briefing, speakers, mentioned: [{ name: 'North', aliases: [] }] };
  expect(findSpeakers(briefing, 'north')).toEqual({ kind: 'speakers', label: 'North Upland', speakers });
  expect(findSpeakers({ ...briefing, speakers: [] }, 'north')).toEqual({ kind: 'mentioned', name: 'North' });
});
