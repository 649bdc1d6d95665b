import distance from 'damerau-levenshtein';
import { foldedKey, wordsOf } from '#text/fold';

/** Longer names are not corrected; the limit also bounds the cost, which is quadratic. */
const MAX_NAME_LENGTH = 60;

/** Shorter words are too numerous and similar to be corrected. */
const MIN_WORD_LENGTH = 4;

/** The maximum edit distance: one for short words, two from six letters, three from ten. */
const allowedEdits = (length: number): number => (length < 3 ? 0 : length < 6 ? 1 : length < 10 ? 2 : 3);

/** A candidate with all its names. */
export interface Candidate {
  readonly value: string;
  readonly names: readonly string[];
}

/** Returns the values whose names are within the edit distance of the input; only the nearest, several if tied. */
export function nearest(typed: string, candidates: readonly Candidate[], limit = 3): readonly string[] {
  const wanted = foldedKey(typed);
  if (wanted.length > MAX_NAME_LENGTH) return [];
  return candidates
    .map(({ value, names }) => ({
      value,
      distance: Math.min(...names.flatMap(formsOf).map((name) => editDistance(wanted, name))),
    }))
    .filter(({ distance }) => distance <= allowedEdits(wanted.length))
    .filter(({ distance }, _, near) => near.every((other) => distance <= other.distance))
    .map(({ value }) => value)
    .filter((value, index, all) => all.indexOf(value) === index)
    .slice(0, limit);
}

/** Returns the nearest word, for the names of commands and options. */
export const nearestWord = (typed: string, words: readonly string[]): string | undefined =>
  nearest(
    typed,
    words.map((value) => ({ value, names: [value] })),
    1,
  )[0];

/** The whole name and each of its longer words, as the user may have typed only one. */
const formsOf = (name: string): readonly string[] => [
  foldedKey(name),
  ...wordsOf(name).filter((word) => word.length >= MIN_WORD_LENGTH),
];

function editDistance(wanted: string, name: string): number {
  if (Math.abs(wanted.length - name.length) > allowedEdits(wanted.length)) return Number.POSITIVE_INFINITY;
  return distance(wanted, name).steps;
}
