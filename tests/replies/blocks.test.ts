import { expect, test } from 'vitest';
import { action, select } from '#replies/blocks';

const asked = { label: 'Speaker', command: 'quotes', option: 'speaker', options: { article: 'dam', kind: undefined } };
const choice = (name: string) => ({ label: `${name}, farmer`, value: name });

test('a menu needs at least two distinct choices', () => {
  expect(select(asked, [])).toBeUndefined();
  expect(select(asked, [choice('Lind'), { label: 'Lind again', value: 'Lind' }])).toBeUndefined();
});

test('menus fit every platform', () => {
  const many = Array.from({ length: 60 }, (_, index) => choice(`${index} ${'x'.repeat(300)}`));
  const { choices = [], options } = select(asked, [choice('Lind'), choice('Lind'), ...many]) ?? {};
  expect(choices.length).toBe(25);
  expect(new Set(choices.map(({ value }) => value)).size).toBe(25);
  expect(Math.max(...choices.map(({ label }) => label.length))).toBeLessThanOrEqual(100);
  expect(choices[0]).toEqual(choice('Lind'));
  expect(options).toEqual({ article: 'dam' });
});

test('a button has only the given options', () => {
  expect(action('Quotes', 'quotes', { article: 'dam', speaker: undefined }).options).toEqual({ article: 'dam' });
});
