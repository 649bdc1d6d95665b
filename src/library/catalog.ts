import { hash } from 'node:crypto';
import type { Article } from '#core/article';
import type { Briefing } from '#core/briefing';
import type { Entry, Fault, Shelf } from '#core/catalog';
import { UserError } from '#core/errors';
import { faultOf, readBytes } from './files.ts';
import { findEntry } from './find-entry.ts';
import { type FileState, listArticles } from './folder.ts';
import { idOf, readArticle } from './read.ts';
import type { Watch } from './watch.ts';

export interface ShelfOptions {
  readonly folder: string;
  /** Reads an article into its briefing; called once for each content of each file. */
  readonly brief: (article: Article) => Briefing;
  /** Tells when to look again; without it the shelf stays as it was opened until `refresh` is called. */
  readonly watch?: Watch;
  /** Called when articles or faults have changed, not for the first reading. */
  readonly onChange?: (shelf: Shelf) => void;
}

/** A shelf that keeps up with its folder. */
export interface LiveShelf extends Shelf {
  /** Looks at the folder again. @returns whether articles or faults have changed. */
  refresh(): Promise<boolean>;
  /** Stops watching; resolves when nothing is under way any more. */
  close(): Promise<void>;
}

/** What became of one file. */
interface Loaded {
  readonly state: FileState;
  /** Of the bytes: a file touched or saved unchanged is not read again. */
  readonly digest: string;
  readonly entry?: Entry;
  readonly fault?: Fault;
}

/** Opens the shelf of a folder: all articles read, newest first. Never throws: what cannot be read is a fault. */
export async function openShelf(options: ShelfOptions): Promise<LiveShelf> {
  const shelf = new FolderShelf(options);
  await shelf.refresh();
  shelf.start();
  return shelf;
}

class FolderShelf implements LiveShelf {
  readonly #options: ShelfOptions;
  readonly #stop = new AbortController();
  #loaded = new Map<string, Loaded>();
  #entries: readonly Entry[] = [];
  #faults: readonly Fault[] = [];
  #underWay: Promise<unknown> = Promise.resolve();
  #watching: Promise<void> = Promise.resolve();

  constructor(options: ShelfOptions) {
    this.#options = options;
  }

  entries(): readonly Entry[] {
    return this.#entries;
  }

  faults(): readonly Fault[] {
    return this.#faults;
  }

  find(query: string): Entry | undefined {
    return findEntry(this.#entries, query);
  }

  /** One after the other: what is asked for during a look is another look. */
  refresh(): Promise<boolean> {
    const look = this.#underWay.then(() => this.#look());
    this.#underWay = look.catch(() => {});
    return look;
  }

  start(): void {
    this.#watching = this.#follow();
  }

  async close(): Promise<void> {
    this.#stop.abort();
    await this.#watching;
    await this.#underWay;
  }

  async #follow(): Promise<void> {
    const { folder, watch, onChange } = this.#options;
    if (!watch) return;
    for await (const _ of watch(folder, this.#stop.signal)) {
      if (this.#stop.signal.aborted) return;
      if (await this.refresh()) onChange?.(this);
    }
  }

  async #look(): Promise<boolean> {
    const { files, faults } = await listArticles(this.#options.folder);
    const before = this.#loaded;
    const now = new Map<string, Loaded>();
    const taken = new Set(files.flatMap(({ path }) => before.get(path)?.entry?.article.id ?? []));
    for (const state of files) {
      const loaded = await this.#load(state, before.get(state.path), taken);
      if (loaded) now.set(state.path, loaded);
      if (loaded?.entry) taken.add(loaded.entry.article.id);
    }
    const allFaults = [...faults, ...[...now.values()].flatMap(({ fault }) => fault ?? [])];
    const changed = !sameLoaded(before, now) || JSON.stringify(allFaults) !== JSON.stringify(this.#faults);
    this.#loaded = now;
    this.#faults = allFaults;
    this.#entries = newestFirst([...now.values()]);
    return changed;
  }

  /** @returns undefined for a file that is gone by now. */
  async #load(state: FileState, before: Loaded | undefined, taken: ReadonlySet<string>): Promise<Loaded | undefined> {
    if (before?.state.mark === state.mark) return before;
    let digest = '';
    try {
      const bytes = await readBytes(state.path);
      digest = hash('sha256', bytes);
      if (before?.digest === digest) return { ...before, state };
      const id = before?.entry?.article.id ?? freeId(idOf(state.path), taken);
      const article = { ...(await readArticle(state.path, bytes)), id };
      return { state, digest, entry: { article, briefing: this.#options.brief(article) } };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      return { state, digest, fault: { file: state.path, message: messageOf(error) } };
    }
  }
}

/** The file's fault, or for an error of ours that it is one: the other articles go on. */
function messageOf(error: unknown): string {
  if (error instanceof UserError) return error.message;
  return faultOf(error) ?? `It could not be read, which is a fault in Onrecord (${error}): please report it.`;
}

/** `talks`, `talks-2`, `talks-3` */
function freeId(id: string, taken: ReadonlySet<string>): string {
  let free = id;
  for (let number = 2; taken.has(free); number++) free = `${id}-${number}`;
  return free;
}

const sameLoaded = (a: ReadonlyMap<string, Loaded>, b: ReadonlyMap<string, Loaded>): boolean =>
  a.size === b.size && [...a].every(([path, loaded]) => b.get(path)?.entry === loaded.entry);

/** By the time an article came out; one that does not tell counts from when its file was written. */
function newestFirst(loaded: readonly Loaded[]): Entry[] {
  const dated = loaded.flatMap(({ state, entry }) =>
    entry ? [{ entry, time: timeOf(entry.article) ?? state.time, file: state.time }] : [],
  );
  return dated.sort((a, b) => b.time - a.time || b.file - a.file).map(({ entry }) => entry);
}

function timeOf({ published }: Article): number | undefined {
  if (!published) return undefined;
  const { at, zone = 'Z' } = published;
  const time = Date.parse(at.includes('T') ? `${at}${zone}` : at);
  return Number.isNaN(time) ? undefined : time;
}
