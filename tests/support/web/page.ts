import { web } from '#adapters/web/index';
import type { WebOptions } from '#adapters/web/port';
import { draw } from '#app/pictures/draw';
import { picturesOfArticles } from '#app/pictures/index';
import { createPreviews } from '#app/previews';
import { formatLine, lastWord } from '#commandline';
import { commands } from '#commands';
import type { CatalogEntry } from '#core/catalog';

/** The options of pages without schedules or errors. */
const webOptions = (entries: readonly CatalogEntry[], more: Partial<WebOptions> = {}): WebOptions => ({
  previews: createPreviews(commands),
  grammar: { formatLine, lastWord },
  logger: {
    info: () => {},
    error: (message, details) => {
      throw new Error(message, { cause: details?.err });
    },
  },
  newId: () => 'id',
  access: { kind: 'loopback' },
  pictures: picturesOfArticles(draw),
  secret: 'a secret of the tests',
  status: async () => ({ articles: entries, loadErrors: [], platforms: {}, errors: [], schedules: 0, feeds: [] }),
  nextPosts: async () => [],
  ...more,
});

/** Makes the pages over some articles. */
export const webOf = (entries: readonly CatalogEntry[], more: Partial<WebOptions> = {}) =>
  web(webOptions(entries, more));

const HEADERS = { host: '127.0.0.1:3000', 'x-onrecord': 'page', 'content-type': 'application/json' } as const;

/** An API request of the page's script. */
export const apiRequest = (path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Request =>
  new Request(`http://127.0.0.1:3000/api/${path}`, {
    method: 'POST',
    headers: { ...HEADERS, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

/** A browser's request for a page. */
export const pageRequest = (path: string, headers: Readonly<Record<string, string>> = {}): Request =>
  new Request(`http://127.0.0.1:3000${path}`, { headers: { host: '127.0.0.1:3000', ...headers } });
