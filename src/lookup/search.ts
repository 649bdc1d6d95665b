import type { CatalogEntry } from '#core/catalog';
import { stem, wordsOf } from '#text/fold';

/** A word typed finds longer ones from this many letters on: `sanction` finds `sanctioned`. */
const MIN_PREFIX_LENGTH = 4;

/** The stems of all words of a text: what queries are held against, made once where there are many. */
export const stemsOf = (text: string): ReadonlySet<string> => new Set(wordsOf(text).map(stem));

/** Whether a text holds every word of the query, forms of a word taken as one; an empty query fits everything. */
export const containsWords = (text: string, query: string): boolean => containsStems(stemsOf(text), query);

/** The same for the stems of a text. */
export function containsStems(stems: ReadonlySet<string>, query: string): boolean {
  const wanted = wordsOf(query).map(stem);
  return wanted.every((word) => stems.has(word) || (word.length >= MIN_PREFIX_LENGTH && anyStartsWith(stems, word)));
}

/** Everything an article is searched by. */
export const searchable = ({ article, briefing }: CatalogEntry): string =>
  [
    article.title,
    article.publisher ?? '',
    ...briefing.speakers.flatMap(({ name, office, role = '', side = '' }) => [name, office ?? role, side]),
    article.text,
  ].join(' ');

function anyStartsWith(stems: ReadonlySet<string>, start: string): boolean {
  for (const stem of stems) if (stem.startsWith(start)) return true;
  return false;
}
