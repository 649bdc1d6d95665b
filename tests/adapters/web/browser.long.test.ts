import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { draw } from '#app/pictures/draw';
import { brief } from '#briefing';
import type { DrawPicture } from '#core/picture';
import { readUpload } from '#library/upload';
import { dispatcherOf } from '../../support/dispatcher.ts';
import { river } from '../../support/river.ts';
import { violations } from '../../support/web/axe.ts';
import { CHROMIUM, launch, serve } from '../../support/web/browser.ts';
import { webOf } from '../../support/web/page.ts';
import { askLine, visitPage } from '../../support/web/visit.ts';

const HOSTILE = `<script>window.hacked = true</script> wins\n\n${Array.from(
  { length: 1000 },
  (_, at) =>
    `“<img src=x onerror=window.hacked=true> number ${at} \u202edrow” said Mara Lind, the premier. [here](javascript:window.hacked=true)`,
).join('\n\n')}`;

const readArticle = async (name: string, content: string) => {
  const article = await readUpload({ name, content });
  return { article, briefing: brief(article) };
};

describe.skipIf(CHROMIUM === undefined)('in a browser', () => {
  let browser: Browser;
  let url: string;
  let close: () => void;

  beforeAll(async () => {
    const hostile = await readArticle('hostile.txt', HOSTILE);
    const adapter = webOf([river, { ...hostile, article: { ...hostile.article, id: 'hostile' } }]);
    const drawPicture: DrawPicture = (picture) => draw({ picture, format: 'png' });
    await adapter.start(dispatcherOf([river, hostile], [], { drawPicture }));
    const served = await serve(adapter.listener);
    [browser, url, close] = [await launch(), served.url, served.close];
  });
  afterAll(async () => {
    await browser?.close();
    close?.();
  });

  const visit = (path: string, look: (page: Page) => Promise<void>, options: BrowserContextOptions = {}) =>
    visitPage(browser, url, path, look, options);

  test('shows a long line cut between graphemes above its answer', () =>
    visit('/', async (page) => {
      await askLine(page, `${'a'.repeat(299)}🦊 and more`);
      expect(await page.locator('.asked').textContent()).toBe(`${'a'.repeat(299)}…`);
    }));

  test('replaces the whole word if more of it is typed before the next choices arrive', () =>
    visit('/', async (page) => {
      await page.route('**/api/complete', (route) =>
        route.request().postDataJSON().line === '/quotes speaker:mara' ? undefined : route.continue(),
      );
      await page.keyboard.type('/quotes speaker:mar');
      await page.getByRole('option', { name: /Mara Lind/ }).waitFor();
      await Promise.all([page.waitForRequest('**/api/complete'), page.keyboard.type('a')]);
      await page.keyboard.press('Tab');
      expect(await page.locator('#line').inputValue()).toBe('/quotes speaker:"Mara Lind" ');
    }));

  test('a form opens over the page, completes its input and is answered', () =>
    visit('/', async (page) => {
      await askLine(page, '/quotes');
      await page.locator('.slack').getByRole('button', { name: 'Choose…' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Speaker').fill('José Álvarez-Peña');
      await dialog.getByRole('button', { name: 'Ask' }).click();
      const answer = page.locator('.conversation > li').nth(1);
      await answer.getByText('We fill the lake').first().waitFor();
      expect(await answer.textContent()).not.toContain('drought');
    }));

  test('a menu answers in both previews', () =>
    visit('/', async (page) => {
      await askLine(page, '/quotes');
      await page.locator('.discord select').selectOption({ label: 'José Álvarez-Peña, energy minister' });
      await page.waitForFunction("!document.querySelector('.conversation').textContent.includes('drought')");
    }));

  test('a line of a briefing links to its words in the reader', () =>
    visit('/', async (page) => {
      await askLine(page, '/quotes speaker:"Mara Lind"');
      const link = page.locator('.slack').getByRole('link', { name: '¶3' });
      const href = (await link.getAttribute('href')) ?? '';
      expect(href).toContain(`${url}/articles/river-dam#p3:~:text=`);
      await page.goto(href);
      expect(await page.locator('#p3').textContent()).toContain('a slow drought by decree');
    }));

  const VIEWS = ['/', '/articles', '/articles/river-dam', '/morning', '/status'] as const;

  test.each(VIEWS)('%s fits 360 pixels and has no axe violations, light and dark', (path) =>
    visit(
      path,
      async (page) => {
        if (path === '/') {
          await askLine(page, '/quotes');
          await askLine(page, '/positions');
          await askLine(page, '/positions as:map');
        }
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
          expect(await violations(page)).toEqual([]);
        }
        const ground = await page.evaluate('getComputedStyle(document.documentElement).backgroundColor');
        expect(ground).toBe('rgb(22, 24, 28)');
      },
      { viewport: { width: 360, height: 740 } },
    ),
  );

  test('a card and a map are as wide as the messages that show them', () =>
    visit('/', async (page) => {
      await askLine(page, '/quotes as:card');
      await askLine(page, '/positions as:map');
      await page.locator('img.picture').nth(3).waitFor();
      await page.waitForFunction('[...document.images].every(({ naturalWidth }) => naturalWidth > 1000)');
      const shares = await page.evaluate<readonly number[]>(
        "[...document.querySelectorAll('img.picture')].map((one) => one.width / one.closest('.body').clientWidth)",
      );
      expect(shares).toHaveLength(4);
      for (const share of shares) expect(share).toBeGreaterThan(0.85);
    }));

  test('an open form has no axe violations', () =>
    visit('/', async (page) => {
      await askLine(page, '/quotes');
      await page.locator('.slack').getByRole('button', { name: 'Choose…' }).click();
      await page.getByRole('dialog').waitFor();
      expect(await violations(page)).toEqual([]);
    }));
});
