import { expect, test } from 'vitest';
import { FeatureList } from '../../../src/briefing/models/feature-list.ts';
import { combine } from '../../../src/briefing/models/hash.ts';

const listOf = (...hashes: number[]): FeatureList => {
  const list = new FeatureList();
  for (const hash of hashes) list.push(hash);
  return list;
};

test('a list grows with its features, and is reused', () => {
  const list = listOf(...Array.from({ length: 1_000 }, (_, at) => at));
  expect([...list.take()]).toEqual(Array.from({ length: 1_000 }, (_, at) => at));
  list.add(7, 2, 3);
  expect([...list.take()]).toEqual([combine(combine(7, 2), 3)]);
});

test('the fingerprint depends on each feature and on their order', () => {
  expect(listOf(1, 2, 3).fingerprint()).toBe(listOf(1, 2, 3).fingerprint());
  const others = [[], [1], [1, 2], [2, 1, 3], [1, 2, 3, 0], [1, 2, -3]].map((hashes) =>
    listOf(...hashes).fingerprint(),
  );
  expect(new Set([...others, listOf(1, 2, 3).fingerprint()]).size).toBe(7);
  expect(others.every(Number.isSafeInteger)).toBe(true);
});
