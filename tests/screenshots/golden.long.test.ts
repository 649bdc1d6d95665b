import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CHROMIUM, launch } from '../support/web/browser.ts';
import { GOLDEN_FOLDER, goldenFile, MAX_DIFFERENCE, takeGoldenScreenshots } from './golden.ts';
import { differenceOf, readImage } from './image.ts';

const HOW = 'look at it with npm run screenshots and git diff, and commit it';

describe.skipIf(CHROMIUM === undefined)('the screenshots of answers and pictures', () => {
  test('show each kind of article as it is drawn now', async () => {
    const browser = await launch();
    const shots = await takeGoldenScreenshots(browser).finally(() => browser.close());
    const stale = [...shots].filter(([name, png]) => {
      const file = goldenFile(name);
      return !existsSync(file) || differenceOf(readImage(readFileSync(file)), readImage(png)) > MAX_DIFFERENCE;
    });
    expect(stale.map(([name]) => `${name}.png has changed: ${HOW}`)).toEqual([]);
    const kept = readdirSync(GOLDEN_FOLDER).map((file) => file.replace(/\.png$/, ''));
    expect(kept.filter((name) => !shots.has(name))).toEqual([]);
  }, 600_000);
});

test('the screenshots are small', () => {
  const sizes = readdirSync(GOLDEN_FOLDER).map((file) => statSync(new URL(file, GOLDEN_FOLDER)).size);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_000_000);
});
