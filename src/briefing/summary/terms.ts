import { findRuns, WORD } from '#text/code-units';
import { STOPWORDS } from '../words/stopwords.ts';

/** The term counts of a sentence. */
export interface TermCounts {
  /** The unique ids of its terms. */
  readonly terms: readonly number[];
  /** The frequency of each term. */
  readonly counts: readonly number[];
  /** The number of all words, including stop words. */
  readonly words: number;
}

/** The prefix length of a term, so that “elected” and “election” are one term. */
const STEM_LENGTH = 6;

/** Assigns ids to terms in order of occurrence. */
export class Vocabulary {
  readonly #numbers = new Map<string, number>();

  get size(): number {
    return this.#numbers.size;
  }

  bag(text: string): TermCounts {
    const counts = new Map<number, number>();
    let words = 0;
    for (const word of findRuns(text.toLowerCase(), WORD)) {
      words += 1;
      if (word.length < 2 || STOPWORDS.has(word)) continue;
      const term = this.#number(stem(word));
      counts.set(term, (counts.get(term) ?? 0) + 1);
    }
    return { terms: [...counts.keys()], counts: [...counts.values()], words };
  }

  #number(term: string): number {
    const known = this.#numbers.get(term);
    if (known !== undefined) return known;
    this.#numbers.set(term, this.#numbers.size);
    return this.#numbers.size - 1;
  }
}

/** The beginning of a word, so that “elected” and “election” are one term. */
export function stem(word: string): string {
  if (word.length > STEM_LENGTH) return word.slice(0, STEM_LENGTH);
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}
