import * as hb from 'harfbuzzjs';
import type { LoadedFont } from './fonts.ts';

/** A line of text as outlines, independent of the fonts of the viewer. */
export interface ShapedText {
  readonly width: number;
  /** SVG elements, with the start of the baseline at the origin. */
  readonly svg: string;
  /** Whether every letter has a glyph in one of the fonts. */
  readonly isComplete: boolean;
}

interface Run {
  readonly text: string;
  readonly font: LoadedFont;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Shapes one line, each script in a font that has it. Runs are laid out in the direction of the text they are part of;
 * a run of a right-to-left script is right-to-left internally.
 */
export function shapeText(text: string, fonts: readonly LoadedFont[], size: number, isRightToLeft = false): ShapedText {
  let width = 0;
  let svg = '';
  let isComplete = true;
  const runs = runsOf(text, fonts);
  for (const run of isRightToLeft ? runs.toReversed() : runs) {
    const scale = size / run.font.unitsPerEm;
    const glyphs = shapeRun(run);
    let x = 0;
    for (const { glyphId, path, advance, dx, dy } of glyphs) {
      if (glyphId === 0) isComplete = false;
      if (path !== '') svg += outline(path, width + (x + dx) * scale, -dy * scale, scale);
      x += advance;
    }
    width += x * scale;
  }
  return { width, svg, isComplete };
}

/** Outlines use font units, with the y axis upwards. */
const outline = (path: string, x: number, y: number, scale: number): string =>
  `<path transform="matrix(${scale.toFixed(5)} 0 0 ${(-scale).toFixed(5)} ${round(x)} ${round(y)})" d="${path}"/>`;

const round = (value: number): number => Math.round(value * 100) / 100;

interface Glyph {
  readonly glyphId: number;
  readonly path: string;
  readonly advance: number;
  readonly dx: number;
  readonly dy: number;
}

function shapeRun({ text, font: { font } }: Run): readonly Glyph[] {
  const buffer = new hb.Buffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  hb.shape(font, buffer);
  const positions = buffer.getGlyphPositions();
  return buffer.getGlyphInfos().map(({ codepoint: glyphId }, index) => {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
    return { glyphId, path: outlineOf(font, glyphId), advance: xAdvance, dx: xOffset, dy: yOffset };
  });
}

const outlines = new WeakMap<hb.Font, Map<number, string>>();

/** The outline of a glyph, cached because texts repeat glyphs. */
function outlineOf(font: hb.Font, glyphId: number): string {
  const known = outlines.get(font) ?? new Map<number, string>();
  outlines.set(font, known);
  const path = known.get(glyphId) ?? font.glyphToPath(glyphId);
  known.set(glyphId, path);
  return path;
}

const LETTER = /[\p{L}\p{N}\p{M}]/u;

/** Splits a text into runs of one font. Characters other than letters join their neighbours, or use the first font. */
function runsOf(text: string, fonts: readonly LoadedFont[]): readonly Run[] {
  const [base] = fonts;
  if (!base) return [];
  const pieces = [...graphemes.segment(text)].map(({ segment }) => ({
    segment,
    font: LETTER.test(segment) ? fontFor(segment, fonts) : undefined,
  }));
  const runs: Run[] = [];
  for (const [index, { segment, font }] of pieces.entries()) {
    const before = runs.at(-1)?.font;
    const next = pieces.slice(index).find((piece) => piece.font)?.font;
    const chosen = font ?? (before && before === next && covers(before, segment) ? before : fontFor(segment, fonts));
    const last = runs.at(-1);
    if (last?.font === chosen) runs[runs.length - 1] = { font: chosen, text: last.text + segment };
    else runs.push({ text: segment, font: chosen });
  }
  return runs;

  function fontFor(segment: string, among: readonly LoadedFont[]): LoadedFont {
    return among.find((candidate) => covers(candidate, segment)) ?? (base as LoadedFont);
  }
}

/** Joiners and variation selectors have no glyph. */
const INVISIBLE = /\u200c|\u200d|[\ufe00-\ufe0f]/gu;

const covers = ({ font }: LoadedFont, segment: string): boolean =>
  [...segment.replace(INVISIBLE, '')].every((letter) => font.nominalGlyph(letter.codePointAt(0) ?? 0) !== undefined);
