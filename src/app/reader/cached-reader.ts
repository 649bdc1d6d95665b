import type { CatalogEntry } from '#core/catalog';
import type { Logger } from '#core/ports';
import type { FileState, ReadEntry } from '#library';
import type { ArticleCache, CachedFile } from '#store/article-cache';
import { type PackedEntry, type PackedHead, unpack } from './packed-entry.ts';

/** Fewer articles are read again at each start: that takes no time, and leaves no file behind. */
const MIN_ARTICLES = 20;

export interface CachedReaderDeps {
  readonly read: (name: string, bytes: Uint8Array) => Promise<PackedEntry>;
  /** Opens the cache. @returns undefined where there is none yet, and none is to be made. */
  readonly open: (make: boolean) => ArticleCache | undefined;
  readonly logger: Logger;
}

/** Reads files, and keeps on the disk what was read: after a restart it is found there, and memory holds the heads alone. */
export interface CachedReader {
  readonly read: ReadEntry;
  /** What a file held that still stands as it did when it was read. */
  recall(file: FileState): { readonly digest: string; readonly entry: (id: string) => CatalogEntry } | undefined;
  /** Takes down which files there are. */
  setFiles(files: readonly CachedFile[]): void;
  close(): void;
}

/** A cache that fails is done without: everything is held in memory then. */
export function makeCachedReader({ read, open, logger }: CachedReaderDeps): CachedReader {
  let cache: ArticleCache | undefined;
  let isBroken = false;
  /** What has been read and does not stand on the disk. */
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
  // A function of its own: one made beside the head would keep it, and all its texts, in memory.
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
    recall({ path, fingerprint }) {
      const found = attempt(() => opened(false)?.find(path, fingerprint));
      return found && { digest: found.digest, entry: entryOf(found.digest, found) };
    },
    setFiles: (files) => {
      // What stands nowhere else is not thrown away with the files it came from.
      attempt(() => opened(false)?.setFiles(files));
    },
    close: () => void attempt(() => cache?.close()),
  };
}
