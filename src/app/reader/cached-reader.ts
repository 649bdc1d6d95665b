import type { CatalogEntry } from '#core/catalog';
import type { Logger } from '#core/ports';
import type { FileState, ReadEntry } from '#library';
import type { ArticleCache, CachedFile } from '#store/article-cache';
import { type PackedEntry, type PackedHead, unpack } from './packed-entry.ts';

/** Fewer articles are read again at each start: that is fast, and creates no file. */
const MIN_ARTICLES = 20;

export interface CachedReaderDeps {
  readonly read: (name: string, bytes: Uint8Array) => Promise<PackedEntry>;
  /** Opens the cache. @returns undefined if it does not exist, and must not be created. */
  readonly open: (make: boolean) => ArticleCache | undefined;
  readonly logger: Logger;
}

/** Reads files, and caches the results on disk for the next start; only the heads are kept in memory. */
export interface CachedReader {
  readonly read: ReadEntry;
  /** Returns the cached result of a file that has not changed since it was read. */
  cached(file: FileState): { readonly digest: string; readonly entry: (id: string) => CatalogEntry } | undefined;
  /** Records the existing files. */
  setFiles(files: readonly CachedFile[]): void;
  close(): void;
}

/** If the cache fails, everything is kept in memory instead. */
export function makeCachedReader({ read, open, logger }: CachedReaderDeps): CachedReader {
  let cache: ArticleCache | undefined;
  let isBroken = false;
  /** Entries that are not on disk. */
  const inMemory = new Map<string, PackedEntry>();

  const attempt = <T>(work: () => T): T | undefined => {
    if (isBroken) return undefined;
    try {
      return work();
    } catch (err) {
      isBroken = true;
      logger.info('articles are kept in memory, because the cache cannot be used', { err });
      return undefined;
    }
  };
  const opened = (make: boolean): ArticleCache | undefined => {
    cache ??= attempt(() => open(make));
    return isBroken ? undefined : cache;
  };
  const store = (digest: string, entry: PackedEntry): void => {
    inMemory.set(digest, entry);
    const target = opened(inMemory.size >= MIN_ARTICLES);
    if (!target) return;
    for (const [key, packed] of inMemory) {
      if (attempt(() => target.put(key, packed) ?? true)) inMemory.delete(key);
    }
  };
  // A separate function: a closure created next to the head would keep it, with all its texts, in memory.
  const bodyOf = (digest: string) => (): Uint8Array =>
    inMemory.get(digest)?.body ?? (cache as ArticleCache).body(digest);
  const entryOf =
    (digest: string, head: PackedHead) =>
    (id: string): CatalogEntry =>
      unpack(head, id, bodyOf(digest));

  return {
    read: async (name, bytes, digest) => {
      const known = attempt(() => opened(false)?.head(digest));
      if (known !== undefined) return entryOf(digest, known);
      const entry = await read(name, bytes);
      store(digest, entry);
      return entryOf(digest, entry);
    },
    cached({ path, fingerprint }) {
      const found = attempt(() => opened(false)?.find(path, fingerprint));
      return found && { digest: found.digest, entry: entryOf(found.digest, found) };
    },
    setFiles: (files) => {
      // Entries that are not on disk are kept, even if their files are gone.
      attempt(() => opened(false)?.setFiles(files));
    },
    close: () => void attempt(() => cache?.close()),
  };
}
