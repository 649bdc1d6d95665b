import { dot, type Vector } from './vectors.ts';

/** A passage that can be selected. */
export interface Candidate {
  /** Its index among the story's passages. */
  readonly index: number;
  readonly score: number;
  readonly vector: Vector;
  /** The speaker, if there is one. */
  readonly voice: string | undefined;
}

/** The penalty for a passage that is identical to a selected one, scaled by similarity. */
const REDUNDANCY_PENALTY = 2;
/** A sentence that says the lead again is worse than one that resembles another: the lead is shown above all of them. */
const LEAD_WEIGHT = 1.7;
/** Passages with at least this similarity are duplicates. */
const DUPLICATE_SIMILARITY = 0.6;
/** The penalty for each selected passage of the same speaker or side, so that others are represented too. */
const REPEATED_VOICE_PENALTY = 0.4;

/**
 * Selects up to `count` passages, best first, without repetitions of `lead` or of each other (maximal
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
  const take = (passage: Candidate, weight = 1) => {
    raiseSimilarity(options, passage.vector, similarity, size, weight);
    if (passage.voice !== undefined) heard.set(passage.voice, (heard.get(passage.voice) ?? 0) + 1);
  };
  take(lead, LEAD_WEIGHT);
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

/** Updates the maximum similarity of each option with a newly selected passage. */
function raiseSimilarity(
  options: readonly Candidate[],
  { terms, weights }: Vector,
  similarity: Float64Array,
  size: number,
  weight: number,
): void {
  const dense = new Float64Array(size);
  for (let i = 0; i < terms.length; i += 1) dense[terms[i] ?? 0] = weights[i] ?? 0;
  options.forEach(({ vector }, i) => {
    similarity[i] = Math.max(similarity[i] ?? 0, weight * dot(dense, vector));
  });
}
