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

test('a picture is drawn in another thread, as PNG or SVG', async () => {
  const png = Buffer.from((await pool.drawPng(card())) ?? []);
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
  const svg = await pool.draw({ picture: card(), format: 'svg' });
  expect(new TextDecoder().decode(svg)).toMatch(/^<svg .*<path/);
});

test('there is none with a letter that no font has, or with more words than a picture holds', async () => {
  expect(await pool.drawPng(card({ speaker: 'ጎንደር' }))).toBeUndefined();
  expect(await pool.drawPng(card({ words: ['word '.repeat(2_000)] }))).toBeUndefined();
  expect(logged).toEqual([]);
});

test('there is none, and the log says so, where drawing fails', async () => {
  expect(await pool.drawPng({ kind: 'unknown' } as never)).toBeUndefined();
  expect(logged).toEqual(['a picture could not be drawn']);
  expect(await pool.drawPng(card())).toBeDefined();
});
