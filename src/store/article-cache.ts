import { chmodSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';

/** The part of a read article that stays in memory. */
export interface CachedHead {
  readonly head: string;
  readonly names: string;
  readonly terms: string;
}

export interface CachedArticle extends CachedHead {
  readonly body: Uint8Array<ArrayBuffer>;
}

/** A file at the time it was read. */
export interface CachedFile {
  readonly path: string;
  readonly fingerprint: string;
  /** The digest of the bytes. */
  readonly digest: string;
}

/** A disk cache of read articles. It may be deleted at any time. */
export interface ArticleCache {
  /** Returns the cached article of a file that has not changed. */
  find(path: string, fingerprint: string): (CachedHead & { readonly digest: string }) | undefined;
  head(digest: string): CachedHead | undefined;
  body(digest: string): Uint8Array;
  put(digest: string, article: CachedArticle): void;
  /** Records the existing files; entries of other files are deleted. */
  setFiles(files: readonly CachedFile[]): void;
  close(): void;
}

const BUSY_TIMEOUT_MS = 100;

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS version (reader TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS article (digest TEXT PRIMARY KEY, head TEXT, names TEXT, terms TEXT, body BLOB);
  CREATE TABLE IF NOT EXISTS file (path TEXT PRIMARY KEY, fingerprint TEXT NOT NULL, digest TEXT NOT NULL) WITHOUT ROWID;
`;

/**
 * Opens the cache in a file, which is created if missing.
 *
 * @param reader the version of the code that reads articles: entries of other versions are deleted.
 */
export function openArticleCache(file: string, reader: string): ArticleCache {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS });
  chmodSync(file, 0o600);
  // Entries lost in a power failure are read again.
  database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA cache_size = -2000; ${SCHEMA}`);
  if (database.prepare('SELECT reader FROM version').get()?.reader !== reader) {
    database.exec('BEGIN; DELETE FROM version; DELETE FROM article; DELETE FROM file;');
    database.prepare('INSERT INTO version VALUES (?)').run(reader);
    database.exec('COMMIT');
  }
  const statements = new Map<string, StatementSync>();
  const prepared = (sql: string): StatementSync => {
    const known = statements.get(sql) ?? database.prepare(sql);
    statements.set(sql, known);
    return known;
  };
  return {
    find(path, fingerprint) {
      const row = prepared(
        'SELECT digest, head, names, terms FROM file JOIN article USING (digest) WHERE path = ? AND fingerprint = ?',
      ).get(path, fingerprint);
      return row && ({ ...row } as unknown as CachedHead & { digest: string });
    },
    head(digest) {
      const row = prepared('SELECT head, names, terms FROM article WHERE digest = ?').get(digest);
      return row && ({ ...row } as unknown as CachedHead);
    },
    body(digest) {
      const row = prepared('SELECT body FROM article WHERE digest = ?').get(digest);
      if (!row) throw new Error(`the article cache ${file} lacks an article: restart Onrecord`);
      return row.body as Uint8Array;
    },
    put(digest, { head, names, terms, body }) {
      prepared('INSERT OR REPLACE INTO article VALUES (?, ?, ?, ?, ?)').run(digest, head, names, terms, body);
    },
    setFiles(files) {
      database.exec('BEGIN; DELETE FROM file;');
      const insert = prepared('INSERT INTO file VALUES (?, ?, ?)');
      for (const { path, fingerprint, digest } of files) insert.run(path, fingerprint, digest);
      database.exec('DELETE FROM article WHERE digest NOT IN (SELECT digest FROM file); COMMIT;');
    },
    close: () => database.close(),
  };
}
