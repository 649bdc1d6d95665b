import type { Catalog, CatalogEntry } from '#core/catalog';
import type { ArticleVersionStore, SeenArticle } from '#core/storage/store';
import { entryContains } from '#lookup/search';
import { type Changes, changesOf, sentencesOf } from '#replies/schedule/changes';
import type { ArchivedArticles } from './archived-articles.ts';
import { versionOf } from './version-of.ts';

/** The most cached searches; others are computed again. */
const MAX_CACHED_QUERIES = 10_000;

/** The catalog as channels have seen it: which articles match, the version of each, and what has changed. */
export interface ArticleVersions {
  /** The articles that contain these words, the newest first; all articles without words. */
  matching(words: string | undefined): readonly CatalogEntry[];
  /** Of the archive, only the articles that are loaded. */
  byId(id: string): CatalogEntry | undefined;
  /** Articles from feeds; absent without feeds. */
  readonly archived?: ArchivedArticles | undefined;
  /** A digest of the article's sentences, which identifies the version that a channel was shown. */
  versionOf(entry: CatalogEntry): string;
  /** The changes since a version; undefined if that version is not stored. */
  changes(entry: CatalogEntry, before: string): Promise<Changes | undefined>;
  /** Stores the sentences of shown articles, so that changes can be detected later. */
  keep(shown: readonly SeenArticle[]): Promise<void>;
}

/** Everything is computed once per article. */
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
      // After an error of the store, the next call asks again.
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

/** A value that is computed on first use. */
function getOrCreate<K, V>(cache: Cache<K, V>, key: K, make: () => V): V {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = make();
  cache.set(key, made);
  return made;
}
