import { describe, expect, test } from 'vitest';
import type { Speaker } from '#core/speaker';
import { nameAtStart, nameInLine } from '#lookup/labels';
import { showPublished } from '#replies/dates';
import { hrefOf } from '#replies/evidence';
import { pageNumber, pageOf } from '#replies/pages';
import { byline } from '#replies/speakers';

test.each([
  [{ at: '2024-10-22' }, '22 October 2024'],
  [{ at: '2024-01-02T09:05', zone: 'Z' }, '2 January 2024, 09:05 UTC'],
  [{ at: '2024-01-02T09:05', zone: '+09:00' }, '2 January 2024, 09:05 UTC+9'],
  [{ at: '2024-01-02T09:05', zone: '-03:30' }, '2 January 2024, 09:05 UTC−3:30'],
  [{ at: '2024-01-02T09:05', zone: '+00:00' }, '2 January 2024, 09:05 UTC'],
  [{ at: '2024-01-02T09:05' }, '2 January 2024, 09:05 (time zone not given)'],
  [{ at: '2024' }, '2024'],
])('%j is %s', (published, shown) => expect(showPublished(published)).toBe(shown));

describe('a URL with a text fragment', () => {
  const url = 'https://a.example/x';
  const cases: [url: string | undefined, texts: string[], href: string | undefined][] = [
    [url, ['so-called, “R&D”'], `${url}#:~:text=so%2Dcalled%2C%20%E2%80%9CR%26D%E2%80%9D`],
    [url, ['one', 'two'], `${url}#:~:text=one&text=two`],
    [url, ['one', 'two', 'three', 'four'], `${url}#:~:text=one&text=two&text=three`],
    [url, ['a b c d e f g h i j k l m n'], `${url}#:~:text=a%20b%20c%20d%20e,j%20k%20l%20m%20n`],
    [`${url}#part`, ['one'], `${url}#part:~:text=one`],
    [`${url}#part:~:text=old`, ['one'], `${url}#part:~:text=one`],
    [url, [], url],
    [url, ['half \ud800'], `${url}#:~:text=half%20%EF%BF%BD`],
    ['javascript:alert(1)', ['one'], undefined],
    ['not an address', ['one'], undefined],
    [undefined, ['one'], undefined],
  ];
  test.each(cases)('%s at %j', (from, texts, href) => expect(hrefOf(from, texts)).toBe(href));
});

describe('a byline', () => {
  const lind: Speaker = { id: 'lind', name: 'Mara Lind', aliases: [], type: 'person' };
  const cases: [speaker: Speaker, line: string][] = [
    [lind, 'Mara Lind'],
    [{ ...lind, role: 'premier', side: 'Lowland' }, 'Mara Lind, premier · Lowland'],
    [{ ...lind, body: 'Treasury' }, 'Mara Lind, Treasury'],
    [{ ...lind, role: 'clerk', office: 'clerk at the Treasury', body: 'Treasury' }, 'Mara Lind, clerk at the Treasury'],
    [{ ...lind, role: 'Labour MP', side: 'Labour' }, 'Mara Lind, Labour MP'],
    [{ ...lind, role: 'Republican nominee', side: 'Republicans' }, 'Mara Lind, Republican nominee'],
    [{ ...lind, name: 'The tribunal', body: 'Hague', type: 'organisation' }, 'the tribunal'],
    [{ ...lind, name: 'Lowland', side: 'Lowland', type: 'group' }, 'Lowland'],
    [
      { ...lind, name: 'an official of the Treasury', body: 'Treasury', type: 'anonymous' },
      'an official of the Treasury · not named',
    ],
  ];
  test.each(cases)('%j', (speaker, line) => {
    const drawn = byline({ kind: 'named', speaker, mention: { start: 0, end: 0 } });
    expect(drawn.map((inline) => (typeof inline === 'string' ? inline : inline.text)).join('')).toBe(line);
  });

  test('of an unclear speaker, with the likely ones', () => {
    const candidates = [lind, { ...lind, name: 'The tribunal', body: 'Hague', type: 'organisation' as const }];
    const drawn = byline({ kind: 'unknown', why: 'two may be meant', candidates });
    expect(drawn).toEqual([`unclear: ${lind.name} or the tribunal`]);
  });
  test('of an unknown speaker', () =>
    expect(byline({ kind: 'unknown', why: 'no name near' })).toEqual(['speaker unknown']));
});

describe('a name within a line, and at its start', () => {
  const cases: [type: Speaker['type'], name: string, inside: string, start: string][] = [
    ['anonymous', 'A representative of the union', 'a representative of the union', 'A representative of the union'],
    ['anonymous', 'an official', 'an official', 'An official'],
    ['anonymous', 'A Western diplomat', 'a Western diplomat', 'A Western diplomat'],
    ['anonymous', 'Another', 'Another', 'Another'],
    ['organisation', 'The state weather bureau', 'the state weather bureau', 'The state weather bureau'],
    ['organisation', 'The New York Times', 'The New York Times', 'The New York Times'],
    ['organisation', 'The US company', 'the US company', 'The US company'],
    ['group', 'Two EU diplomats', 'two EU diplomats', 'Two EU diplomats'],
    ['group', 'Four Seasons', 'Four Seasons', 'Four Seasons'],
    ['organisation', 'A', 'A', 'A'],
    ['organisation', 'eBay', 'eBay', 'eBay'],
    ['group', 'ministers', 'ministers', 'Ministers'],
    ['person', 'de la Cruz', 'de la Cruz', 'de la Cruz'],
    ['person', 'The Rock', 'The Rock', 'The Rock'],
  ];
  test.each(cases)('%s %s', (type, name, inside, start) => {
    const speaker: Speaker = { id: 'x', name, aliases: [], type };
    expect([nameInLine(speaker), nameAtStart(speaker)]).toEqual([inside, start]);
  });
});

test('pages are counted from 1, and there is always one', () => {
  expect(pageOf([1, 2, 3], 2, 2)).toEqual({ items: [3], number: 2, pages: 2, total: 3 });
  expect(pageOf([], 1, 2)).toEqual({ items: [], number: 1, pages: 1, total: 0 });
  expect(() => pageOf([1, 2, 3], 3, 2)).toThrow('There is no page 3: the last is 2.');
  for (const typed of ['0', '-1', '1.5', 'two']) expect(() => pageNumber(typed)).toThrow('Pages are numbered from 1');
});
