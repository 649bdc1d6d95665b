import { describe, expect, test } from 'vitest';
import type { SecretStore } from '#core/ports';
import fc, { anyText } from '../support/property.ts';

/**
 * The contract of all secret stores.
 *
 * @param open returns an empty one.
 */
export function secretStoreContract(name: string, open: () => SecretStore): void {
  describe(`${name} as a secret store`, () => {
    test('returns the last stored value until it is removed', async () => {
      const secretStore = open();
      expect(await secretStore.get('a')).toBeUndefined();
      await secretStore.set('a', 'first');
      await secretStore.set('a', 'second');
      await secretStore.set('b', '');
      expect([await secretStore.get('a'), await secretStore.get('b')]).toEqual(['second', '']);
      await secretStore.delete('a');
      await secretStore.delete('a');
      expect([await secretStore.get('a'), await secretStore.get('b')]).toEqual([undefined, '']);
    });

    test('compares keys literally and case-sensitively', async () => {
      const secretStore = open();
      for (const key of ['team:1', 'team%', 'Team:1', 'team_1']) await secretStore.set(key, key);
      await secretStore.delete('team%');
      const left = await Promise.all(
        ['team:1', 'team%', 'Team:1', 'team_1', 'TEAM:1'].map((key) => secretStore.get(key)),
      );
      expect(left).toEqual(['team:1', undefined, 'Team:1', 'team_1', undefined]);
    });

    test('accepts any key and any value, and keeps them apart', async () => {
      const text = anyText({ maxLength: 60 });
      await fc.assert(
        fc.asyncProperty(fc.dictionary(text, text, { maxKeys: 6, noNullPrototype: true }), async (secrets) => {
          const secretStore = open();
          await Promise.all(Object.entries(secrets).map(([key, value]) => secretStore.set(key, value)));
          for (const [key, value] of Object.entries(secrets)) expect(await secretStore.get(key)).toBe(value);
        }),
        { numRuns: 8 },
      );
    });

    test('accepts a long value', async () => {
      const secretStore = open();
      await secretStore.set('long', '낱말 '.repeat(20_000));
      expect(await secretStore.get('long')).toBe('낱말 '.repeat(20_000));
    });
  });
}
