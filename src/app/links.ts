import type { Config } from '#config';
import type { CatalogEntry } from '#core/catalog';
import type { PageReader } from '#sources/pages/index';
import { once } from '#store/once';

export interface LinksOptions {
  readonly config: Pick<Config, 'fetch'>;
  readonly read: (name: string, text: string) => Promise<CatalogEntry>;
  readonly now: () => number;
}

/** Articles behind links. What it takes to fetch them is loaded when the first is asked for: most starts need none of it. */
export interface Links {
  read(url: string): Promise<CatalogEntry>;
  close(): Promise<void>;
}

export function makeLinks({ config, read, now }: LinksOptions): Links {
  let close = async (): Promise<void> => {};
  const opening = once(async (): Promise<PageReader> => {
    const [{ makeFetcher }, { makePageReader }] = await Promise.all([
      import('#sources/fetch/index'),
      import('#sources/pages/index'),
    ]);
    const fetcher = makeFetcher(config.fetch);
    close = () => fetcher.close();
    return makePageReader({ fetcher, read, now });
  });
  return {
    read: async (url) => (await opening.get()).read(url),
    close: () => close(),
  };
}
