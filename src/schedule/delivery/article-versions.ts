import type { Catalog, CatalogEntry } from '#core/catalog';
import type { ArticleVersionStore, SeenArticle } from '#core/storage/store';
import { entryContains } from '#lookup/search';
import { type Changes, changesOf, sentencesOf } from '#replies/schedule/changes';
import type { ArchivedArticles } from './archived-articles.ts';
import { versionOf } from './version-of.ts';

/** More words that channels have asked for are searched for again. */
const MAX_CACHED_QUERIES = 10_000;

/** The catalog as channels have seen it: which articles match, the version of each, and what has changed. */
export interface ArticleVersions {
  /** The articles that hold these words, the newest first; all of them where there are none. */
  matching(words: string | undefined): readonly CatalogEntry[];
  /** Of the archive, only the articles that are loaded. */
  byId(id: string): CatalogEntry | undefined;
  /** Articles that feeds have brought; absent where there are no feeds. */
  readonly archived?: ArchivedArticles | undefined;
  /** A digest of the article's sentences: what a channel was shown is known by it. */
  versionOf(entry: CatalogEntry): string;
  /** What has changed since a version; undefined where that version was never kept. */
  changes(entry: CatalogEntry, before: string): Promise<Changes | undefined>;
  /** Keeps the sentences of what is shown, so that a change can be told later. */
  keep(shown: readonly SeenArticle[]): Promise<void>;
}

/** Everything is worked out once for each article, however many channels ask. */
export function makeArticleVersions(
  catalog: Catalog,
  versions: ArticleVersionStore,
  archived?: ArchivedArticles,
): ArticleVersions {
  const digests = new WeakMap<CatalogEntry, string>();
  const catalogCaches = new WeakMap<readonly CatalogEntry[], CatalogCache>();
  const changeCache = new WeakMap<CatalogEntry, Map<string, Promise<Changes | undefined>>>();
  const stored = new WeakSet<CatalogEntry>();

  const cache = (): CatalogCache => {
    const entries = catalog.entries();
    return getOrCreate(catalogCaches, entries, () => ({
      byId: new Map(entries.map((entry) => [entry.article.id, entry])),
      about: new Map(),
    }));
  };
  const byId = (id: string): CatalogEntry | undefined => cache().byId.get(id) ?? archived?.byId(id);
  const version = (entry: CatalogEntry): string => getOrCreate(digests, entry, () => versionOf(entry));
  const difference = async (entry: CatalogEntry, before: string): Promise<Changes | undefined> => {
    const sentences = await versions.sentences(before);
    return sentences && changesOf(entry, sentences);
  };

  return {
    matching(words) {
      const entries = catalog.entries();
      if (words === undefined) return entries;
      const { about } = cache();
      if (about.size > MAX_CACHED_QUERIES) about.clear();
      return getOrCreate(about, words, () => entries.filter((entry) => entryContains(entry, words)));
    },
    byId,
    archived,
    versionOf: version,
    changes(entry, before) {
      const known = getOrCreate(changeCache, entry, () => new Map<string, Promise<Changes | undefined>>());
      const found = getOrCreate(known, before, () => difference(entry, before));
      // What the store could not tell now is asked again.
      found.catch(() => known.delete(before));
      return found;
    },
    async keep(shown) {
      const fresh = shown.flatMap(({ article, version: seen }) => {
        const entry = byId(article);
        return entry && !stored.has(entry) && version(entry) === seen ? [entry] : [];
      });
      await Promise.all(
        fresh.map(async (entry) => {
          await versions.save(version(entry), entry.article.id, sentencesOf(entry));
          stored.add(entry);
        }),
      );
    },
  };
}

interface CatalogCache {
  readonly byId: ReadonlyMap<string, CatalogEntry>;
  readonly about: Map<string, readonly CatalogEntry[]>;
}

interface Cache<K, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): unknown;
}

/** A value that is worked out when it is first asked for. */
function getOrCreate<K, V>(cache: Cache<K, V>, key: K, make: () => V): V {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = make();
  cache.set(key, made);
  return made;
}
