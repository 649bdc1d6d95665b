import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { Listener } from '#core/platform';

/** The usual paths of Chromium. */
const PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser of the tests. If it is missing, they fail in CI only, and are skipped elsewhere. */
export const CHROMIUM = PATHS.find((path) => existsSync(path));
if (CHROMIUM === undefined) {
  const what = `There is none of ${PATHS.join(', ')}: apt-get install chromium`;
  if (process.env.CI) throw new Error(what);
  console.info(`The tests in a browser are skipped. ${what}`);
}

/** Turns off background requests: updates, reports, QUIC. */
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: CHROMIUM ?? '', args: FLAGS, timeout: 60_000 });

/** Serves pages on a free port. */
export async function serve(listener: Listener): Promise<{ readonly url: string; close(): void }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Collects errors in the scripts of a page, and requests to other origins. */
export function watch(page: Page, url: string): readonly string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(`${url}/`)) faults.push(`asks ${request.url()}`);
  });
  return faults;
}
