import type { Article } from '#core/article';
import type { CatalogEntry } from '#core/catalog';
import type { Archive, ArchiveView } from '#core/storage/archive';

export interface ArchiveViewDeps {
  /** Opens the archive; undefined if it does not exist yet. */
  readonly open: () => Promise<Archive | undefined>;
  readonly brief: (article: Article) => Promise<CatalogEntry>;
  readonly now: () => number;
}

/** The maximum number of briefings in memory; the least recently used are evicted first. All others are on disk. */
const MAX_AT_HAND = 64;

const EMPTY = { total: 0 } as const;

export function makeArchiveView({ open, brief, now }: ArchiveViewDeps): ArchiveView {
  const atHand = new Map<string, CatalogEntry>();

  const briefed = async (article: Article): Promise<CatalogEntry> => {
    const known = atHand.get(article.id);
    // An edited article has a different text under the same id.
    const entry = known?.article.text === article.text ? known : await brief(article);
    atHand.delete(article.id);
    atHand.set(article.id, entry);
    for (const oldest of atHand.keys()) {
      if (atHand.size <= MAX_AT_HAND) break;
      atHand.delete(oldest);
    }
    return entry;
  };

  return {
    articles: async (tenant, query) => (await open())?.articles(tenant, query) ?? { ...EMPTY, heads: [] },
    quotes: async (tenant, query) => (await open())?.quotes(tenant, query) ?? { ...EMPTY, quotes: [] },
    entry: async (tenant, query) => {
      const archive = await open();
      const byId = await archive?.find(tenant, query.trim());
      if (byId) return briefed(byId);
      const found = await archive?.articles(tenant, { words: query, order: 'best', most: 1 });
      const [head] = found?.heads ?? [];
      const article = head && (await archive?.find(tenant, head.id));
      return article && briefed(article);
    },
    newest: async (tenant) => (await (await open())?.articles(tenant, { most: 1 }))?.heads[0],
    now,
  };
}
