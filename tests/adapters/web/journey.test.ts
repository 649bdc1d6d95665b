import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readTestUpload } from '../../support/dispatcher.ts';
import { river } from '../../support/river.ts';
import { violations } from '../../support/web/axe.ts';
import { CHROMIUM, launch, serve, watch } from '../../support/web/browser.ts';
import { pagesOverFolder } from '../../support/web/folder.ts';
import { askLine } from '../../support/web/visit.ts';

const MILL =
  'Mill to close\n\n“The mill is worn out,” said Ada Berg, its owner. It shuts in June, she told the council.\n\n“We will miss it,” warned Tom Lind, the baker.\n';

const HOSTILE = `<script>window.hacked = true</script> wins\n\n${Array.from(
  { length: 1000 },
  (_, at) =>
    `“<img src=x onerror=window.hacked=true> number ${at} \u202edrow” said Mara Lind, the premier. [here](javascript:window.hacked=true)`,
).join('\n\n')}`;

// What every user does, in a real browser, within seconds; the layouts and the rest are in the long tests.
describe.skipIf(CHROMIUM === undefined)('in a browser', () => {
  let page: Page;
  let url: string;
  let faults: readonly string[];
  let close: () => Promise<void>;

  beforeAll(async () => {
    const { article, briefing } = await readTestUpload({ name: 'hostile.txt', content: HOSTILE });
    const pages = await pagesOverFolder({ beside: [river, { briefing, article: { ...article, id: 'hostile' } }] });
    const [served, browser] = await Promise.all([serve(pages.adapter.listener), launch()]);
    url = served.url;
    page = await browser.newPage();
    page.setDefaultTimeout(20_000);
    faults = watch(page, url);
    close = async () => {
      await browser.close();
      served.close();
      await pages.close();
    };
  });
  afterAll(() => close?.());

  /** All tests use one page: a new one takes as long as a test. */
  const visit = async (path: string, look: () => Promise<void>) => {
    await page.goto(`${url}${path}`);
    await look();
    expect(faults).toEqual([]);
  };

  test('a new user gets from the empty page to a shared quotation', () =>
    visit('/', async () => {
      await page.getByRole('button', { name: '/brief' }).click();
      const slack = page.locator('.own .slack').first();
      await slack.getByRole('button', { name: 'Quotes' }).click();
      await slack.getByText('a slow drought by decree').waitFor();
      expect(await page.locator('.own .discord').first().textContent()).toContain('a slow drought by decree');
      await slack.getByRole('button', { name: 'Share' }).click();
      const post = page.locator('.conversation > .post');
      await post.waitFor();
      for (const platform of ['slack', 'discord']) {
        const shared = await post.locator(`.${platform}`).textContent();
        expect(shared).toContain('Shared by');
        expect(shared).toContain('a slow drought by decree');
        expect(shared).not.toContain('visible to you');
      }
      expect(await slack.textContent()).toContain('Shared in this channel.');
    }));

  test('completes, sends and recalls a line by keyboard alone', () =>
    visit('/', async () => {
      const { keyboard } = page;
      const line = page.locator('#line');
      const chosen = page.locator('[role=option][aria-selected=true]');
      await keyboard.type('/quo');
      await page.getByRole('option', { name: '/quotes' }).waitFor();
      await keyboard.press('Tab');
      await page.getByRole('option', { name: 'speaker:' }).waitFor();
      await keyboard.press('ArrowDown');
      await keyboard.press('ArrowUp');
      await keyboard.press('ArrowDown');
      expect(await chosen.textContent()).toContain('speaker:');
      expect(await line.getAttribute('aria-activedescendant')).toBe('choice-0');
      await keyboard.press('Enter');
      await keyboard.type('mara');
      await page.getByRole('option', { name: /Mara Lind/ }).waitFor();
      await keyboard.press('Tab');
      expect(await line.inputValue()).toBe('/quotes speaker:"Mara Lind" ');
      await keyboard.press('Escape');
      expect(await line.getAttribute('aria-expanded')).toBe('false');
      await keyboard.press('Enter');
      await page.locator('.conversation').getByText('a slow drought by decree').first().waitFor();
      await keyboard.press('ArrowUp');
      expect(await line.inputValue()).toBe('/quotes speaker:"Mara Lind"');
    }));

  test('the reader shows the words of one speaker, opens a note on focus, and is usable by keyboard', () =>
    visit('/articles/river-dam', async () => {
      await page.getByLabel('Speaker').selectOption({ label: 'Mara Lind (2)' });
      expect(await page.locator('.note:visible').count()).toBe(2);
      expect(await page.getByRole('status').textContent()).toBe('2 of 7 statements');
      expect(await page.locator('#a1').getAttribute('class')).toContain('faded');
      await page.getByLabel('Side').selectOption('Upland');
      expect(await page.locator('.note:visible').count()).toBe(0);
      await page.getByLabel('Side').selectOption('');
      await page.locator('#a2').focus();
      const facts = page.locator('#note-a2 .facts');
      expect(await facts.textContent()).toContain('premier');
      expect(await facts.textContent()).toContain('Lowland');
      await page.keyboard.press('Enter');
      expect(await page.evaluate("document.activeElement.closest('li')?.id")).toBe('note-a2');
      await page.keyboard.press('Escape');
      expect(await page.evaluate('document.activeElement.id')).toBe('a2');
    }));

  test('a dropped file is briefed at once, and saved if the user says so, by keyboard', () =>
    visit('/', async () => {
      const transfer = await page.evaluateHandle(`(() => {
        const data = new DataTransfer();
        data.items.add(new File([${JSON.stringify(MILL)}], 'mill.txt', { type: 'text/plain' }));
        return data;
      })()`);
      await page.dispatchEvent('main', 'drop', { dataTransfer: transfer });
      await page.locator('.slack').getByText('Mill to close').first().waitFor();
      const save = page.getByRole('button', { name: 'Save in the content folder' });
      await save.focus();
      await page.keyboard.press('Enter');
      const link = page.getByRole('link', { name: 'Open it in the reader' });
      await link.waitFor();
      expect(await page.locator('.save').getByRole('status').textContent()).toBe(
        'Saved in the content folder as mill.txt.',
      );
      expect(await link.evaluate((one) => one.matches(':focus'))).toBe(true);
      expect(await save.count()).toBe(0);
      await page.keyboard.press('Enter');
      await page.waitForURL('**/articles/mill');
      expect(await page.locator('article').textContent()).toContain('The mill is worn out,');
      await page.getByLabel('Speaker').selectOption({ label: 'Ada Berg (2)' });
      const underlined = await page.evaluate(`[...document.querySelectorAll('.part :is(.cue, .source)')]
        .filter((one) => getComputedStyle(one).textDecorationLine === 'underline').map((one) => one.textContent)`);
      expect(underlined).toEqual(['said', 'Ada Berg, its owner', 'she', 'told']);
    }));

  test('a pasted text that cannot be saved stays in memory, and one sentence says why', () =>
    visit('/', async () => {
      const saving = '**/api/save';
      await page.route(saving, (route) =>
        route.fulfill({ json: { text: 'The disk is full: make room.', isSaved: false } }),
      );
      await page.evaluate(`(() => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', ${JSON.stringify(MILL.replaceAll('Mill', 'Dyeworks'))});
        document.querySelector('#line').dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
      })()`);
      await page.locator('.discord').getByText('Dyeworks to close').first().waitFor();
      const save = page.getByRole('button', { name: 'Save in the content folder' });
      await save.click();
      await page.locator('.save').getByRole('status').getByText('The disk is full: make room.').waitFor();
      expect(await save.getAttribute('aria-disabled')).toBe('false');
      await page.unroute(saving);
    }));

  test('a hostile article is rendered as text everywhere', () =>
    visit('/articles/hostile', async () => {
      expect(await page.locator('.note').count()).toBe(1000);
      expect(
        await page
          .locator('script:not([src]), img:not([src^="/articles/"]), [onerror], a[href^="javascript" i]')
          .count(),
      ).toBe(0);
      expect(await page.locator('article').textContent()).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
      await page.goto(`${url}/`);
      await askLine(page, '/quotes article:hostile');
      expect(await page.locator('.conversation').textContent()).toContain('<script>window.hacked');
      expect(await page.evaluate("'hacked' in window")).toBe(false);
    }));

  test('every view fits 360 pixels and has no axe violations in the dark', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.emulateMedia({ colorScheme: 'dark' });
    for (const path of ['/', '/articles', '/articles/river-dam', '/morning', '/status'])
      await visit(path, async () => {
        if (path === '/') await askLine(page, '/quotes');
        expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBeLessThanOrEqual(360);
        expect(await violations(page), path).toEqual([]);
      });
    const ground = await page.evaluate('getComputedStyle(document.documentElement).backgroundColor');
    expect(ground).toBe('rgb(22, 24, 28)');
  });
});
