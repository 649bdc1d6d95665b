import fc from 'fast-check';
import { expect, test } from 'vitest';
import { capitalWordsOf, LETTER, runsOf, WORD } from '#text/code-units';

const words = fc.array(
  fc.constantFrom('A', 'é', 'Ł', 'b', 'ß', '7', '½', '’', "'", '-', ' ', '.', '김', 'ﬁ', '\u0301', '𝐀', '🙂', '\ud800'),
);

test('runs of letters and capital words are those that a pattern finds', () => {
  fc.assert(
    fc.property(words, (chars) => {
      const text = chars.join('');
      expect(runsOf(text, LETTER)).toEqual(text.match(/\p{L}+/gu) ?? []);
      expect(runsOf(text, WORD)).toEqual(text.match(/[\p{L}\p{N}]+/gu) ?? []);
      expect(capitalWordsOf(text)).toEqual(text.match(/(?<![\p{L}\p{N}])\p{Lu}[\p{L}’'-]+/gu) ?? []);
    }),
  );
});
