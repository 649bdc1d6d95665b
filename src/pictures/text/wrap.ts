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
  /** Whether every letter has a glyph. */
  readonly isComplete: boolean;
}

const LEADING = 1.32;

/** Breaks lines between words; within a word only if it is wider than a line. */
export async function wrapText(text: string, { family, weight, size }: TextStyle, width: number): Promise<TextBlock> {
  const fonts = await fontsFor(text, family, weight);
  const measure = (line: string): number => shapeText(line.trimEnd(), fonts, size).width;
  const lines: string[] = [];
  let line = '';
  for (const word of wordsIn(text)) {
    for (const piece of measure(word) > width ? cut(word, width, measure) : [word]) {
      if (line !== '' && measure(line + piece) > width) {
        lines.push(line);
        line = piece.trimStart();
      } else line += piece;
    }
  }
  if (line !== '') lines.push(line);
  return blockOf(lines, fonts, size);
}

function blockOf(lines: readonly string[], fonts: readonly LoadedFont[], size: number): TextBlock {
  const shaped = lines.map((line) => shapeText(line.trimEnd(), fonts, size));
  const lineHeight = size * LEADING;
  return {
    lines: shaped,
    lineHeight,
    height: lines.length * lineHeight,
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

function cut(word: string, width: number, measure: (text: string) => number): readonly string[] {
  const pieces: string[] = [];
  for (const { segment } of graphemes.segment(word)) {
    const last = pieces.at(-1);
    if (last !== undefined && measure(last + segment) <= width) pieces[pieces.length - 1] = last + segment;
    else pieces.push(segment);
  }
  return pieces;
}
