import type { Entity } from './entity.ts';
import type { Recall, Trace } from './mention-history.ts';

/** What an antecedent must be. */
export interface Wanted {
  readonly token: number;
  readonly beat: number;
  readonly paragraph: number;
  readonly gender?: 'man' | 'woman' | undefined;
  /** The pronoun stands inside a quotation itself. */
  readonly quoted: boolean;
  fits(entity: Entity): boolean;
}

/** By how many beats back: this sentence, the one before … */
const NEAR = [9, 8, 5.5, 3.5, 2, 1];
/** The lead by which the first must beat the second, or the question stays open. */
const LEAD = 1;

const SAME_PARAGRAPH = 1.5;

/**
 * Finds whom a pronoun or a description stands for: the nearest who fits, one who acts or speaks before one who is
 * only named, one the article speaks of often before one named in passing.
 *
 * // Trump told reporters that Clinton had lied. He said …
 * // -----                                       ^^
 */
export function antecedentOf(recall: Recall, wanted: Wanted, reach = NEAR.length): Entity | undefined {
  const scores = new Map<Entity, number>();
  for (const trace of recall.before(wanted.token)) {
    const back = wanted.beat - trace.beat;
    if (back >= reach) break;
    if (trace.quoted && !wanted.quoted) continue;
    const { entity } = trace;
    if (!wanted.fits(entity)) continue;
    if (wanted.gender && entity.gender && entity.gender !== wanted.gender) continue;
    const score = scoreOf(trace, wanted, back);
    const before = scores.get(entity);
    scores.set(entity, before === undefined ? score : Math.max(before, score) + 0.3);
  }
  return best(scores);
}

function scoreOf(trace: Trace, wanted: Wanted, back: number): number {
  let score = NEAR[Math.max(0, back)] ?? 0;
  // “…,” said Ann Lee: who speaks acts, wherever the name stands.
  const acts = trace.subject || trace.spoke;
  if (acts) score += 2.5;
  if (trace.spoke) score += 2;
  // A paragraph has one main entity: “he” refers to the one that opened it.
  if (trace.paragraph === wanted.paragraph && acts) score += SAME_PARAGRAPH;
  // A first name missing from the lists may still be a man's or a woman's.
  const unlisted = trace.entity.type === 'person' && !trace.entity.gender && trace.entity.words.length > 1;
  if (wanted.gender && unlisted) score += 1.5;
  if (trace.possessive) score -= 1;
  if (trace.entity.words.length === 0 && !trace.spoke) score -= 1.5;
  if (wanted.gender && trace.entity.gender === wanted.gender) score += 2;
  if (wanted.gender && trace.entity.human) score += 1;
  return score + Math.min(1.5, Math.log2(1 + trace.entity.times) / 3);
}

function best(scores: ReadonlyMap<Entity, number>): Entity | undefined {
  let first: Entity | undefined;
  let top = Number.NEGATIVE_INFINITY;
  let second = Number.NEGATIVE_INFINITY;
  for (const [entity, score] of scores) {
    if (score > top) {
      second = top;
      top = score;
      first = entity;
    } else if (score > second) second = score;
  }
  return top - second >= LEAD ? first : undefined;
}
