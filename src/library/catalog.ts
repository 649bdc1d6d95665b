import { hash } from 'node:crypto';
import type { Catalog, CatalogEntry, LoadError } from '#core/catalog';
import { UserError } from '#core/errors';
import { message, type Text } from '#core/messages/index';
import { errorMessage, readBytes } from './files.ts';
import { findEntry } from './find-entry.ts';
import { type FileState, listArticles } from './folder.ts';
import { mapConcurrently } from './map-concurrently.ts';
import { newestFirst } from './newest-first.ts';
import { idOf } from './read.ts';
import type { Watch } from './watch.ts';

/** The number of files read concurrently: more than there are threads, so that none waits for the disk. */
const CONCURRENT_READS = 8;

/**
 * Reads a file into a function that creates an entry with a given id.
 *
 * @param digest the digest of the bytes.
 * @throws UserError if the bytes contain no readable article.
 */
export type ReadEntry = (name: string, bytes: Uint8Array, digest: string) => Promise<(id: string) => CatalogEntry>;

export interface CatalogOptions {
  readonly folder: string;
  /** Called once for each content of each file. */
  readonly read: ReadEntry;
  /** Returns the cached result of a file that has not changed since it was read, in this process or another. */
  readonly cached?: (
    file: FileState,
  ) => { readonly digest: string; readonly entry: (id: string) => CatalogEntry } | undefined;
  /** Called with the files that contain articles after each refresh that found a change. */
  readonly onFiles?: (files: readonly (FileState & { readonly digest: string })[]) => void;
  /** Reports when to read the folder again; without it the catalog stays unchanged until `refresh` is called. */
  readonly watch?: Watch;
  /** Called when articles or faults have changed, except for the first read. */
  readonly onChange?: (catalog: Catalog) => void;
}

/** A catalog that is updated when its folder changes. */
export interface LiveCatalog extends Catalog {
  /** Reads the folder again. @returns whether articles or faults have changed. */
  refresh(): Promise<boolean>;
  /** The file with these bytes, if it is loaded, and the id of its article. @param digest their SHA-256, in hex. */
  fileOf(digest: string): { readonly path: string; readonly id: string } | undefined;
  /** Stops watching; resolves when nothing is in progress. */
  close(): Promise<void>;
}

/** The result of reading one file. */
interface LoadedFile {
  readonly state: FileState;
  /** The digest of the bytes: a file touched or saved unchanged is not read again. */
  readonly digest: string;
  readonly entry?: CatalogEntry;
  readonly error?: LoadError;
}

/** Opens the catalog of a folder: reads all articles, newest first. Never throws: an unreadable file is a fault. */
export async function openCatalog(options: CatalogOptions): Promise<LiveCatalog> {
  const catalog = new FolderCatalog(options);
  await catalog.start();
  return catalog;
}

class FolderCatalog implements LiveCatalog {
  readonly #options: CatalogOptions;
  readonly #stop = new AbortController();
  #loaded = new Map<string, LoadedFile>();
  #entries: readonly CatalogEntry[] = [];
  #faults: readonly LoadError[] = [];
  #underWay: Promise<unknown> = Promise.resolve();
  #watching: Promise<void> = Promise.resolve();

  constructor(options: CatalogOptions) {
    this.#options = options;
  }

  entries(): readonly CatalogEntry[] {
    return this.#entries;
  }

  loadErrors(): readonly LoadError[] {
    return this.#faults;
  }

  find(query: string): CatalogEntry | undefined {
    return findEntry(this.#entries, query);
  }

  async refresh(): Promise<boolean> {
    const changed = await this.#refresh();
    if (changed) this.#options.onChange?.(this);
    return changed;
  }

  /** Runs refreshes one at a time: a call during a refresh starts another one after it. */
  #refresh(): Promise<boolean> {
    const scan = this.#underWay.then(() => this.#look());
    this.#underWay = scan.catch(() => {});
    return scan;
  }

  async start(): Promise<void> {
    await this.#refresh();
    this.#watching = this.#follow();
  }

