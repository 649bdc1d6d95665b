import distance from 'damerau-levenshtein';
import { squash, wordsOf } from '#text/fold';

/** Nobody misspells a name of more letters than this; it also bounds the cost, which is quadratic. */
const LONGEST = 60;

/** Shorter words are too many and too alike to be meant by a slip. */
const LONG_WORD = 4;

/** One slip in a short word, two from six letters on, three from ten. */
const slipsIn = (length: number): number => (length < 3 ? 0 : length < 6 ? 1 : length < 10 ? 2 : 3);

/** A thing somebody may have meant, under all the names it answers to. */
export interface Candidate {
  readonly value: string;
  readonly names: readonly string[];
}

/** The values whose names are a slip or two from what was typed; only the nearest, several if equally near. */
export function nearest(typed: string, candidates: readonly Candidate[], most = 3): readonly string[] {
  const wanted = squash(typed);
  if (wanted.length > LONGEST) return [];
  return candidates
    .map(({ value, names }) => ({
      value,
      slips: Math.min(...names.flatMap(formsOf).map((name) => slips(wanted, name))),
    }))
    .filter(({ slips }) => slips <= slipsIn(wanted.length))
    .filter(({ slips }, _, near) => near.every((other) => slips <= other.slips))
    .map(({ value }) => value)
    .filter((value, index, all) => all.indexOf(value) === index)
    .slice(0, most);
}

/** The words themselves as candidates: for the names of commands and options. */
export const nearestWord = (typed: string, words: readonly string[]): string | undefined =>
  nearest(
    typed,
    words.map((value) => ({ value, names: [value] })),
    1,
  )[0];

/** A name whole, and each of its longer words: one may be all that was typed. */
const formsOf = (name: string): readonly string[] => [
  squash(name),
  ...wordsOf(name).filter((word) => word.length >= LONG_WORD),
];

function slips(wanted: string, name: string): number {
  if (Math.abs(wanted.length - name.length) > slipsIn(wanted.length)) return Number.POSITIVE_INFINITY;
  return distance(wanted, name).steps;
}
