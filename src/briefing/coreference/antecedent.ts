import type { Entity } from './entity.ts';
import type { MentionEvent, MentionHistory } from './mention-history.ts';

/** What an antecedent is looked for: position, gender and which entities fit. */
export interface AntecedentQuery {
  readonly token: number;
  readonly narrationIndex: number;
  readonly paragraph: number;
  readonly gender?: 'man' | 'woman' | undefined;
  /** Whether the pronoun itself stands inside a quotation. */
  readonly quoted: boolean;
  fits(entity: Entity): boolean;
}

/** Scores by distance in sentences outside quotations: this sentence, the previous one … */
const RECENCY_SCORES = [9, 8, 5.5, 3.5, 2, 1];
/** The least margin of the best candidate over the second; below it there is no antecedent. */
const MIN_MARGIN = 1;

const SAME_PARAGRAPH_SCORE = 1.5;

/**
 * Finds the antecedent of a pronoun or a description by salience: recent mentions, subjects and speakers, and entities
 * that the article mentions often score higher.
 *
 * // Trump told reporters that Clinton had lied. He said …
 * // -----                                       ^^
 */
export function antecedentOf(
  history: MentionHistory,
  query: AntecedentQuery,
  window = RECENCY_SCORES.length,
): Entity | undefined {
  const scores = new Map<Entity, number>();
  for (const event of history.before(query.token)) {
    const back = query.narrationIndex - event.narrationIndex;
    if (back >= window) break;
    if (event.quoted && !query.quoted) continue;
    const { entity } = event;
    if (!query.fits(entity)) continue;
    if (query.gender && entity.gender && entity.gender !== query.gender) continue;
    const score = scoreOf(event, query, back);
    const before = scores.get(entity);
    scores.set(entity, before === undefined ? score : Math.max(before, score) + 0.3);
  }
  return best(scores);
}

function scoreOf(event: MentionEvent, query: AntecedentQuery, back: number): number {
  let score = RECENCY_SCORES[Math.max(0, back)] ?? 0;
  // “…,” said Ann Lee: a speaker counts as a subject even after the verb.
  const acts = event.subject || event.spoke;
  if (acts) score += 2.5;
  if (event.spoke) score += 2;
  // A paragraph tends to have one main entity, its first subject.
  if (event.paragraph === query.paragraph && acts) score += SAME_PARAGRAPH_SCORE;
  // A first name missing from the lists may still be a man's or a woman's.
  const unlisted = event.entity.type === 'person' && !event.entity.gender && event.entity.words.length > 1;
  if (query.gender && unlisted) score += 1.5;
  if (event.possessive) score -= 1;
  if (event.entity.words.length === 0 && !event.spoke) score -= 1.5;
  if (query.gender && event.entity.gender === query.gender) score += 2;
  if (query.gender && event.entity.human) score += 1;
  return score + Math.min(1.5, Math.log2(1 + event.entity.mentionCount) / 3);
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
  return top - second >= MIN_MARGIN ? first : undefined;
}
