import { type Catalog, type CatalogEntry, entryWith } from '#core/catalog';
import { isUpload, UPLOAD_PREFIX } from '#lookup';
import { shortId } from '#text/short-id';

/** The capacity of the store; the oldest texts are evicted first. */
export interface Capacity {
  readonly texts: number;
  /** The total length of all texts. */
  readonly characters: number;
}

/** Enough for a busy day; with the briefings, some tens of megabytes. */
const DEFAULT_CAPACITY: Capacity = { texts: 200, characters: 4_000_000 };

/** The texts submitted by users, separate for each tenant. Stored in memory only. */
export interface Uploads {
  /** @returns the id to request the text by; the same text of the same tenant has the same id. */
  keep(entry: CatalogEntry, tenantKey: string): string;
  /** The catalog with the tenant's own texts, which are found by id only and never listed. */
  overlay(catalog: Catalog, tenantKey: string): Catalog;
}

/** Creates an empty store of uploads. The latest text is always kept, even if it exceeds the capacity. */
export function makeUploads({ texts, characters }: Capacity = DEFAULT_CAPACITY): Uploads {
  const kept = new Map<string, CatalogEntry>();
  let held = 0;
  const key = (tenantKey: string, id: string): string => `${tenantKey}\n${id}`;

  const remove = (id: string): void => {
    held -= kept.get(id)?.article.text.length ?? 0;
    kept.delete(id);
  };

  const makeRoom = (): void => {
    for (const oldest of kept.keys()) {
      if (kept.size <= 1 || (kept.size <= texts && held <= characters)) break;
      remove(oldest);
    }
  };

  return {
    keep(entry, tenantKey) {
      const id = `${UPLOAD_PREFIX}${shortId(entry.article.text).slice(1)}`;
      remove(key(tenantKey, id));
      kept.set(key(tenantKey, id), entryWith(entry, { id }));
      held += entry.article.text.length;
      makeRoom();
      return id;
    },
    overlay: (catalog, tenantKey) => ({
      entries: () => catalog.entries(),
      loadErrors: () => catalog.loadErrors(),
      find(query) {
        const own = kept.get(key(tenantKey, query));
        // A search by title words would find a different article for a message whose text was evicted.
        if (own || !isUpload(query)) return own ?? catalog.find(query);
        return catalog.entries().find(({ article: { id } }) => id === query);
      },
    }),
  };
}
