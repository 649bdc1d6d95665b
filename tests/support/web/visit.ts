import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { watch } from './browser.ts';

/** Opens a page as a new user; no script on it may fail, and nothing be requested from another origin. */
export async function visitPage(
  browser: Browser,
  url: string,
  path: string,
  look: (page: Page) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const faults = watch(page, url);
  try {
    await page.goto(`${url}${path}`);
    await look(page);
    expect(faults).toEqual([]);
  } finally {
    await context.close();
  }
}

/** Sends a line on the chat page, and waits for its answer. */
export async function askLine(page: Page, line: string): Promise<void> {
  const before = await page.locator('.conversation > li').count();
  await page.locator('#line').fill(line);
  await page.locator('#line').press('Escape');
  await page.locator('#line').press('Enter');
  await page.locator('.conversation > li').nth(before).waitFor();
}
