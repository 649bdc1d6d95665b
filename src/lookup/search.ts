import type { Article } from '#core/article';
import type { CatalogEntry } from '#core/catalog';
import { stem, wordsOf } from '#text/fold';

/** The minimum length of a query word that matches prefixes: `sanction` finds `sanctioned`. */
const MIN_PREFIX_LENGTH = 4;

/** The unique stems of a text, joined into one string: it takes a fraction of the memory of a set. */
const termsOf = (text: string): string => ` ${[...new Set(wordsOf(text).map(stem))].join(' ')} `;

/** Returns whether a text contains every word of the query, in any form; an empty query matches every text. */
export const containsWords = (text: string, query: string): boolean => containsTerms(termsOf(text), query);

/** The search terms of an article, precomputed for large catalogs. */
export const searchTerms = (entry: CatalogEntry): string => entry.terms ?? termsOf(searchable(entry));

/** Returns whether an article contains every word of the query. */
export const entryContains = (entry: CatalogEntry, query: string): boolean => containsTerms(searchTerms(entry), query);

const containsTerms = (terms: string, query: string): boolean =>
  wordsOf(query)
    .map(stem)
    .every((word) => terms.includes(word.length >= MIN_PREFIX_LENGTH ? ` ${word}` : ` ${word} `));

/** The article's own text and the names of its speakers, without the surrounding page. */
const searchable = ({ article, briefing }: CatalogEntry): string =>
  [
    article.title,
    article.publisher ?? '',
    ...briefing.speakers.flatMap(({ name, office, role = '', side = '' }) => [name, office ?? role, side]),
    visibleText(article),
  ].join(' ');

/** The text of an article as displayed. */
function visibleText({ text, parts, edits }: Article): string {
  let read = '';
  let next = 0;
  for (const { span } of parts) {
    let at = span.start;
    while (next < edits.length && (edits[next]?.start ?? 0) < span.start) next++;
    for (let edit = edits[next]; edit && edit.end <= span.end; edit = edits[++next]) {
      read += text.slice(at, edit.start) + edit.replacement;
      at = edit.end;
    }
    read += `${text.slice(at, span.end)} `;
  }
  return read;
}
