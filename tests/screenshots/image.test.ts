import { describe, expect, test } from 'vitest';
import { differenceOf, type Image, readImage, writeImage } from './image.ts';

/** A white page with black lines of text at some heights. */
function pageWith(lines: readonly number[], height = 160): Image {
  const width = 160;
  const data = new Uint8Array(width * height * 3).fill(255);
  for (const line of lines) data.fill(0, line * width * 3, (line + 6) * width * 3);
  return { width, height, data };
}

describe('two screenshots', () => {
  test('are the same after they were written and read', () => {
    const page = pageWith([10, 50]);
    expect(differenceOf(readImage(writeImage(page)), page)).toBe(0);
  });

  test('with letters of another rasteriser are the same', () => {
    const page = pageWith([10, 50]);
    const right = { ...page, data: page.data.map((value, at) => (at % 5 === 0 ? Math.abs(value - 40) : value)) };
    expect(differenceOf(page, right)).toBe(0);
  });

  test('differ by a line more, and by another height', () => {
    expect(differenceOf(pageWith([10, 50]), pageWith([10, 50, 90]))).toBeGreaterThan(0.04);
    expect(differenceOf(pageWith([10]), pageWith([10], 200))).toBe(1);
  });
});
