import { describe, expect, test } from 'vitest';
import { brief } from '#briefing';
import { UserError } from '#core/errors';
import { readArticle } from '#library';
import fc, { anyText } from '../support/property.ts';
import { anyUnits, articleOf, newsLike, sound } from './articles.ts';
import { broken } from './invariants.ts';
import { faultsOfBrief, misquoted, shownQuotations } from './shown.ts';

/** Invariants for any text, checked with a number of texts of each kind. */
export function generatedProperties(numRuns: number): void {
  const runs = { numRuns };

  describe.each([
    ['something like news', newsLike],
    ['any code units', anyUnits],
    ['any text', anyText({ maxLength: 300 })],
  ])('%s', (_, texts) => {
    test('is read without a throw, into a briefing that holds together', () => {
      fc.assert(
        fc.property(texts, (text) => {
          expect(broken(brief(articleOf(text)))).toEqual([]);
        }),
        runs,
      );
    });

    test('is quoted letter for letter', () => {
      fc.assert(
        fc.property(texts, (text) => {
          expect(misquoted(brief(articleOf(text)))).toEqual([]);
        }),
        runs,
      );
    });

    test('gives the same briefing twice', () => {
      fc.assert(
        fc.property(texts, (text) => {
          expect(brief(articleOf(text))).toEqual(brief(articleOf(text)));
        }),
        runs,
      );
    });

    test.each(['txt', 'md', 'html'])('is taken from a .%s file, or refused in words', async (ending) => {
      await fc.assert(
        fc.asyncProperty(texts, async (text) => {
          const article = await readArticle(`made-up.${ending}`, Buffer.from(text)).catch(refusal);
          if (!article) return;
          const briefing = brief(article);
          expect([...broken(briefing), ...misquoted(briefing), ...faultsOfBrief(briefing)]).toEqual([]);
        }),
        runs,
      );
    });
  });

  test('any bytes are taken or refused in words', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        const article = await readArticle('bytes.txt', bytes).catch(refusal);
        if (article) expect(broken(brief(article))).toEqual([]);
      }),
      runs,
    );
  });

  test('a plain quotation is shown whole, with any marks and any position of its speaker', () => {
    fc.assert(
      fc.property(sound, ({ text, said }) => {
        const shown = shownQuotations(brief(articleOf(text)));
        expect(shown.map((words) => words.replace(/[.,]$/, ''))).toContain(said);
      }),
      runs,
    );
  });
}

/** Only errors that a user can correct may reject an article. */
function refusal(error: unknown): undefined {
  if (!(error instanceof UserError)) throw error;
  expect(error.message).toMatch(/^\S.*[.!?]$/su);
}
