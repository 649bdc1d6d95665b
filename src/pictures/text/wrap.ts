import type { Family, Weight } from './fonts.ts';
import { fontsFor, type LoadedFont } from './fonts.ts';
import { type ShapedText, shapeText } from './shape.ts';

export interface TextStyle {
  readonly family: Family;
  readonly weight: Weight;
  readonly size: number;
}

/** A text in lines that fit a width. */
export interface TextBlock {
  readonly lines: readonly ShapedText[];
  readonly lineHeight: number;
  readonly height: number;
  /** Whether its first letter is of a right-to-left script. */
  readonly isRightToLeft: boolean;
  /** Whether every letter has a glyph. */
  readonly isComplete: boolean;
}

const LEADING = 1.32;

/** The height of some lines of text of a size. */
export const sizeOfLines = (count: number, size: number): number => count * size * LEADING;

/** Breaks lines between words; within a word only if it is wider than a line. */
export async function wrapText(text: string, { family, weight, size }: TextStyle, width: number): Promise<TextBlock> {
  const fonts = await fontsFor(text, family, weight);
  const measure = memoized((line) => shapeText(line.trimEnd(), fonts, size).width);
  const pieces = wordsIn(text).flatMap((word) =>
    measure(word) > width ? fill(graphemesIn(word), width, measure) : [word],
  );
  return blockOf(fill(pieces, width, measure), fonts, size, isRightToLeft(text));
}

/** The width of a text in one line. */
export async function widthOf(text: string, { family, weight, size }: TextStyle): Promise<number> {
  return shapeText(text, await fontsFor(text, family, weight), size).width;
}

type Measure = (text: string) => number;

/** The share of a line up to which the sum of the widths of its pieces is exact enough: kerning is much less. */
const SURELY_FITS = 0.9;

/** Joins pieces into lines that fit a width. Only what nearly fills a line is measured as a whole. */
function fill(pieces: readonly string[], width: number, measure: Measure): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let sum = 0;
  for (const piece of pieces) {
    const own = measure(piece) + (piece.length - piece.trimEnd().length) * measure('i');
    if (line !== '' && sum + own > width * SURELY_FITS && measure(line + piece) > width) {
      lines.push(line);
      line = piece.trimStart();
      sum = own;
    } else {
      line += piece;
      sum += own;
    }
  }
  return line === '' ? lines : [...lines, line];
}

/** Words and letters repeat; whole lines do not. */
function memoized(measure: Measure): Measure {
  const known = new Map<string, number>();
  return (text) => {
    if (text.length > MAX_KEPT) return measure(text);
    const width = known.get(text) ?? measure(text);
    known.set(text, width);
    return width;
  };
}

const MAX_KEPT = 20;

const RIGHT_TO_LEFT = /^[\p{sc=Arab}\p{sc=Hebr}]/u;

const isRightToLeft = (text: string): boolean => RIGHT_TO_LEFT.test(/\p{L}/u.exec(text)?.[0] ?? '');

function blockOf(
  lines: readonly string[],
  fonts: readonly LoadedFont[],
  size: number,
  isRightToLeft: boolean,
): TextBlock {
  const shaped = lines.map((line) => shapeText(line.trimEnd(), fonts, size, isRightToLeft));
  return {
    isRightToLeft,
    lines: shaped,
    lineHeight: sizeOfLines(1, size),
    height: sizeOfLines(lines.length, size),
    isComplete: shaped.every(({ isComplete }) => isComplete),
  };
}

const words = new Intl.Segmenter('en', { granularity: 'word' });
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Splits a text at possible line breaks, including trailing characters: some scripts have no spaces. */
function wordsIn(text: string): readonly string[] {
  const found: string[] = [];
  for (const { segment, isWordLike } of words.segment(text.replace(/\s+/gu, ' '))) {
    const last = found.at(-1);
    const joins = last !== undefined && !/\s$/u.test(last) && (!isWordLike || !IDEOGRAPHIC.test(segment));
    if (joins) found[found.length - 1] = last + segment;
    else found.push(segment);
  }
  return found;
}

const IDEOGRAPHIC = /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]/u;

const graphemesIn = (word: string): readonly string[] => [...graphemes.segment(word)].map(({ segment }) => segment);
