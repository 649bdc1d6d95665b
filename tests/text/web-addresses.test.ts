import { expect, test } from 'vitest';
import { webAddressesIn, withoutWebAddresses } from '#text/web-address';

const A = 'https://a.example/b';

test.each<[text: string, found: readonly string[]]>([
  [A, [A]],
  [`Have you seen this? ${A}.`, [A]],
  [`(see ${A}), and “${A}”`, [A]],
  [`<${A}|a.example>`, [A]],
  [`<${A}>`, [A]],
  ['www.a.example/b', ['https://www.a.example/b']],
  ['https://a.example/b_(c) and (https://a.example/d)', ['https://a.example/b_(c)', 'https://a.example/d']],
  ['https://a.example/b?c=d&e=f#g!', ['https://a.example/b?c=d&e=f#g']],
  [`*${A}* _${A}_`, [A]],
  ['mailto:ann@a.example <mailto:ann@a.example|ann>', []],
  ['javascript:alert(1) ftp://a.example', []],
  ['https://', []],
  ['', []],
])('%s', (text, found) => expect(webAddressesIn(text)).toEqual(found));

test('keeps the text around URLs', () => {
  expect(withoutWebAddresses(`Look: ${A} <${A}|here> now`)).toBe('Look:   now');
});

test('the cost of many URLs is linear', () => {
  expect(webAddressesIn('https://a'.repeat(20_000)).length).toBeLessThanOrEqual(1);
  expect(webAddressesIn(`https://a.example/${'('.repeat(20_000)}${')'.repeat(20_000)}`)).toHaveLength(1);
});
