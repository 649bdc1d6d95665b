import type { TextBlock } from './text/wrap.ts';

/** A drawn picture: outlines only, so that it looks the same everywhere. */
export interface Drawing {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  /** False if no font has one of the letters: such a picture is not shown. */
  readonly isComplete: boolean;
}

export const COLOURS = {
  ground: '#fbfaf7',
  panel: '#f1eee6',
  ink: '#1d1c1a',
  quiet: '#5b5952',
  line: '#d9d5cb',
  accent: '#1f4e79',
  against: '#a3431c',
  between: '#5b5952',
  for: '#1f5f99',
} as const;

/** Collects shapes from top to bottom. */
export class Canvas {
  readonly width: number;
  #shapes = '';
  #isComplete = true;

  constructor(width: number) {
    this.width = width;
  }

  rectangle(x: number, y: number, width: number, height: number, fill: string, radius = 0): void {
    this.#shapes += `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}"/>`;
  }

  /**
   * @param rightEdge where lines end that are set from the right; `x` is ignored then.
   * @returns the y coordinate of the end of the text.
   */
  text(block: TextBlock, x: number, y: number, fill: string, rightEdge?: number): number {
    for (const [index, { svg, width }] of block.lines.entries()) {
      const left = rightEdge === undefined ? x : rightEdge - width;
      const baseline = y + index * block.lineHeight + block.lineHeight * BASELINE;
      this.#shapes += `<g fill="${fill}" transform="translate(${round(left)} ${baseline.toFixed(1)})">${svg}</g>`;
    }
    this.#isComplete &&= block.isComplete;
    return y + block.height;
  }

  /** Returns the picture with this height. */
  drawing(height: number): Drawing {
    const { width } = this;
    const size = `width="${width}" height="${Math.ceil(height)}"`;
    const ground = `<rect width="100%" height="100%" fill="${COLOURS.ground}"/>`;
    return {
      svg: `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${width} ${Math.ceil(height)}">${ground}${this.#shapes}</svg>`,
      width,
      height: Math.ceil(height),
      isComplete: this.#isComplete,
    };
  }
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** The position of the baseline as a fraction of the line height. */
const BASELINE = 0.76;
