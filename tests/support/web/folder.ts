import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WebOptions } from '#adapters/web/port';
import { makeArticleFolder } from '#app/article-folder';
import { brief } from '#briefing';
import type { CatalogEntry } from '#core/catalog';
import { openCatalog } from '#library';
import { readWith } from '../../library/support.ts';
import { catalogOf } from '../briefing.ts';
import { dispatcherOf } from '../dispatcher.ts';
import { webOf } from './page.ts';

interface FolderOptions extends Partial<WebOptions> {
  /** Articles that are there beside the folder. */
  readonly beside?: readonly CatalogEntry[];
  readonly readLink?: (url: string) => Promise<CatalogEntry>;
  readonly savesNothing?: boolean;
}

/** The pages over an empty folder in which articles can be saved. */
export async function pagesOverFolder({ beside = [], readLink, savesNothing, ...more }: FolderOptions = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'content-'));
  const catalog = await openCatalog({ folder, read: readWith(brief) });
  const entries = () => [...beside, ...catalog.entries()];
  const all = { ...catalogOf(beside), entries, find: (query: string) => catalogOf(entries()).find(query) };
  const status = async () => ({
    ...{ articles: entries(), loadErrors: [], platforms: {}, errors: [], schedules: 0, feeds: [] },
  });
  const adapter = webOf([], {
    status,
    ...(savesNothing ? {} : { folder: makeArticleFolder(folder, catalog) }),
    ...more,
  });
  await adapter.start(dispatcherOf([], [], { catalog: all, ...(readLink && { readLink }) }));
  const close = async () => {
    await catalog.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { adapter, catalog, folder, close };
}
