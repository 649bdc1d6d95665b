import type { Entry, Fault } from '#core/catalog';

/** What a shelf held at one time. */
export interface Held {
  readonly entries: readonly Entry[];
  readonly faults: readonly Fault[];
}

/** What has happened to the articles between two looks, a line each. */
export function news(before: Held, after: Held): readonly string[] {
  const known = new Map(before.entries.map(({ article }) => [article.id, article]));
  const still = new Set(after.entries.map(({ article }) => article.id));
  const told = new Set(before.faults.map(faultLine));
  return [
    ...after.entries.flatMap(({ article }) => {
      const old = known.get(article.id);
      if (old === article) return [];
      return [`${old === undefined ? 'New' : 'Updated'}: ${article.title}`];
    }),
    ...before.entries.filter(({ article }) => !still.has(article.id)).map(({ article }) => `Gone: ${article.title}`),
    ...after.faults.map(faultLine).filter((line) => !told.has(line)),
  ];
}

const faultLine = ({ file, message }: Fault): string => `Not loaded: ${file}: ${message}`;
