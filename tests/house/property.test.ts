import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('every random property has the seed of tests/support/property.ts', () => {
  const others = globSync('tests/**/*.ts').filter(
    (file) => file !== 'tests/support/property.ts' && /^import .* from 'fast-check'/m.test(readFileSync(file, 'utf8')),
  );
  expect(others).toEqual([]);
});