  fileOf(digest: string): { readonly path: string; readonly id: string } | undefined {
    for (const [path, loaded] of this.#loaded)
      if (loaded.digest === digest && loaded.entry) return { path, id: loaded.entry.article.id };
    return undefined;
  }

  async close(): Promise<void> {
    this.#stop.abort();
    await this.#watching;
    await this.#underWay;
  }

  async #follow(): Promise<void> {
    const { folder, watch } = this.#options;
    if (!watch) return;
    for await (const _ of watch(folder, this.#stop.signal)) {
      if (this.#stop.signal.aborted) return;
      await this.refresh();
    }
  }

  async #look(): Promise<boolean> {
    const { files, errors } = await listArticles(this.#options.folder);
    const before = this.#loaded;
    const now = new Map<string, LoadedFile>();
    const read = await mapConcurrently(files, CONCURRENT_READS, (state) => this.#read(state, before.get(state.path)));
    const taken = new Set(files.flatMap(({ path }) => before.get(path)?.entry?.article.id ?? []));
    // In the order of paths: ids do not depend on which file was read first.
    for (const [at, file] of files.entries()) {
      const loaded = toLoaded(read[at], before.get(file.path), taken);
      if (loaded) now.set(file.path, loaded);
      if (loaded?.entry) taken.add(loaded.entry.article.id);
    }
    const allFaults = [...errors, ...[...now.values()].flatMap(({ error }) => error ?? [])];
    const changed = !isUnchanged(before, now) || JSON.stringify(allFaults) !== JSON.stringify(this.#faults);
    this.#loaded = now;
    if (changed)
      this.#options.onFiles?.(
        [...now.values()].flatMap(({ state, digest, entry }) => (entry ? [{ ...state, digest }] : [])),
      );
    this.#faults = allFaults;
    this.#entries = newestFirst(
      [...now.values()].flatMap(({ state, entry }) => (entry ? [{ entry, modified: state.time }] : [])),
    );
    return changed;
  }

  /** @returns undefined if the file no longer exists. */
  async #read(state: FileState, before: LoadedFile | undefined): Promise<ReadFile | undefined> {
    if (before?.state.fingerprint === state.fingerprint) return { state, digest: before.digest, isUnchanged: true };
    const cached = this.#options.cached?.(state);
    if (cached) return { state, ...cached };
    let digest = '';
    try {
      const bytes = await readBytes(state.path);
      digest = hash('sha256', bytes);
      if (before?.digest === digest) return { state, digest, isUnchanged: true };
      return { state, digest, entry: await this.#options.read(state.path, bytes, digest) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      return { state, digest, error: { file: state.path, message: messageOf(error) } };
    }
  }
}

/** The result of checking one file. */
interface ReadFile {
  readonly state: FileState;
  readonly digest: string;
  readonly isUnchanged?: true;
  readonly entry?: (id: string) => CatalogEntry;
  readonly error?: LoadError;
}

function toLoaded(
  read: ReadFile | undefined,
  before: LoadedFile | undefined,
  taken: ReadonlySet<string>,
): LoadedFile | undefined {
  if (!read) return undefined;
  const { state, digest, entry, error, isUnchanged } = read;
  if (isUnchanged) return before && { ...before, state };
  if (!entry) return { state, digest, ...(error && { error }) };
  try {
    return { state, digest, entry: entry(before?.entry?.article.id ?? freeId(idOf(state.path), taken)) };
  } catch (error) {
    return { state, digest, error: { file: state.path, message: messageOf(error) } };
  }
}

/** The message of a file's fault. Unexpected errors count as faults, too, so that the other articles are read. */
function messageOf(error: unknown): Text {
  if (error instanceof UserError) return error.text;
  return errorMessage(error) ?? message('read.fault', { reason: String(error) });
}

/** `talks`, `talks-2`, `talks-3` */
function freeId(id: string, taken: ReadonlySet<string>): string {
  let free = id;
  for (let number = 2; taken.has(free); number++) free = `${id}-${number}`;
  return free;
}

const isUnchanged = (a: ReadonlyMap<string, LoadedFile>, b: ReadonlyMap<string, LoadedFile>): boolean =>
  a.size === b.size && [...a].every(([path, loaded]) => b.get(path)?.entry === loaded.entry);
