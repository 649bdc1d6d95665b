import * as hb from 'harfbuzzjs';
import type { LoadedFont } from './fonts.ts';

/** A line of text as outlines: nothing of it depends on fonts where it is shown. */
export interface ShapedText {
  readonly width: number;
  /** SVG elements, the baseline at 0, the first letter at 0. */
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
 * One line, each script in the font that has it. Runs stand from left to right; a run of a script that is written from
 * right to left is so within itself.
 */
export function shapeText(text: string, fonts: readonly LoadedFont[], size: number): ShapedText {
  let width = 0;
  let svg = '';
  let isComplete = true;
  for (const run of runsOf(text, fonts)) {
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

/** Outlines are drawn upwards in units of the font. */
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

/** A glyph's outline; a text asks for the same ones again and again. */
function outlineOf(font: hb.Font, glyphId: number): string {
  const known = outlines.get(font) ?? new Map<number, string>();
  outlines.set(font, known);
  const path = known.get(glyphId) ?? font.glyphToPath(glyphId);
  known.set(glyphId, path);
  return path;
}

const LETTER = /[\p{L}\p{N}\p{M}]/u;

/** Neighbours of one font. What is no letter goes with the letters around it, or with the first font. */
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
    return among.find((one) => covers(one, segment)) ?? (base as LoadedFont);
  }
}

/** Joiners and selectors have no glyph of their own. */
const INVISIBLE = /\u200c|\u200d|[\ufe00-\ufe0f]/gu;

const covers = ({ font }: LoadedFont, segment: string): boolean =>
  [...segment.replace(INVISIBLE, '')].every((letter) => font.nominalGlyph(letter.codePointAt(0) ?? 0) !== undefined);
