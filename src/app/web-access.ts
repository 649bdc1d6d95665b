import type { Config } from '#config';
import type { CatalogEntry } from '#core/catalog';
import type { Fetcher } from '#sources/fetch/index';
import type { PageReader } from '#sources/pages/index';
import { once } from '#store/once';

export interface WebDeps {
  readonly config: Pick<Config, 'fetch'>;
  readonly read: (name: string, text: string) => Promise<CatalogEntry>;
  readonly now: () => number;
}

/** The fetcher, and articles that links point to. The code is loaded on first use: most starts need none of it. */
export interface Web {
  openFetcher(): Promise<Fetcher>;
  readLink(url: string): Promise<CatalogEntry>;
  close(): Promise<void>;
}

export function makeWebAccess({ config, read, now }: WebDeps): Web {
  const fetcher = once(async () => (await import('#sources/fetch/index')).makeFetcher(config.fetch));
  const pages = once(async (): Promise<PageReader> => {
    const { makePageReader } = await import('#sources/pages/index');
    return makePageReader({ fetcher: await fetcher.get(), read, now });
  });
  return {
    openFetcher: fetcher.get,
    readLink: async (url) => (await pages.get()).read(url),
    close: async () => {
      const opened = await fetcher.peek()?.catch(() => undefined);
      await opened?.close();
    },
  };
}
