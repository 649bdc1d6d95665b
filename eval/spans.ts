import type { Pair } from '#cli/extract-record';

const OUTER = /[\s"“”‘’'.,:;!?—–-]/;

/** The similarity of two sets of spans, from 0 to 1. */
export function likeness(a: readonly Pair[], b: readonly Pair[]): number {
  const common = overlap(a, b);
  return common && common / (size(a) + size(b) - common);
}

/** The number of code units in both. */
export function overlap(a: readonly Pair[], b: readonly Pair[]): number {
  let sum = 0;
  for (const x of a) for (const y of b) sum += Math.max(0, Math.min(x[1], y[1]) - Math.max(x[0], y[0]));
  return sum;
}

const size = (spans: readonly Pair[]): number => spans.reduce((sum, [start, end]) => sum + end - start, 0);

/** Trims what is ignored: surrounding marks and punctuation, a leading “that” or “to”. */
export const trim = (spans: readonly Pair[], text: string): Pair[] =>
  spans.map((span) => trimOne(span, text)).filter(([start, end]) => end > start);

function trimOne([from, to]: Pair, text: string): Pair {
  let [start, end] = [from, to];
  while (start < end && OUTER.test(text[start] ?? '')) start++;
  while (end > start && OUTER.test(text[end - 1] ?? '')) end--;
  const lead = /^(that|to)\s+/i.exec(text.slice(start, end));
  return [start + (lead?.[0].length ?? 0), end];
}

/** Returns whether a span is inside a text of that length and not empty. */
export const isInside = ([start, end]: Pair, length: number): boolean =>
  Number.isInteger(start) && start >= 0 && end > start && end <= length;

/**
 * Pairs each of `gold` with at most one of `found`, the highest score first and none below `least`: a map from index to
 * index.
 */
export function pairUp<G, F>(
  gold: readonly G[],
  found: readonly F[],
  score: (gold: G, found: F) => number,
  least: number,
): Map<number, number> {
  const candidates = gold
    .flatMap((g, i) => found.map((f, j) => ({ i, j, score: score(g, f) })))
    .filter((candidate) => candidate.score >= least)
    .sort((a, b) => b.score - a.score);
  const pairs = new Map<number, number>();
  const used = new Set<number>();
  for (const { i, j } of candidates) {
    if (pairs.has(i) || used.has(j)) continue;
    pairs.set(i, j);
    used.add(j);
  }
  return pairs;
}
