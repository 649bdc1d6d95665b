import type { CatalogEntry, LoadError } from '#core/catalog';
import { inEnglish } from '#core/messages/index';

/** A snapshot of a catalog's content. */
export interface CatalogSnapshot {
  readonly entries: readonly CatalogEntry[];
  readonly faults: readonly LoadError[];
}

/** The changes to the articles between two snapshots, one line each. */
export function catalogChanges(before: CatalogSnapshot, after: CatalogSnapshot): readonly string[] {
  const known = new Map(before.entries.map(({ article }) => [article.id, article]));
  const still = new Set(after.entries.map(({ article }) => article.id));
  const alreadyReported = new Set(before.faults.map(faultLine));
  return [
    ...after.entries.flatMap(({ article }) => {
      const old = known.get(article.id);
      if (old === article) return [];
      return [`${old === undefined ? 'New' : 'Updated'}: ${article.title}`];
    }),
    ...before.entries.filter(({ article }) => !still.has(article.id)).map(({ article }) => `Gone: ${article.title}`),
    ...after.faults.map(faultLine).filter((line) => !alreadyReported.has(line)),
  ];
}

const faultLine = ({ file, message }: LoadError): string => `Not loaded: ${file}: ${inEnglish.message(message)}`;
