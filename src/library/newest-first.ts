import type { Article } from '#core/article';
import type { CatalogEntry } from '#core/catalog';

interface FileEntry {
  readonly entry: CatalogEntry;
  /** When the file was modified, in milliseconds since 1970. */
  readonly modified: number;
}

/** Sorts by publication time; articles without one come last, by modification time. */
export function newestFirst(files: readonly FileEntry[]): CatalogEntry[] {
  const dated = files.map((file) => ({ ...file, time: timeOf(file.entry.article) ?? Number.NEGATIVE_INFINITY }));
  return dated.sort((a, b) => compare(b.time, a.time) || b.modified - a.modified).map(({ entry }) => entry);
}

const compare = (a: number, b: number): number => (a === b ? 0 : a - b);

function timeOf({ published }: Article): number | undefined {
  if (!published) return undefined;
  const { at, zone = 'Z' } = published;
  const time = Date.parse(at.includes('T') ? `${at}${zone}` : at);
  return Number.isNaN(time) ? undefined : time;
}
