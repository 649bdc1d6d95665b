import { plainPaint, render } from '#adapters/terminal/render';
import { brief } from '#briefing';
import { formatLine } from '#commandline';
import type { CatalogEntry } from '#core/catalog';
import type { Dispatcher } from '#core/ports';
import { readArticle } from '#library';
import { drawPicture, toPng } from '#pictures/index';
import { pictureOf } from '#replies/pictures/of-article';
import { dispatcherOf } from '../tests/support/dispatcher.ts';
import { CHROMIUM, launch, serve } from '../tests/support/web/browser.ts';
import { apiRequest, pageRequest, webOf } from '../tests/support/web/page.ts';
import type { File } from './articles.ts';
import { median, ms, percentile, type Row } from './measure.ts';

const ROUNDS = 9;
const MAX_BYTES = 150_000;
const MAX_PICTURE_MS = 150;
const MAX_EXTRA_MS = 20;
const LINES = ['/brief', '/quotes', '/positions', '/articles', '/help'];
const ASKED = 60;

/** Waits for the first paint, which may come after the page has loaded; in milliseconds since navigation. */
const FIRST_PAINT = `new Promise((resolve) => {
  new PerformanceObserver((list) => {
    const [paint] = list.getEntriesByName('first-contentful-paint');
    if (paint) resolve(paint.startTime);
  }).observe({ type: 'paint', buffered: true });
})`;

/** The local page: its size, time to first paint, a screenshot, and response times compared with the terminal's. */
export async function localPage(files: readonly File[]): Promise<Row[]> {
  const entries = await Promise.all(
    files.map(async ({ path, bytes }): Promise<CatalogEntry> => {
      const article = await readArticle(path, bytes);
      return { article, briefing: brief(article) };
    }),
  );
  const dispatcher = dispatcherOf(entries);
  const page = webOf(entries);
  await page.start(dispatcher);
  const rows = [
    await weight(page),
    ...(await firstPaint(page)),
    ...(await picture(entries)),
    await answers(page, dispatcher),
  ];
  await page.stop();
  return rows;
}

type LocalPage = ReturnType<typeof webOf>;

async function weight(page: LocalPage): Promise<Row> {
  const html = await (await page.fetch(pageRequest('/'))).text();
  const linked = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path = '']) => path);
  const assets = new Set([...linked, '/assets/completion.js', '/assets/views.js']);
  let bytes = Buffer.byteLength(html);
  for (const path of assets) bytes += (await (await page.fetch(pageRequest(path))).arrayBuffer()).byteLength;
  return {
    what: `the page with its ${assets.size} files, uncompressed`,
    measured: `${Math.round(bytes / 1_000)} KB`,
    target: { text: 'at most 150 KB', met: bytes <= MAX_BYTES },
  };
}

async function firstPaint(page: LocalPage): Promise<Row[]> {
  if (CHROMIUM === undefined) return [];
  const { url, close } = await serve(page.listener);
  const browser = await launch();
  const painted: number[] = [];
  for (let round = -2; round < ROUNDS; round += 1) {
    const context = await browser.newContext();
    const tab = await context.newPage();
    await tab.goto(url);
    const at = await tab.evaluate<number>(FIRST_PAINT);
    if (round >= 0) painted.push(at);
    await context.close();
  }
  await browser.close();
  close();
  return [{ what: 'first paint on loopback, without a cache', measured: ms(median(painted)) }];
}

async function picture(entries: readonly CatalogEntry[]): Promise<Row[]> {
  const drawable = entries.map(({ briefing }) => pictureOf(briefing, 'map')).find((found) => found !== undefined);
  if (!drawable) return [];
  const taken: number[] = [];
  for (let round = -2; round < ROUNDS; round += 1) {
    const start = performance.now();
    await toPng((await drawPicture(drawable)).svg);
    if (round >= 0) taken.push(performance.now() - start);
  }
  const time = median(taken);
  return [
    {
      what: 'a picture of who stands where as PNG, warm',
      measured: ms(time),
      target: { text: `at most ${MAX_PICTURE_MS} ms`, met: time <= MAX_PICTURE_MS },
    },
  ];
}

async function answers(page: LocalPage, dispatcher: Dispatcher): Promise<Row> {
  const own: number[] = [];
  const terminal: number[] = [];
  for (let round = -10; round < ASKED; round += 1) {
    for (const line of LINES) {
      const start = performance.now();
      await (await page.fetch(apiRequest('ask', { line }))).text();
      const between = performance.now();
      render((await dispatcher.dispatch({ kind: 'line', text: line })).reply, {
        columns: 80,
        paint: plainPaint,
        formatLine,
      });
      const end = performance.now();
      if (round < 0) continue;
      own.push(between - start);
      terminal.push(end - between);
    }
  }
  const [mine, theirs] = [percentile(own, 0.99), percentile(terminal, 0.99)];
  return {
    what: `answers, drawn for both platforms, p99 of ${own.length}; the terminal’s ${ms(theirs)}`,
    measured: ms(mine),
    target: { text: `at most ${MAX_EXTRA_MS} ms more`, met: mine <= theirs + MAX_EXTRA_MS },
  };
}
