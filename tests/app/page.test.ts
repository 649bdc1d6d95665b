import { expect, test } from 'vitest';
import { openPage, type PageDeps } from '#app/page';
import { formatLine, lastWord } from '#commandline';
import { commands } from '#commands';
import type { Requester } from '#core/access/requester';
import { UserError } from '#core/errors';
import { type Dispatcher, MAX_UPLOADED_PAGE_BYTES } from '#core/ports';
import { dispatcherOf } from '../support/dispatcher.ts';
import { river } from '../support/river.ts';

const { url: _, ...articleWithoutAddress } = river.article;
const unaddressed = {
  article: articleWithoutAddress,
  briefing: { ...river.briefing, article: articleWithoutAddress },
};
const dispatcher = dispatcherOf([unaddressed]);

/** A page over ports that only record calls. */
function opened(config: PageDeps['config'], { isTyped = false, taken = [] as readonly number[] } = {}) {
  const mounted: string[] = [];
  const limits: (number | undefined)[] = [];
  const deps = {
    ...{ config, isTyped, commands, grammar: { formatLine, lastWord }, newId: () => 'id' },
    logger: { info: () => {}, error: () => {} },
    makeWeb: ({ port }) => ({
      mount: (path, _, options) => {
        mounted.push(options?.keepsFrontPage ? `${path} beside the front page` : path);
        limits.push(options?.maxBodyBytes);
      },
      listen: async () => {
        if (taken.includes(port)) {
          throw new UserError('taken', { cause: Object.assign(new Error(), { code: 'EADDRINUSE' }) });
        }
        return port;
      },
      close: async () => {},
    }),
    openFolder: async () => ({ canSave: () => false, save: async () => ({ file: 'a.txt', isNew: true }) }),
    secretFor: (purpose) => `secret for ${purpose}`,
    platforms: () => ({}),
    errors: () => [],
    schedules: async () => [],
    now: () => 0,
    feeds: async () => [],
  } satisfies Partial<PageDeps>;
  return openPage(deps as unknown as PageDeps).then((page) => ({ ...page, mounted, limits }));
}

const SERVER = { host: '0.0.0.0', port: 8080 };
const KEYED = { web: SERVER, url: 'https://onrecord.example', key: 'k'.repeat(32) };

test('in an interactive terminal it is on port 3000, or on the next free one', async () => {
  expect((await opened({}, { isTyped: true })).url).toBe('http://127.0.0.1:3000/');
  expect((await opened({}, { isTyped: true, taken: [3000, 3001] })).url).toBe('http://127.0.0.1:3002/');
});

test('accepts uploads as large as a saved page', async () => {
  expect((await opened({}, { isTyped: true })).limits).toEqual([MAX_UPLOADED_PAGE_BYTES]);
});

test('is off for a pipe, a service and ONRECORD_PAGE=no', async () => {
  for (const { web, url } of [await opened({}), await opened({ page: 'no' }, { isTyped: true })]) {
    expect([web, url]).toEqual([undefined, undefined]);
  }
  const service = await opened({ web: SERVER });
  expect([service.web !== undefined, service.url, service.mounted]).toEqual([true, undefined, []]);
});

test('on a port set by the operator it requires a token, which a key keeps over restarts', async () => {
  const [page, again] = [await opened({ ...KEYED, page: 'yes' }), await opened({ ...KEYED, page: 'yes' })];
  expect(page.url).toMatch(/^https:\/\/onrecord\.example\/page\/[\w-]{43}\/$/);
  expect(again.url).toBe(page.url);
  const [keyless, other] = [await opened({ web: SERVER, page: 'yes' }), await opened({ web: SERVER, page: 'yes' })];
  expect(keyless.url).toMatch(/^http:\/\/127\.0\.0\.1:8080\/page\/[\w-]{43}\/$/);
  expect(other.url).not.toBe(keyless.url);
});

test('a service with a public address has only signed articles', async () => {
  const { url, mounted } = await opened(KEYED);
  expect([url, mounted]).toEqual([undefined, ['/ beside the front page']]);
});

test('evidence links to a signed article if the article has no URL', async () => {
  const page = await opened(KEYED);
  const linked = page.withReaderLinks(dispatcher);
  const answer = async (through: Dispatcher, requester: Requester) =>
    JSON.stringify((await through.dispatch({ kind: 'line', text: '/quotes' }, requester)).reply);
  const mine = await answer(linked, { id: '1', tenantKey: 'T1' });
  expect(mine).toMatch(/https:\/\/onrecord\.example\/articles\/river-dam\?of=T1&key=[\w-]{32}#p3:~:text=/);
  expect(await answer(linked, { id: '1', tenantKey: 'T2' })).not.toContain(/key=([\w-]{32})/.exec(mine)?.[1]);
  expect(await answer(dispatcher, { id: '1', tenantKey: 'T1' })).not.toContain('onrecord.example');
  expect(page.readerUrl(articleWithoutAddress, 'T1')).toBe(/https:[^#"]*/.exec(mine)?.[0]);
  expect(page.readerUrl(river.article, 'T1')).toBeUndefined();
  const withAddress = page.withReaderLinks(dispatcherOf([river]));
  expect(await answer(withAddress, { id: '1', tenantKey: 'T1' })).not.toContain('onrecord.example');
});
