/** How much more another passage must tell than the first to be what is new. */
const MIN_MARGIN = 0.6;
/** The point of a story that opens with a scene stands among these. */
const NUT_GRAF_LIMIT = 8;

/** A passage that may tell what is new. */
export interface LeadCandidate {
  readonly index: number;
  readonly score: number;
  /** How many sentences it takes, and how many words. */
  readonly sentences: number;
  readonly words: number;
}

/** Fewer words tell no news, more are no one sentence to be taken in. */
const MIN_WORDS = 6;
const MAX_WORDS = 70;

/**
 * What tells what is new: the first passage, unless the story opens with a scene and comes to its point later.
 *
 * Tariffs on batteries will double in May, the ministry said …      → this
 * It was still dark when Ana opened her stall. … Tariffs will double → the second
 */
export function chooseLead<Passage extends LeadCandidate>(candidates: readonly Passage[]): Passage | undefined {
  const fit = candidates.filter(({ sentences, words }) => sentences === 1 && words >= MIN_WORDS && words <= MAX_WORDS);
  const [first, ...others] = (fit.length > 0 ? fit : candidates).filter((_, i) => i < NUT_GRAF_LIMIT);
  if (!first) return undefined;
  const best = others.reduce((a, b) => (b.score > a.score ? b : a), first);
  return best.score > first.score + MIN_MARGIN ? best : first;
}
