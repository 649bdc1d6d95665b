/** The maximum number of words in a search. */
const MAX_WORDS = 12;

/** The minimum length of a word searched as a prefix. */
const PREFIX = 4;

/**
 * Converts typed text to an FTS5 query (https://sqlite.org/fts5.html#full_text_query_syntax): all words, the last one
 * as a prefix; nothing in it is interpreted as an operator. Returns undefined if it contains no word.
 */
export function matchOf(typed: string): string | undefined {
  const words = (typed.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, MAX_WORDS);
  const terms = words.map((word, at) => `"${word}"${at === words.length - 1 && word.length >= PREFIX ? '*' : ''}`);
  return terms.length === 0 ? undefined : terms.join(' ');
}
