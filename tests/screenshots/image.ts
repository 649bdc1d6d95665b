import { decode, encode } from 'fast-png';

/** Pixels as stored: red, green and blue in turn, with few distinct values, so that files stay small. */
export interface Image {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

const LEVELS = 15;

/** Reads a PNG, and reduces its colours. */
export function readImage(png: Uint8Array): Image {
  const { width, height, channels, data } = decode(png);
  const pixels = new Uint8Array(width * height * 3);
  for (let at = 0; at < width * height; at += 1) {
    for (let channel = 0; channel < 3; channel += 1) {
      const value = Number(data[at * channels + Math.min(channel, channels - 1)]);
      pixels[at * 3 + channel] = Math.round((Math.round((value / 255) * LEVELS) * 255) / LEVELS);
    }
  }
  return { width, height, data: pixels };
}

export const writeImage = ({ width, height, data }: Image): Uint8Array =>
  encode({ width, height, channels: 3, depth: 8, data }, { zlib: { level: 9 } });

/** The side of a cell: letters of another rasteriser have the same mean in it. */
const CELL = 8;
/** The difference of two means from which a cell counts as different. */
const MAX_CELL_DIFFERENCE = 32;

/** The share of cells that differ between two images, from 0 to 1; 1 if their sizes differ by more than a line. */
export function differenceOf(left: Image, right: Image): number {
  if (left.width !== right.width || Math.abs(left.height - right.height) > 2 * CELL) return 1;
  const [columns, rows] = [Math.floor(left.width / CELL), Math.floor(Math.min(left.height, right.height) / CELL)];
  let different = 0;
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const distance = Math.abs(meanOf(left, column, row) - meanOf(right, column, row));
      if (distance > MAX_CELL_DIFFERENCE) different += 1;
    }
  }
  return different / Math.max(1, columns * rows);
}

function meanOf({ width, data }: Image, column: number, row: number): number {
  let sum = 0;
  for (let y = row * CELL; y < (row + 1) * CELL; y += 1) {
    const start = (y * width + column * CELL) * 3;
    for (let at = start; at < start + CELL * 3; at += 1) sum += data[at] ?? 0;
  }
  return sum / (CELL * CELL * 3);
}
