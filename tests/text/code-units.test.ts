import { expect, test } from 'vitest';
import { capitalisedWords, countLetters, findRuns, LETTER, WORD } from '#text/code-units';
import fc from '../support/property.ts';

const words = fc.array(
  fc.constantFrom('A', 'é', 'Ł', 'b', 'ß', '7', '½', '’', "'", '-', ' ', '.', '김', 'ﬁ', '\u0301', '𝐀', '🙂', '\ud800'),
);

test('letters, runs of them and capitalised words equal those found by a regular expression', () => {
  fc.assert(
    fc.property(words, (chars) => {
      const text = chars.join('');
      expect(findRuns(text, LETTER)).toEqual(text.match(/\p{L}+/gu) ?? []);
      expect(findRuns(text, WORD)).toEqual(text.match(/[\p{L}\p{N}]+/gu) ?? []);
      expect(countLetters(text, LETTER)).toBe(text.match(/\p{L}/gu)?.length ?? 0);
      expect(countLetters(text, WORD)).toBe(text.match(/[\p{L}\p{N}]/gu)?.length ?? 0);
      expect(capitalisedWords(text)).toEqual(text.match(/(?<![\p{L}\p{N}])\p{Lu}[\p{L}’'-]+/gu) ?? []);
    }),
  );
});
