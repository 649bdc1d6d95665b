import { capitalisedWords } from '#text/code-units';
import type { Passage } from './passages.ts';
import { type TermCounts, Vocabulary } from './terms.ts';
import { addVector, cohesion, dot, tfIdf, type Vector } from './vectors.ts';

/** Relations between the words of a story’s passages and the headline. */
export interface Content {
  readonly rows: readonly (readonly number[])[];
  readonly vectors: readonly Vector[];
  readonly bags: readonly TermCounts[];
  /** The number of distinct terms. */
  readonly size: number;
}

/** In row order; each between 0 and 1. */
export const CONTENT_FEATURES = [
  ...['ahead', 'back', 'centre', 'title', 'names', 'topTerms', 'likeBefore', 'likeNext', 'newTerms'],
] as const;

/** The number of most frequent terms that represent the subject of the story. */
const TOP_TERMS = 10;

export function measureContent(story: readonly Passage[], title: string): Content {
  const vocabulary = new Vocabulary();
  const headline = new Set(vocabulary.bag(title).terms);
  const bags = story.map(({ text }) => vocabulary.bag(text));
  const { size } = vocabulary;
  const vectors = tfIdf(bags, size);
  const ahead = cohesion(vectors, size, true);
  const back = cohesion(vectors, size, false);
  const centre = centrality(vectors, size);
  const names = namesOf(story);
  const top = topTerms(bags, size);
  const fresh = newTerms(bags);
  const likeBefore = vectors.map((vector, at) => similarity(vectors[at - 1], vector, size));
  const rows = bags.map((bag, at) => [
    ahead[at] ?? 0,
    back[at] ?? 0,
    centre[at] ?? 0,
    share(bag, headline),
    names[at] ?? 0,
    bag.terms.filter((term) => top.has(term)).length / TOP_TERMS,
    likeBefore[at] ?? 0,
    likeBefore[at + 1] ?? 0,
    fresh[at] ?? 0,
  ]);
  return { rows, vectors, bags, size };
}

/** The similarity of each passage to the whole story. */
function centrality(vectors: readonly Vector[], size: number): readonly number[] {
  const sum = new Float64Array(size);
  for (const vector of vectors) addVector(sum, vector);
  const norm = Math.hypot(...sum) || 1;
  return vectors.map((vector) => dot(sum, vector) / norm);
}

function similarity(before: Vector | undefined, vector: Vector, size: number): number {
  if (!before) return 0;
  const dense = new Float64Array(size);
  addVector(dense, before);
  return dot(dense, vector);
}

function topTerms(bags: readonly TermCounts[], size: number): ReadonlySet<number> {
  const totals = new Float64Array(size);
  for (const { terms, counts } of bags) {
    terms.forEach((term, at) => {
      totals[term] = (totals[term] ?? 0) + (counts[at] ?? 0);
    });
  }
  const order = Array.from(totals.keys()).sort((a, b) => (totals[b] ?? 0) - (totals[a] ?? 0));
  return new Set(order.slice(0, TOP_TERMS));
}

/** The share of each passage’s terms that occur in no earlier passage. */
function newTerms(bags: readonly TermCounts[]): readonly number[] {
  const known = new Set<number>();
  return bags.map(({ terms }) => {
    const fresh = terms.filter((term) => !known.has(term));
    for (const term of fresh) known.add(term);
    return terms.length === 0 ? 0 : fresh.length / terms.length;
  });
}

/** Names are weighted by the number of passages they occur in; three of the most frequent add up to 1. */
function namesOf(story: readonly Passage[]): readonly number[] {
  const named = story.map(({ text }) => new Set(capitalisedWords(text.slice(1))));
  const passages = new Map<string, number>();
  for (const names of named) for (const name of names) passages.set(name, (passages.get(name) ?? 0) + 1);
  const most = [...passages.values()].reduce((a, b) => Math.max(a, b), 1);
  return named.map((names) => {
    let sum = 0;
    for (const name of names) sum += (passages.get(name) ?? 0) / most;
    return Math.min(1, sum / 3);
  });
}

function share({ terms }: TermCounts, of: ReadonlySet<number>): number {
  return of.size === 0 ? 0 : terms.filter((term) => of.has(term)).length / of.size;
}
