import { contains, overlaps, type Span } from '#core/span';
import { countWords } from '../words/clauses.ts';
import { type Clause, removableClauses, tailClauses } from './clauses.ts';
import type { Statement } from './statement.ts';

/** A sentence to be shortened; spans of the reading. */
export interface Sentence {
  readonly span: Span;
  readonly text: string;
  /** Its quotations, marks included. */
  readonly quoted: readonly Span[];
  /** What is said in it: neither a speaker nor a reporting verb is cut off from the words they belong to. */
  readonly statements: readonly Statement[];
}

/** How much may be given up: asides only, whole clauses, or the tail of a sentence that is far too long. */
export type Care = 'careful' | 'ordinary' | 'last resort';
const MAX_CAREFUL_COST = 3;

/** More cuts than this leave a sentence in tatters. */
const MAX_CUTS = 3;
/** More borders than this have too many combinations to try. */
const MAX_CLAUSES = 12;
/** Longer sentences are not shortened, in characters: looking for their clauses takes time that grows with the square. */
const MAX_LENGTH = 2_000;
/** Fewer words tell nothing. */
const MIN_WORDS = 6;

/**
 * What is left out of a sentence so that it has at most `limit` words, at clause borders only: as little, and as
 * little that matters, as will do. Undefined where that cannot be had; empty where it is short enough already.
 */
export function cutsFor(sentence: Sentence, limit: number, how: Care = 'ordinary'): readonly Span[] | undefined {
  const { span, text, statements } = sentence;
  if (countWords(text) <= limit) return [];
  if (text.length > MAX_LENGTH) return undefined;
  const quoted = sentence.quoted.map(({ start, end }) => ({ start: start - span.start, end: end - span.start }));
  const tails = how === 'last resort' ? tailClauses(text, quoted) : [];
  const clauses = [...removableClauses(text, quoted), ...tails]
    .filter(({ cost }) => how !== 'careful' || cost <= MAX_CAREFUL_COST)
    .map((clause) => ({ ...clause, start: clause.start + span.start, end: clause.end + span.start }))
    .filter((clause) => statements.every((statement) => keepsTogether(statement, clause)))
    .slice(-MAX_CLAUSES);
  return cheapest(subsets(clauses), sentence, limit)?.map((cut) => withStop(cut, sentence));
}

/** A cut with nothing but a stop behind it takes the stop along. */
const withStop = ({ start, end }: Span, { span, text }: Sentence): Span =>
  /^[\s.!?…]*$/.test(text.slice(end - span.start)) ? { start, end: span.end } : { start, end };

/** Whether a clause holds a statement whole, or neither its speaker nor its verb nor all of its words. */
function keepsTogether({ source, cue, content }: Statement, clause: Span): boolean {
  const frame = [...source, ...cue];
  if ([...frame, ...content].every((span) => contains(clause, span))) return true;
  // “Ana Okeke, who sells roofing sheets, said”: the description of a speaker may go, the name stays.
  const isFramed = frame.some(
    (span) => overlaps(span, clause) && !(span.start < clause.start && contains(span, clause)),
  );
  return (
    !isFramed && !content.every((span) => contains(clause, span)) && !content.some((span) => cutsBothWays(span, clause))
  );
}

/** A clause that begins in what is said and ends behind it takes words of two people away. */
const cutsBothWays = (content: Span, clause: Span): boolean =>
  overlaps(content, clause) && !contains(content, { start: clause.start, end: Math.min(clause.end, content.end) });

/** All combinations of clauses that do not touch each other. */
function subsets(clauses: readonly Clause[]): readonly (readonly Clause[])[] {
  let all: (readonly Clause[])[] = [[]];
  for (const clause of clauses) {
    const more = all
      .filter((chosen) => chosen.length < MAX_CUTS && chosen.every((other) => !overlaps(other, clause)))
      .map((chosen) => [...chosen, clause]);
    all = [...all, ...more];
  }
  return all;
}

function cheapest(
  all: readonly (readonly Clause[])[],
  { span, text }: Sentence,
  limit: number,
): readonly Span[] | undefined {
  let best: readonly Clause[] | undefined;
  let lowest = Number.POSITIVE_INFINITY;
  for (const chosen of all) {
    const words = countWords(without(text, span.start, chosen));
    const cost = chosen.reduce((sum, clause) => sum + clause.cost, 0) - words / 100;
    if (words <= limit && words >= MIN_WORDS && cost < lowest) [best, lowest] = [chosen, cost];
  }
  return best?.map(({ start, end }) => ({ start, end })).sort((a, b) => a.start - b.start);
}

/** The words that stay. */
function without(text: string, offset: number, cuts: readonly Span[]): string {
  let kept = '';
  let at = 0;
  for (const { start, end } of cuts.toSorted((a, b) => a.start - b.start)) {
    kept += `${text.slice(at, start - offset)} `;
    at = end - offset;
  }
  return kept + text.slice(at);
}
