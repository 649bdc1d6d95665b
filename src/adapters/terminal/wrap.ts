import { createRequire } from 'node:module';

/** Text of one line in one style. */
export interface Run {
  readonly text: string;
  readonly style: Style;
}

export type Style = 'plain' | 'strong' | 'emphasis' | 'code' | 'faint' | 'title' | 'section';
export type TextLine = readonly Run[];

// Most words consist of characters one column wide; the library is used for all others only.
const NARROW = /^[\u0020-\u007e\u00a0-\u02ff\u2010-\u2027]*$/u;

/** The number of columns that a text takes. */
export const widthOf = (text: string): number => (NARROW.test(text) ? text.length : loadStringWidth()(text));

type Width = (text: string) => number;
let loaded: Width | undefined;

/** Loads string-width only if needed, since that takes as long as starting Node. */
function loadStringWidth(): Width {
  loaded ??= (createRequire(import.meta.url)('string-width') as { default: Width }).default;
  return loaded;
}

export const lineWidth = (line: TextLine): number => line.reduce((sum, { text }) => sum + widthOf(text), 0);

/**
 * Breaks runs into lines of at most `width` columns, between words; a word that is too long is cut.
 *
 * Of 2,622 paragraphs, wrap-ansi breaks 2,611 the same way; the others contain a word longer than a line, which starts
 * a new line here. It takes twice as long, and loading it doubles Node's startup time, which `npm run brief` includes.
 */
export function wrap(runs: readonly Run[], width: number): readonly TextLine[] {
  const lines: Run[][] = [[]];
  let used = 0;
  for (const piece of wordsOf(runs).flatMap((word) => (word.width > width ? breakWord(word, width) : [word]))) {
    const line = lines.at(-1) as Run[];
    if (used === 0 || used + (piece.spaced ? 1 : 0) + piece.width <= width) {
      if (used > 0 && piece.spaced) line.push({ text: ' ', style: piece.runs[0]?.style ?? 'plain' });
      used += used > 0 && piece.spaced ? 1 : 0;
      line.push(...piece.runs);
      used += piece.width;
    } else {
      lines.push([...piece.runs]);
      used = piece.width;
    }
  }
  return lines.map(mergeRuns);
}

/** A unit that is not broken: one word, which may change its style inside, like **Kim**’s. */
interface Word {
  readonly runs: Run[];
  readonly width: number;
  /** Whether it is preceded by a space. */
  readonly spaced: boolean;
}

function wordsOf(runs: readonly Run[]): readonly Word[] {
  const words: Word[] = [];
  let spaced = false;
  let glued = false;
  for (const { text, style } of runs) {
    for (const piece of text.split(/([ \n]+)/)) {
      if (piece === '') continue;
      const last = words.at(-1);
      if (/^[ \n]/.test(piece)) [spaced, glued] = [true, false];
      else {
        const width = widthOf(piece);
        if (glued && last)
          words[words.length - 1] = {
            ...last,
            runs: [...last.runs, { text: piece, style }],
            width: last.width + width,
          };
        else words.push({ runs: [{ text: piece, style }], width, spaced });
        [spaced, glued] = [false, true];
      }
    }
  }
  return words;
}

/** Splits a long word into pieces that fit, never between a letter and its accents. */
function breakWord({ runs, spaced }: Word, width: number): readonly Word[] {
  const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
  const pieces: Word[] = [];
  for (const { text, style } of runs) {
    for (const { segment } of graphemes.segment(text)) {
      const wide = widthOf(segment);
      const last = pieces.at(-1);
      if (last && last.width + wide <= width) {
        pieces[pieces.length - 1] = {
          ...last,
          runs: mergeRuns([...last.runs, { text: segment, style }]),
          width: last.width + wide,
        };
      } else pieces.push({ runs: [{ text: segment, style }], width: wide, spaced: pieces.length === 0 && spaced });
    }
  }
  return pieces;
}

/** Merges adjacent runs of the same style. */
function mergeRuns(runs: readonly Run[]): Run[] {
  const all: Run[] = [];
  for (const run of runs) {
    const last = all.at(-1);
    if (last?.style === run.style) all[all.length - 1] = { text: last.text + run.text, style: run.style };
    else all.push(run);
  }
  return all;
}
