import { dot, type Vector } from './vectors.ts';

/** A passage that may be chosen. */
export interface Option {
  /** Its number among the story's passages. */
  readonly index: number;
  readonly score: number;
  readonly vector: Vector;
  /** Who speaks in it, if anybody. */
  readonly voice: string | undefined;
}

/** How much of a passage's score it loses for being wholly like a chosen one. */
const AGAIN = 2;
/** Two this like say the same thing. */
const SAME = 0.6;
/** What it loses for each chosen one in which the same side speaks, so that the others are heard too. */
const VOICE_AGAIN = 0.4;

/**
 * Chooses up to `count` passages, the best first, none that says what `lead` or one before it has said (maximal
 * marginal relevance, Carbonell and Goldstein 1998). `size` is the number of terms.
 */
export function choose<One extends Option>(options: readonly One[], count: number, lead: Option, size: number): One[] {
  const likeness = new Float64Array(options.length);
  const heard = new Map<string, number>();
  const taken = new Set<One>();
  const take = (one: Option) => {
    compare(options, one.vector, likeness, size);
    if (one.voice !== undefined) heard.set(one.voice, (heard.get(one.voice) ?? 0) + 1);
  };
  take(lead);
  while (taken.size < count) {
    let best: One | undefined;
    let most = Number.NEGATIVE_INFINITY;
    options.forEach((option, i) => {
      const like = likeness[i] ?? 0;
      const worth = option.score - AGAIN * like - VOICE_AGAIN * (heard.get(option.voice ?? '') ?? 0);
      if (worth > most && like < SAME && !taken.has(option)) [best, most] = [option, worth];
    });
    if (!best) break;
    taken.add(best);
    take(best);
  }
  return [...taken];
}

/** Raises each option's likeness to that with one more passage. */
function compare(options: readonly Option[], { terms, weights }: Vector, likeness: Float64Array, size: number): void {
  const dense = new Float64Array(size);
  for (let i = 0; i < terms.length; i += 1) dense[terms[i] ?? 0] = weights[i] ?? 0;
  options.forEach(({ vector }, i) => {
    likeness[i] = Math.max(likeness[i] ?? 0, dot(dense, vector));
  });
}
