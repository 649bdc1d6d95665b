import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { goldenCases } from './cases.ts';
import { answersAbout, golden, goldenFile } from './render.ts';

const cases = goldenCases();

describe('the answers about our own articles are those that were accepted', () => {
  test.each(cases)('$id', async (one) => {
    const accepted = golden(one);
    // It never writes itself: somebody has read what is kept. See CONTRIBUTING.md.
    if (accepted === undefined) throw new Error(`${goldenFile(one).pathname} is missing: npm run golden -- --accept`);
    expect(await answersAbout(one)).toBe(accepted);
  });
});

test('nothing is kept for articles that are gone', () => {
  const known = new Set(cases.map(({ id }) => `${id}.txt`));
  expect(
    readdirSync(new URL('./expected/', import.meta.url)).filter((name) => name.endsWith('.txt') && !known.has(name)),
  ).toEqual([]);
});
