import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { brief } from '#briefing';
import type { CatalogEntry } from '#core/catalog';
import { readFileArticle } from '#library';
import { drawPicture } from '#pictures/index';
import { pictureOf } from '#replies/pictures/of-article';
import { dispatcherOf } from '../support/dispatcher.ts';
import { serve } from '../support/web/browser.ts';
import { webOf } from '../support/web/page.ts';

/** The folder of the screenshots. */
export const GOLDEN_FOLDER = new URL('../golden/screenshots/', import.meta.url);
export const goldenFile = (name: string): URL => new URL(`${name}.png`, GOLDEN_FOLDER);

/** The share of cells that may differ between two screenshots of the same subject. */
export const MAX_DIFFERENCE = 0.02;

const ARTICLES = new URL('../golden/articles/', import.meta.url);

/** Half the size of a screen, a third of a picture: as large as on a phone. */
const SCALE = { answer: 0.5, picture: 1 / 3 } as const;

/** Allows for a busy machine. */
const TIMEOUT_MS = 90_000;

const PLATFORMS = ['slack', 'discord'] as const;
const { resolve } = createRequire(import.meta.url);

const fontFace = (weight: number, file: string): string => {
  const data = readFileSync(resolve(`@expo-google-fonts/noto-sans/${file}`)).toString('base64');
  return `@font-face { font-family: "Shown"; font-weight: ${weight}; src: url(data:font/ttf;base64,${data}); }`;
};

/** One font on every machine, so that lines break at the same words; elements that cover an answer are hidden. */
const STYLE = `
${fontFace(400, '400Regular/NotoSans_400Regular.ttf')}
${fontFace(700, '700Bold/NotoSans_700Bold.ttf')}
*, *::before { font-family: "Shown" !important; transition: none !important; }
form.ask { position: static !important; }`;

/** Takes a screenshot of the briefing of each kind of article, as both platforms draw it, and of its pictures. */
export async function takeGoldenScreenshots(browser: Browser): Promise<ReadonlyMap<string, Uint8Array>> {
  const entries = await Promise.all(readdirSync(ARTICLES).toSorted().map(readEntry));
  const shots = new Map<string, Uint8Array>();
  for (const platform of PLATFORMS) {
    for (const [id, png] of await answersOn(browser, platform, entries)) {
      shots.set(`${id}.${platform}`, png);
    }
  }
  for (const entry of entries) {
    for (const [name, png] of await picturesOf(browser, entry)) {
      shots.set(`${entry.article.id}.${name}`, png);
    }
  }
  return shots;
}

async function readEntry(name: string): Promise<CatalogEntry> {
  const article = await readFileArticle(new URL(name, ARTICLES).pathname);
  return { article: { ...article, id: basename(name, '.md') }, briefing: brief(article) };
}

async function answersOn(
  browser: Browser,
  platform: (typeof PLATFORMS)[number],
  entries: readonly CatalogEntry[],
): Promise<readonly (readonly [id: string, png: Uint8Array])[]> {
  const adapter = webOf(entries);
  await adapter.start(dispatcherOf(entries));
  const { url, close } = await serve(adapter.listener);
  const context = await browser.newContext({
    viewport: { width: 700, height: 900 },
    deviceScaleFactor: SCALE.answer,
    bypassCSP: true,
  });
  context.setDefaultTimeout(TIMEOUT_MS);
  const shots: [string, Uint8Array][] = [];
  const page = await context.newPage();
  await page.goto(url);
  await page.addStyleTag({ content: STYLE });
  await page.getByLabel(platform === 'slack' ? 'Slack' : 'Discord', { exact: true }).check();
  for (const [index, { article }] of entries.entries()) {
    const answer = page.locator(`.own .${platform}`).nth(index);
    await ask(page, `/brief article:${article.id}`);
    await answer.waitFor();
    await page.evaluate('document.fonts.ready');
    shots.push([article.id, await answer.screenshot()]);
  }
  await context.close();
  close();
  await adapter.stop();
  return shots;
}

async function ask(page: Page, line: string): Promise<void> {
  await page.locator('#line').fill(line);
  await page.locator('#line').press('Escape');
  await page.locator('#line').press('Enter');
}

async function picturesOf(
  browser: Browser,
  { briefing }: CatalogEntry,
): Promise<readonly (readonly [name: string, png: Uint8Array])[]> {
  const names = { map: 'map', voices: 'voices', card: `card-${briefing.quotes[0]?.id}` };
  const context = await browser.newContext({
    viewport: { width: 1200, height: 630 },
    deviceScaleFactor: SCALE.picture,
  });
  context.setDefaultTimeout(TIMEOUT_MS);
  const shots: [string, Uint8Array][] = [];
  const page = await context.newPage();
  for (const [name, id] of Object.entries(names)) {
    const picture = pictureOf(briefing, id);
    if (!picture) continue;
    await page.setContent((await drawPicture(picture)).svg);
    shots.push([name, await page.locator('svg').screenshot()]);
  }
  await context.close();
  return shots;
}
