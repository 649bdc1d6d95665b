import { expect, test } from 'vitest';
import { containsWords, foldedKey, nearestWord, titleCase, truncateForDisplay } from '#lookup';

test.each([
  ['Kim Tae-hyo', 'kimtaehyo'],
  ['Łódź', 'lodz'],
  ['O’Brien', 'obrien'],
  ['STRAẞE', 'strasse'],
  ['Dvořák & Søn', 'dvorakson'],
  ['…!', ''],
])('%s is spelled %s', (text, spelt) => expect(foldedKey(text)).toBe(spelt));

test.each([
  ['sanctioned goods', 'sanctions', true],
  ['The weapons were shipped', 'weapon ship', true],
  ['The weapons were shipped', 'weapon plane', false],
  ['They supply grain', 'supplies', true],
  ['a car', 'cargo', false],
  ['anything', '', true],
])('%s, searched for %s', (text, query, found) => expect(containsWords(text, query)).toBe(found));

test.each([
  ['qoutes', 'quotes'],
  ['breif', 'brief'],
  ['positons', 'positions'],
  ['weather', undefined],
  ['q', undefined],
])('%s is nearest to %s', (typed, meant) => {
  expect(nearestWord(typed, ['brief', 'quotes', 'positions', 'articles', 'help'])).toBe(meant);
});

test('typed text is repeated as a name, truncated', () => {
  expect(titleCase('mara lind-olsen')).toBe('Mara Lind-olsen');
  expect(titleCase('de Gaulle')).toBe('de Gaulle');
  expect(truncateForDisplay(`a\n\tb ${'x'.repeat(200)}`)).toHaveLength(80);
});
