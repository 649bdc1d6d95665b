import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { CatalogEntry } from '#core/catalog';
import { UserError } from '#core/errors';
import { message } from '#core/messages/index';
import type { Logger, Upload } from '#core/ports';
import { idOf } from '#library/read';
import { openArticleCache } from '#store/article-cache';
import { type CachedReader, makeCachedReader } from './cached-reader.ts';
import { type PackedEntry, unpackWhole } from './packed-entry.ts';
import { PoolFullError, WorkerPool } from './pool.ts';
import { TaskLimitError, type ThreadLimits } from './pool-thread.ts';
import type { ReadResult, ReadTask } from './protocol.ts';
import { readerVersion } from './reader-version.ts';

/** Reads and analyses articles in worker threads, so that no text blocks the event loop. */
export interface ArticleReader {
  /** Reads the files of the content folder. */
  readonly files: CachedReader;
  /** Reads a user's upload, before files. @throws UserError if it contains no readable article, or takes too long. */
  readUpload(upload: Upload): Promise<CatalogEntry>;
  /** Reads a web page, and keeps only its story. @throws UserError like `readUpload`. */
  readPage(name: string, html: string): Promise<CatalogEntry>;
  close(): Promise<void>;
}

/** The limits of one text: ten times what the longest articles need. */
const LIMITS = { cpuMs: 2_000, heapMb: 512 } as const;

/** The maximum number of queued texts; beyond it, users are asked to try again. */
const MAX_QUEUE = 50;

const IDLE_MS = 10_000;

/** While a hostile text occupies one thread, the others keep working. */
const THREADS = Math.min(4, Math.max(2, availableParallelism()));

/** @param cacheFile the path of the cache of read articles; they are kept in memory if omitted. */
export function makeArticleReader(logger: Logger, cacheFile?: string, limits: ThreadLimits = LIMITS): ArticleReader {
  const script = new URL('./read-thread.ts', import.meta.url);
  const pool = new WorkerPool<ReadTask, ReadResult>({
    ...{ script, threads: THREADS, maxQueue: MAX_QUEUE, idleMs: IDLE_MS, ...limits },
  });
  const read = async (task: ReadTask, urgent: boolean): Promise<PackedEntry> => {
    const result = await pool.run(task, { urgent }).catch((error) => {
      throw toUserError(error, limits);
    });
    if ('error' in result) throw new UserError(result.error);
    return result.entry;
  };
  const files = makeCachedReader({
    logger,
    read: (name, content) => read({ kind: 'file', name, content }, false),
    open: (make) => {
      if (cacheFile === undefined || !(make || existsSync(cacheFile))) return undefined;
      return openArticleCache(cacheFile, readerVersion());
    },
  });
  /** Runs a task before files, because a user waits for it. */
  const readNow = async (task: ReadTask): Promise<CatalogEntry> => unpackWhole(await read(task, true), idOf(task.name));
  return {
    files,
    readUpload: ({ name, content }) => readNow({ kind: 'upload', name, content }),
    readPage: (name, content) => readNow({ kind: 'page', name, content }),
    close: async () => {
      await pool.close();
      files.close();
    },
  };
}

function toUserError(error: unknown, { cpuMs }: ThreadLimits): unknown {
  if (error instanceof PoolFullError) {
    return new UserError(message('read.busy'));
  }
  if (!(error instanceof TaskLimitError)) return error;
  return new UserError(
    error.limit === 'time' ? message('read.takesTime', { seconds: cpuMs / 1_000 }) : message('read.takesMemory'),
  );
}
