import type { CatalogEntry } from '#core/catalog';
import { wordsOnly } from './story-blocks.ts';

/**
 * Finds the entry for a query: its id, `latest` or `newest`, else the best match with words of the title, ignoring case
 * and accents; the first of equal matches. At least half of the words must match.
 */
export function findEntry(entries: readonly CatalogEntry[], query: string): CatalogEntry | undefined {
  const words = wordsOnly(query);
  const byId = entries.find(({ article }) => article.id === query.trim().toLowerCase());
  if (byId) return byId;
  if (words === 'latest' || words === 'newest') return entries[0];
  let best: CatalogEntry | undefined;
  let bestScore = 0;
  for (const entry of entries) {
    const score = scoreOf(entry, words);
    if (score > bestScore) [best, bestScore] = [entry, score];
  }
  return bestScore >= MIN_SCORE ? best : undefined;
}

const MIN_SCORE = 0.5;

/** 3 for the whole title, 2 for a substring of it, else the share of the query's words found in the title. */
function scoreOf({ article }: CatalogEntry, query: string): number {
  const title = wordsOnly(article.title);
  if (!query) return 0;
  if (title === query) return 3;
  if (` ${title} `.includes(` ${query} `)) return 2;
  const asked = query.split(' ');
  const words = new Set(`${title} ${wordsOnly(article.publisher ?? '')} ${wordsOnly(article.id)}`.split(' '));
  const points = asked.map((word) =>
    words.has(word) ? 1 : [...words].some((known) => isPrefix(known, word)) ? 0.75 : 0,
  );
  return points.reduce((sum: number, point) => sum + point, 0) / asked.length;
}

/** A partially typed word of three letters or more. */
const isPrefix = (known: string, typed: string): boolean => typed.length >= 3 && known.startsWith(typed);
