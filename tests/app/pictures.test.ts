import { afterAll, beforeEach, expect, test } from 'vitest';
import { makePicturePool } from '#app/pictures/index';
import type { QuoteCard } from '#core/picture';

const logged: string[] = [];
const pool = makePicturePool({ info: () => {}, error: (message) => void logged.push(message) });
beforeEach(() => void logged.splice(0));
afterAll(() => pool.close());

const card = (more: Partial<QuoteCard> = {}): QuoteCard => ({
  kind: 'quote',
  words: ['We saw it', 'and left.'],
  speaker: 'Mara Lind',
  source: 'The Delta Courier',
  ...more,
});

test('draws a picture in another thread, as PNG or SVG', async () => {
  const png = Buffer.from((await pool.drawPng(card())) ?? []);
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
  const svg = await pool.draw({ picture: card(), format: 'svg' });
  expect(new TextDecoder().decode(svg)).toMatch(/^<svg .*<path/);
});

test('draws no picture with a character that no font contains, or with too many words', async () => {
  expect(await pool.drawPng(card({ speaker: 'ጎንደር' }))).toBeUndefined();
  expect(await pool.drawPng(card({ words: ['word '.repeat(2_000)] }))).toBeUndefined();
  expect(logged).toEqual([]);
});

test('draws no picture and logs it if drawing fails', async () => {
  expect(await pool.drawPng({ kind: 'unknown' } as never)).toBeUndefined();
  expect(logged).toEqual(['a picture could not be drawn']);
  expect(await pool.drawPng(card())).toBeDefined();
});
