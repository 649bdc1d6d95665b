import type { Requester } from '#core/access/requester';
import type { Catalog, CatalogEntry } from '#core/catalog';
import type { Command } from '#core/commands/command';
import type { Invocation } from '#core/commands/invocation';
import type { ArchiveView } from '#core/storage/archive';
import { publishedOf } from '#lookup/catalog-search';

/**
 * Adds the requested article from the archive to the catalog if it is only there, or, if none is named, an archived
 * article that is newer than all others. It is loaded before the command runs, as commands read from memory.
 */
export async function withArchived(
  catalog: Catalog,
  { options }: Invocation,
  command: Command,
  { scope }: Requester,
  archive: ArchiveView | undefined,
): Promise<Catalog> {
  if (!archive || !scope || !command.options.some(({ name }) => name === 'article')) return catalog;
  const { article } = options;
  if (article !== undefined && !/^(?:latest|newest)$/i.test(article.trim())) {
    if (catalog.find(article)) return catalog;
    const entry = await archive.entry(scope, article);
    return entry ? beside(catalog, entry, article) : catalog;
  }
  const head = await archive.newest(scope);
  const [first] = catalog.entries();
  if (!head || (first && publishedOf(first.article) >= head.published)) return catalog;
  const entry = await archive.entry(scope, head.id);
  return entry ? before(catalog, entry) : catalog;
}

/** Adds an entry that is found by the query, but not listed. */
const beside = (catalog: Catalog, entry: CatalogEntry, asked: string): Catalog => ({
  entries: () => catalog.entries(),
  loadErrors: () => catalog.loadErrors(),
  find: (query) => (query === asked || query === entry.article.id ? entry : catalog.find(query)),
});

/** Adds an entry as the newest. */
const before = (catalog: Catalog, entry: CatalogEntry): Catalog => ({
  entries: () => [entry, ...catalog.entries()],
  loadErrors: () => catalog.loadErrors(),
  find: (query) =>
    query === entry.article.id || /^(?:latest|newest)$/i.test(query.trim()) ? entry : catalog.find(query),
});
