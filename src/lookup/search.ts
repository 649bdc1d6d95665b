import type { Article } from '#core/article';
import type { CatalogEntry } from '#core/catalog';
import { stem, wordsOf } from '#text/fold';

/** A word typed finds longer ones from this many letters on: `sanction` finds `sanctioned`. */
const MIN_PREFIX_LENGTH = 4;

/** The stems of all words of a text, each once, as one text: a small part of the memory that a set would take. */
const termsOf = (text: string): string => ` ${[...new Set(wordsOf(text).map(stem))].join(' ')} `;

/** Whether a text holds every word of the query, forms of a word taken as one; an empty query fits everything. */
export const containsWords = (text: string, query: string): boolean => containsTerms(termsOf(text), query);

/** What an article is searched by, worked out once where there are many. */
export const searchTerms = (entry: CatalogEntry): string => entry.terms ?? termsOf(searchable(entry));

/** The same for an article. */
export const entryContains = (entry: CatalogEntry, query: string): boolean => containsTerms(searchTerms(entry), query);

const containsTerms = (terms: string, query: string): boolean =>
  wordsOf(query)
    .map(stem)
    .every((word) => terms.includes(word.length >= MIN_PREFIX_LENGTH ? ` ${word}` : ` ${word} `));

/** The article's own words, and what its speakers are called: nothing of the page around it. */
const searchable = ({ article, briefing }: CatalogEntry): string =>
  [
    article.title,
    article.publisher ?? '',
    ...briefing.speakers.flatMap(({ name, office, role = '', side = '' }) => [name, office ?? role, side]),
    visibleText(article),
  ].join(' ');

/** The parts of an article as a reader sees them. */
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
