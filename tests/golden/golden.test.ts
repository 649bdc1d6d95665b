import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { goldenCases } from './cases.ts';
import { answersAbout, golden, goldenFile, RENDERED } from './render.ts';

const cases = goldenCases();

describe('the answers about our own articles equal the accepted ones, on every platform', () => {
  test.each(cases)('$id', async (goldenCase) => {
    const answers = await answersAbout(goldenCase);
    for (const [at, rendering] of RENDERED.entries()) {
      const accepted = golden(goldenCase, rendering);
      // Never written automatically: accepted answers have been read. See CONTRIBUTING.md.
      if (accepted === undefined) {
        throw new Error(`${goldenFile(goldenCase, rendering).pathname} is missing: npm run golden -- --accept`);
      }
      expect(answers[at]).toBe(accepted);
    }
  });
});

test.each(RENDERED)('no expected answers remain for removed articles: $folder', ({ folder }) => {
  const known = new Set(cases.map(({ id }) => `${id}.txt`));
  const kept = readdirSync(new URL(`./expected/${folder}`, import.meta.url)).filter((name) => name.endsWith('.txt'));
  expect(kept.filter((name) => !known.has(name))).toEqual([]);
});
