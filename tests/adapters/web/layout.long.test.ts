import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { draw } from '#app/pictures/draw';
import { brief } from '#briefing';
import { readUpload } from '#library/upload';
import { dispatcherOf } from '../../support/dispatcher.ts';
import { river } from '../../support/river.ts';
import { CHROMIUM, launch, serve } from '../../support/web/browser.ts';
import { webOf } from '../../support/web/page.ts';
import { askLine, visitPage } from '../../support/web/visit.ts';

const LONG = `A long meeting\n\n${Array.from(
  { length: 60 },
  (_, at) =>
    `“We will mend the ${at}th bridge over the wide river before the next winter,” said Mara Lind, the premier.`,
).join('\n\n')}`;

describe.skipIf(CHROMIUM === undefined)('in a browser', () => {
  let browser: Browser;
  let url: string;
  let close: () => void;

  beforeAll(async () => {
    const article = await readUpload({ name: 'long.txt', content: LONG });
    const entries = [river, { article: { ...article, id: 'long' }, briefing: brief(article) }];
    const adapter = webOf(entries);
    await adapter.start(dispatcherOf(entries, [], { drawPicture: (picture) => draw({ picture, format: 'png' }) }));
    const served = await serve(adapter.listener);
    [browser, url, close] = [await launch(), served.url, served.close];
  });
  afterAll(async () => {
    await browser?.close();
    close?.();
  });

  const visit = (path: string, look: (page: Page) => Promise<void>, options: BrowserContextOptions = {}) =>
    visitPage(browser, url, path, look, { reducedMotion: 'reduce', ...options });

  const paste = (page: Page, target: string, text: string) =>
    page.evaluate(`(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', ${JSON.stringify(text)});
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.querySelector(${JSON.stringify(target)}).dispatchEvent(event);
    })()`);

  test.each([
    { width: 1280, height: 900 },
    { width: 360, height: 740 },
    { width: 740, height: 320 },
  ])('the choices of the first line are all inside the window: %o', (viewport) =>
    visit(
      '/',
      async (page) => {
        await page.keyboard.type('/');
        await page.getByRole('option', { name: '/brief' }).waitFor();
        const { y = -1, height = 0 } = (await page.getByRole('listbox').boundingBox()) ?? {};
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y + height).toBeLessThan(viewport.height);
      },
      { viewport },
    ),
  );

  test('Escape also closes the choices that are still to arrive', () =>
    visit('/', async (page) => {
      const held = Promise.withResolvers<void>();
      await page.route('**/api/complete', async (route) => {
        await held.promise;
        await route.continue();
      });
      await Promise.all([page.waitForRequest('**/api/complete'), page.keyboard.type('/')]);
      await page.keyboard.press('Escape');
      const arrived = page.waitForResponse('**/api/complete');
      held.resolve();
      await (await arrived).finished();
      await page.evaluate('new Promise((resolve) => setTimeout(resolve))');
      expect(await page.locator('#line').getAttribute('aria-expanded')).toBe('false');
    }));

  test('the chosen colours apply to every page', () =>
    visit('/', async (page) => {
      await page.getByLabel('Dark').check();
      for (const path of ['/articles', '/articles/river-dam', '/morning', '/status']) {
        await page.goto(`${url}${path}`);
        await page.waitForFunction("getComputedStyle(document.documentElement).backgroundColor === 'rgb(22, 24, 28)'");
      }
    }));

  test('only the words of the chosen speaker remain coloured', () =>
    visit('/articles/river-dam', async (page) => {
      const colours = () =>
        page.evaluate<readonly string[]>(
          "['a1', 'a3'].map((id) => getComputedStyle(document.getElementById(id)).backgroundColor)",
        );
      const [first, second] = await colours();
      await page.getByLabel('Speaker').selectOption({ label: 'Mara Lind (2)' });
      expect(await colours()).toEqual(['rgba(0, 0, 0, 0)', second]);
      expect(first).not.toBe('rgba(0, 0, 0, 0)');
    }));

  test('the next page of a long answer begins inside the window', () =>
    visit('/', async (page) => {
      await askLine(page, '/quotes article:long');
      const slack = page.locator('.slack').first();
      await slack.getByRole('button', { name: 'Next' }).click();
      await slack.getByText('page 2 of 5').waitFor();
      const { y = -1 } = (await slack.boundingBox()) ?? {};
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThan(720);
    }));

  test('an answer does not move when its picture arrives', () =>
    visit('/', async (page) => {
      await page.route('**/pictures/*', () => undefined);
      await askLine(page, '/positions as:map');
      const { height = 0 } = (await page.locator('img.picture').first().boundingBox()) ?? {};
      expect(height).toBeGreaterThan(100);
    }));

  test('nothing that has the focus is covered by the line', () =>
    visit(
      '/',
      async (page) => {
        await askLine(page, '/quotes article:long');
        await page.evaluate("scrollTo(0, 0); document.querySelector('#main').focus()");
        const covered: string[] = [];
        for (let at = 0; at < 40; at += 1) {
          await page.keyboard.press('Tab');
          covered.push(
            await page.evaluate<string>(`(() => {
              const one = document.activeElement;
              const line = document.querySelector('form.ask');
              return one === document.body || line.contains(one) || one.getBoundingClientRect().bottom <= line.getBoundingClientRect().top
                ? '' : one.outerHTML;
            })()`),
          );
        }
        expect(covered.filter((html) => html !== '')).toEqual([]);
      },
      { viewport: { width: 360, height: 740 } },
    ));

  test('a pasted link is read at once, on the empty line only', () =>
    visit('/', async (page) => {
      await page.locator('#line').fill('/feeds add ');
      await paste(page, '#line', 'https://127.0.0.1:9/story');
      await page.locator('#line').fill('');
      await paste(page, '#line', 'https://127.0.0.1:9/story');
      await page.locator('.conversation > li').waitFor();
      expect(await page.locator('.asked').allTextContents()).toEqual(['https://127.0.0.1:9/story']);
    }));

  test('a text is briefed wherever on the page it is pasted', () =>
    visit('/', async (page) => {
      await paste(page, 'h1', 'Mill to close\n\n“The mill is worn out,” said Ada Berg, its owner.');
      await page.locator('.slack').getByText('Mill to close').first().waitFor();
    }));

  test('a file that is too large is refused without being sent', () =>
    visit('/', async (page) => {
      const file = { name: 'page.html', mimeType: 'text/html', buffer: Buffer.alloc(5_000_001) };
      await page.locator('input[type=file]').setInputFiles(file);
      await page.getByText('page.html is too large: 5 MB at most. Save only the article.').waitFor();
    }));
});
