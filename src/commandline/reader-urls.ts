import type { Article } from '#core/article';
import { type Catalog, type CatalogEntry, entryWith } from '#core/catalog';

type ReaderUrl = (article: Article) => string | undefined;

/** Adds the reader's URL to each article of a catalog, so that every line of a reply links there. */
export function withReaderUrls(catalog: Catalog, readerUrl: ReaderUrl): Catalog {
  const addressed = new Map<CatalogEntry, CatalogEntry>();
  const withUrl = (entry: CatalogEntry): CatalogEntry => {
    const known = addressed.get(entry) ?? entryWithUrl(entry, readerUrl(entry.article));
    addressed.set(entry, known);
    return known;
  };
  return {
    entries: () => catalog.entries().map(withUrl),
    loadErrors: () => catalog.loadErrors(),
    find: (query) => {
      const found = catalog.find(query);
      return found && withUrl(found);
    },
  };
}

function entryWithUrl(entry: CatalogEntry, readerUrl: string | undefined): CatalogEntry {
  if (readerUrl === undefined) return entry;
  return entryWith(entry, { readerUrl });
}
