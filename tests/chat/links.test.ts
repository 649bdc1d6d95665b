import { expect, test } from 'vitest';
import { isOnlyLinks } from '#chat/links';

test.each([
  ['https://a.example/b?c=d', true],
  ['<https://a.example>', true],
  ['<https://a.example/1>\n  HTTP://b.example ', true],
  ['see https://a.example', false],
  ['https://a.example and https://b.example', false],
  ['ftp://a.example', false],
  [' ', false],
  ['', false],
])('%j is nothing but links: %o', (text, expected) => {
  expect(isOnlyLinks(text)).toBe(expected);
});

test('no text makes it slow', () => {
  // What took a pattern over the whole text longer than anybody has.
  expect(isOnlyLinks(`${'https://a'.repeat(20_000)} x`)).toBe(false);
});
