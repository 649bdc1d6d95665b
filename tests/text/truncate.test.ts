import { describe, expect, test } from 'vitest';
import { cutIndex, firstPart, MAX_CLUSTER, splitText, truncate, truncateAtWord } from '#text/truncate';
import fc from '../support/property.ts';

const FAMILY = '👨‍👩‍👧‍👦';
const graphemes = (text: string): string[] => [...new Intl.Segmenter('en').segment(text)].map(({ segment }) => segment);
const texts = fc.string({
  unit: fc.constantFrom('a', ' ', 'é', 'e\u0301', '한', '🇰🇷', '🦊', FAMILY, '\u200d'),
  maxLength: 150,
});

describe('a text that is too long', () => {
  test.each([
    ['the fox 🦊', 10, 'the fox 🦊'],
    ['the fox 🦊 ran', 10, 'the fox…'],
    [`family ${FAMILY}!`, 12, 'family…'],
    ['cafe\u0301 au lait', 5, 'caf…'],
    ['🇰🇷🇰🇵🇺🇸', 6, '🇰🇷…'],
    ['', 5, ''],
  ])('%s in %i code units is %s', (text, maxLength, expected) => {
    expect(truncate(text, maxLength)).toBe(expected);
  });

  test('is cut at the end of a word if one is near', () => {
    expect(truncateAtWord('the minister said that the river would rise', 30)).toBe('the minister said that the…');
  });

  test('is never cut inside a grapheme, nor longer than allowed', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: MAX_CLUSTER, max: 200 }), (text, maxLength) => {
        const all = graphemes(text);
        const head = graphemes(firstPart(text, maxLength));
        expect(head).toEqual(all.slice(0, head.length));
        expect(truncate(text, maxLength).length).toBeLessThanOrEqual(maxLength);
        expect(truncateAtWord(text, maxLength).length).toBeLessThanOrEqual(maxLength);
      }),
    );
  });

  test('is split into parts that equal the text, without splitting surrogate pairs', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 2, max: 40 }), (text, maxLength) => {
        const pieces = splitText(text, maxLength);
        expect(pieces.join('')).toBe(text);
        for (const piece of pieces) {
          expect(piece.isWellFormed()).toBe(true);
          expect(piece.length).toBeLessThanOrEqual(maxLength);
        }
      }),
    );
  });

  test('is cut even within a letter with a hundred accents', () => {
    expect(cutIndex(`e${'\u0301'.repeat(100)}`, 50)).toBe(50);
  });
});
