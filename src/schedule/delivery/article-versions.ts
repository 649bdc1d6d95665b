import { hash } from 'node:crypto';
import type { Entry, Shelf } from '#core/catalog';
import type { Sighting, Versions } from '#core/store';
import { holdsAll, searchable, stemsOf } from '#lookup/search';
import { type Changes, changesOf, sentencesOf } from '#replies/changes';

/** Letters of a digest: 132 bits, so that no two versions ever share one. */
const DIGEST = 22;

/** More words that channels have asked for are searched for again. */
const MOST_WORDS = 10_000;

/** The shelf as channels have seen it: what fits their words, which version each article is, what has changed. */
export interface Editions {
  /** The articles that hold these words, the newest first; all of them where there are none. */
  about(words: string | undefined): readonly Entry[];
  byId(id: string): Entry | undefined;
  /** A digest of the article's sentences: what a channel was shown is known by it. */
  versionOf(entry: Entry): string;
  /** What has changed since a version; undefined where that version was never kept. */
  changes(entry: Entry, before: string): Promise<Changes | undefined>;
  /** Keeps the sentences of what is shown, so that a change can be told later. */
  keep(shown: readonly Sighting[]): Promise<void>;
}

/** Everything is worked out once for each article, however many channels ask. */
export function makeEditions(shelf: Shelf, versions: Versions): Editions {
  const stems = new WeakMap<Entry, ReadonlySet<string>>();
  const digests = new WeakMap<Entry, string>();
  const shelves = new WeakMap<readonly Entry[], ShelfCache>();
  const changed = new WeakMap<Entry, Map<string, Promise<Changes | undefined>>>();
  const kept = new WeakSet<Entry>();

  const cache = (): ShelfCache => {
    const entries = shelf.entries();
    return remembered(shelves, entries, () => ({
      byId: new Map(entries.map((entry) => [entry.article.id, entry])),
      about: new Map(),
    }));
  };
  const versionOf = (entry: Entry): string =>
    remembered(digests, entry, () => hash('sha256', JSON.stringify(sentencesOf(entry)), 'base64url').slice(0, DIGEST));
  const difference = async (entry: Entry, before: string): Promise<Changes | undefined> => {
    const sentences = await versions.sentences(before);
    return sentences && changesOf(entry, sentences);
  };

  return {
    about(words) {
      const entries = shelf.entries();
      if (words === undefined) return entries;
      const { about } = cache();
      if (about.size > MOST_WORDS) about.clear();
      return remembered(about, words, () =>
        entries.filter((entry) =>
          holdsAll(
            remembered(stems, entry, () => stemsOf(searchable(entry))),
            words,
          ),
        ),
      );
    },
    byId: (id) => cache().byId.get(id),
    versionOf,
    changes(entry, before) {
      const known = remembered(changed, entry, () => new Map<string, Promise<Changes | undefined>>());
      const found = remembered(known, before, () => difference(entry, before));
      // What the store could not tell now is asked again.
      found.catch(() => known.delete(before));
      return found;
    },
    async keep(shown) {
      const fresh = shown.flatMap(({ article, version }) => {
        const entry = cache().byId.get(article);
        return entry && !kept.has(entry) && versionOf(entry) === version ? [entry] : [];
      });
      await Promise.all(
        fresh.map(async (entry) => {
          await versions.keep(versionOf(entry), entry.article.id, sentencesOf(entry));
          kept.add(entry);
        }),
      );
    },
  };
}

interface ShelfCache {
  readonly byId: ReadonlyMap<string, Entry>;
  readonly about: Map<string, readonly Entry[]>;
}

interface Cache<K, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): unknown;
}

/** A value that is worked out when it is first asked for. */
function remembered<K, V>(cache: Cache<K, V>, key: K, make: () => V): V {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = make();
  cache.set(key, made);
  return made;
}
