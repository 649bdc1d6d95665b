import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { toPng } from '#pictures/index';
import { dispatcherOf } from '../support/dispatcher.ts';
import { launch, serve } from '../support/web/browser.ts';
import { webOf } from '../support/web/page.ts';
import { GOLDEN_FOLDER, goldenFile, MAX_DIFFERENCE, takeGoldenScreenshots } from './golden.ts';
import { differenceOf, readImage, writeImage } from './image.ts';
import { DOCS, digests, drawnPictures, RECORD_PATH, shippedEntry } from './subjects.ts';

/** Retakes the pictures of the README, and records what they show. */
const entry = await shippedEntry();
const adapter = webOf([entry]);
await adapter.start(dispatcherOf([entry]));
const { url, close } = await serve(adapter.listener);
const browser = await launch();
mkdirSync(DOCS, { recursive: true });

/** The height of an answer in the README. */
const HEIGHT = 560;

const pathOf = (name: string): string => new URL(`${name}.png`, DOCS).pathname;

async function visit(path: string, options: BrowserContextOptions, look: (page: Page) => Promise<unknown>) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(`${url}${path}`);
  await look(page);
  await context.close();
}

async function ask(page: Page, line: string): Promise<void> {
  await page.locator('#line').fill(line);
  await page.locator('#line').press('Escape');
  await page.locator('#line').press('Enter');
  await page.locator('.conversation > li .body:visible > *').first().waitFor();
  await page.locator('main').focus();
}

await visit('/', { viewport: { width: 1160, height: 720 } }, async (page) => {
  await ask(page, '/brief');
  await page.evaluate('scrollTo(0, 0)');
  await page.screenshot({ path: pathOf('page') });
});
for (const platform of ['slack', 'discord']) {
  await visit('/', { viewport: { width: 700, height: 900 } }, async (page) => {
    await page.getByLabel(platform === 'slack' ? 'Slack' : 'Discord', { exact: true }).check();
    await ask(page, '/quotes');
    // Hides elements fixed to the bottom of the window, which would cover a higher picture.
    await page.evaluate("document.querySelector('form.ask').remove()");
    await page.evaluate('scrollTo(0, 0)');
    const box = await page.locator(`.pane.${platform}`).boundingBox();
    const clip = { x: box?.x ?? 0, y: box?.y ?? 0, width: box?.width ?? 1, height: HEIGHT };
    await page.screenshot({ path: pathOf(platform), clip, fullPage: true });
  });
}
await visit('/articles/north-korean-troops', { viewport: { width: 1080, height: 720 } }, async (page) => {
  await page.locator('#a3').focus();
  await page.screenshot({ path: pathOf('reader') });
});
for (const [name, svg] of Object.entries(await drawnPictures(entry))) writeFileSync(pathOf(name), await toPng(svg));
writeFileSync(RECORD_PATH, `${JSON.stringify(await digests(), undefined, 2)}\n`);

// Screenshots that look the same are not rewritten, because fonts are rasterised differently on other machines.
mkdirSync(GOLDEN_FOLDER, { recursive: true });
for (const [name, png] of await takeGoldenScreenshots(browser)) {
  const file = goldenFile(name);
  const image = readImage(png);
  if (!existsSync(file) || differenceOf(readImage(readFileSync(file)), image) > MAX_DIFFERENCE)
    writeFileSync(file, writeImage(image));
}

await browser.close();
close();
await adapter.stop();
