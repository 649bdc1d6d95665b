import { describe, expect, test } from 'vitest';
import type { SecretStore } from '#core/ports';
import fc, { anyText } from '../support/property.ts';

/** The suite that every vault runs. @param open gives an empty one. */
export function vaultContract(name: string, open: () => SecretStore): void {
  describe(`${name} as a secret store`, () => {
    test('returns the last stored value until it is removed', async () => {
      const vault = open();
      expect(await vault.get('a')).toBeUndefined();
      await vault.set('a', 'first');
      await vault.set('a', 'second');
      await vault.set('b', '');
      expect([await vault.get('a'), await vault.get('b')]).toEqual(['second', '']);
      await vault.delete('a');
      await vault.delete('a');
      expect([await vault.get('a'), await vault.get('b')]).toEqual([undefined, '']);
    });

    test('compares keys literally and case-sensitively', async () => {
      const vault = open();
      for (const key of ['team:1', 'team%', 'Team:1', 'team_1']) await vault.set(key, key);
      await vault.delete('team%');
      const left = await Promise.all(['team:1', 'team%', 'Team:1', 'team_1', 'TEAM:1'].map((key) => vault.get(key)));
      expect(left).toEqual(['team:1', undefined, 'Team:1', 'team_1', undefined]);
    });

    test('accepts any key and any value, and keeps them apart', async () => {
      const text = anyText({ maxLength: 60 });
      await fc.assert(
        fc.asyncProperty(fc.dictionary(text, text, { maxKeys: 6, noNullPrototype: true }), async (secrets) => {
          const vault = open();
          await Promise.all(Object.entries(secrets).map(([key, value]) => vault.set(key, value)));
          for (const [key, value] of Object.entries(secrets)) expect(await vault.get(key)).toBe(value);
        }),
        { numRuns: 8 },
      );
    });

    test('accepts a long value', async () => {
      const vault = open();
      await vault.set('long', '낱말 '.repeat(20_000));
      expect(await vault.get('long')).toBe('낱말 '.repeat(20_000));
    });
  });
}
