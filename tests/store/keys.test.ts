import { expect, test } from 'vitest';
import { UserError } from '#core/errors';
import { secretFor } from '#store/keys';

const KEY = 'k'.repeat(32);

test('a secret is deterministic, and differs by purpose and key', () => {
  expect(secretFor(KEY, 'install state')).toBe(secretFor(KEY, 'install state'));
  const all = [secretFor(KEY, 'install state'), secretFor(KEY, 'other'), secretFor(`${KEY}k`, 'install state')];
  expect(new Set(all).size).toBe(3);
  for (const secret of all) expect(secret).toMatch(/^[\w-]{43}$/);
});

test('without a key there is none, and the error says what to do', () => {
  expect(() => secretFor(undefined, 'x')).toThrow(UserError);
  expect(() => secretFor('', 'x')).toThrow(/ONRECORD_KEY is missing/);
});
