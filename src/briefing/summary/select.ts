import { dot, type Vector } from './vectors.ts';

/** A passage that may be chosen. */
export interface Candidate {
  /** Its number among the story's passages. */
  readonly index: number;
  readonly score: number;
  readonly vector: Vector;
  /** The speaker, if there is one. */
  readonly voice: string | undefined;
}

/** How much of a passage's score it loses for being wholly like a chosen one. */
const REDUNDANCY_PENALTY = 2;
/** Two this like say the same thing. */
const DUPLICATE_SIMILARITY = 0.6;
/** What it loses for each chosen one in which the same side speaks, so that the others are heard too. */
const REPEATED_VOICE_PENALTY = 0.4;

/**
 * Chooses up to `count` passages, the best first, none that says what `lead` or one before it has said (maximal
 * marginal relevance, Carbonell and Goldstein 1998). `size` is the number of terms.
 */
export function selectDiverse<One extends Candidate>(
  options: readonly One[],
  count: number,
  lead: Candidate,
  size: number,
): One[] {
  const similarity = new Float64Array(options.length);
  const heard = new Map<string, number>();
  const taken = new Set<One>();
  const take = (passage: Candidate) => {
    raiseSimilarity(options, passage.vector, similarity, size);
    if (passage.voice !== undefined) heard.set(passage.voice, (heard.get(passage.voice) ?? 0) + 1);
  };
  take(lead);
  while (taken.size < count) {
    let best: One | undefined;
    let most = Number.NEGATIVE_INFINITY;
    options.forEach((option, i) => {
      const like = similarity[i] ?? 0;
      const worth =
        option.score - REDUNDANCY_PENALTY * like - REPEATED_VOICE_PENALTY * (heard.get(option.voice ?? '') ?? 0);
      if (worth > most && like < DUPLICATE_SIMILARITY && !taken.has(option)) [best, most] = [option, worth];
    });
    if (!best) break;
    taken.add(best);
    take(best);
  }
  return [...taken];
}

/** Raises each option's likeness to that with one more passage. */
function raiseSimilarity(
  options: readonly Candidate[],
  { terms, weights }: Vector,
  similarity: Float64Array,
  size: number,
): void {
  const dense = new Float64Array(size);
  for (let i = 0; i < terms.length; i += 1) dense[terms[i] ?? 0] = weights[i] ?? 0;
  options.forEach(({ vector }, i) => {
    similarity[i] = Math.max(similarity[i] ?? 0, dot(dense, vector));
  });
}
