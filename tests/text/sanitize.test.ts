import { expect, test } from 'vitest';
import { sanitize } from '#text/sanitize';
import { truncate, truncateAtWord } from '#text/truncate';
import { webAddress } from '#text/web-address';

test.each([
  ['\u001b[31mred\u001b[0m', 'red'],
  ['a\r\nb\tc\u2028d', 'a b c d'],
  ['photo\u202egpj.exe', 'photogpj.exe'],
  ['\u2067abc\u2069', 'abc'],
  ['zero\u200bwidth', 'zerowidth'],
  ['lone \ud800 half', 'lone \ufffd half'],
  ['👩‍🌾 نمی‌خواهم', '👩‍🌾 نمی‌خواهم'],
])('%j reads %j', (text, letters) => expect(sanitize(text)).toBe(letters));

test.each([
  ['short', 10, 'short'],
  ['exactly ten', 11, 'exactly ten'],
  ['one letter more', 14, 'one letter mo…'],
  ['cut before a space', 5, 'cut…'],
  ['ab😀cd', 4, 'ab…'],
])('%j in %i characters is %j', (text, most, clipped) => {
  expect(truncate(text, most)).toBe(clipped);
  expect(clipped.length).toBeLessThanOrEqual(most);
});

test('is cut at the end of a word if one is near', () => {
  expect(truncateAtWord('the ministers met again today', 20)).toBe('the ministers met…');
  expect(truncateAtWord(`a ${'x'.repeat(40)}`, 20)).toBe(`a ${'x'.repeat(17)}…`);
});

test.each([
  ['https://paper.example/a?b=1#:~:text=We%20waited', 'https://paper.example/a?b=1#:~:text=We%20waited'],
  ['HTTP://paper.example', 'http://paper.example/'],
  ['javascript:alert(1)', undefined],
  ['data:text/html,hi', undefined],
  ['//paper.example', undefined],
  ['no address', undefined],
  [undefined, undefined],
])('%j links to %j', (href, address) => expect(webAddress(href)).toBe(address));
