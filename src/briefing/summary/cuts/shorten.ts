import { contains, overlaps, type Span } from '#core/span';
import { countWords } from '../../words/clauses.ts';
import { STOPWORDS } from '../../words/stopwords.ts';
import type { Statement } from '../statement.ts';
import { type Clause, removableClauses, tailClauses } from './clauses.ts';

/** A sentence to shorten; spans refer to the reading. */
export interface Sentence {
  readonly span: Span;
  readonly text: string;
  /** Its quotations, including marks. */
  readonly quoted: readonly Span[];
  /** The statements in it: a speaker or reporting verb is never separated from the statement. */
  readonly statements: readonly Statement[];
  /** The headline: a clause that says what it says is not removed. */
  readonly keeps?: string;
}

/** What may be removed: asides only, descriptions too, whole clauses, or the tail of a sentence that is far too long. */
export type Care = 'careful' | 'moderate' | 'ordinary' | 'last resort';
const MAX_COST = { careful: 3, moderate: 4, ordinary: 9, 'last resort': 9 } as const satisfies Record<Care, number>;
/** The number of words of the headline, found nowhere else in the sentence, that a removed clause must not contain. */
const HEADLINE_WORDS = 2;

/** The maximum number of cuts that keeps a sentence readable. */
const MAX_CUTS = 3;
/** The maximum number of clauses whose combinations are tried. */
const MAX_CLAUSES = 12;
/** The maximum length in characters of a sentence to shorten: the search for clauses takes quadratic time. */
export const MAX_LENGTH = 2_000;
/** The minimum number of words to keep. */
const MIN_WORDS = 6;

/**
 * The cuts that shorten a sentence to at most `limit` words, at clause borders only, with the lowest
 * cost. Undefined if that is impossible; empty if the sentence is short enough.
 */
export function cutsFor(sentence: Sentence, limit: number, how: Care = 'ordinary'): readonly Span[] | undefined {
  const { span, text, statements } = sentence;
  if (countWords(text) <= limit) return [];
  if (text.length > MAX_LENGTH) return undefined;
  const quoted = sentence.quoted.map(({ start, end }) => ({ start: start - span.start, end: end - span.start }));
  const tails = how === 'last resort' ? tailClauses(text, quoted) : [];
  const clauses = [...removableClauses(text, quoted), ...tails]
    .filter((clause) => clause.cost <= MAX_COST[how] && !saysHeadline(sentence, clause))
    .map((clause) => ({ ...clause, start: clause.start + span.start, end: clause.end + span.start }))
    .filter((clause) => statements.every((statement) => keepsTogether(statement, clause)))
    .slice(-MAX_CLAUSES);
  return cheapest(subsets(clauses), sentence, limit)?.map((cut) => withStop(cut, sentence));
}

/** Returns whether the headline’s words are in a clause and not in the rest of its sentence. */
function saysHeadline({ text, keeps = '' }: Sentence, { start, end }: Span): boolean {
  const rest = stemsIn(text.slice(0, start) + text.slice(end));
  const clause = stemsIn(text.slice(start, end));
  return [...stemsIn(keeps)].filter((stem) => clause.has(stem) && !rest.has(stem)).length >= HEADLINE_WORDS;
}

/** The beginnings of words with a meaning: “criticised” and “criticising” are one. */
const stemsIn = (words: string): ReadonlySet<string> =>
  new Set(
    (words.toLowerCase().match(/\p{L}{4,}/gu) ?? [])
      .filter((word) => !STOPWORDS.has(word))
      .map((word) => word.slice(0, 5)),
  );

/** Extends a cut followed only by a full stop to include the stop. */
const withStop = ({ start, end }: Span, { span, text }: Sentence): Span =>
  /^[\s.!?…]*$/.test(text.slice(end - span.start)) ? { start, end: span.end } : { start, end };

/** Returns whether a clause contains a statement completely, or neither its speaker, its verb nor all of its words. */
function keepsTogether({ source, cue, content }: Statement, clause: Span): boolean {
  const frame = [...source, ...cue];
  if ([...frame, ...content].every((span) => contains(clause, span))) return true;
  // “Ana Okeke, who sells roofing sheets, said”: the description of a speaker may be removed, the name is kept.
  const isFramed = frame.some(
    (span) => overlaps(span, clause) && !(span.start < clause.start && contains(span, clause)),
  );
  return (
    !isFramed && !content.every((span) => contains(clause, span)) && !content.some((span) => cutsBothWays(span, clause))
  );
}

/** A clause that begins inside a statement and ends after it would remove the words of two people. */
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

/** The number of remaining words. */
function without(text: string, offset: number, cuts: readonly Span[]): string {
  let kept = '';
  let at = 0;
  for (const { start, end } of cuts.toSorted((a, b) => a.start - b.start)) {
    kept += `${text.slice(at, start - offset)} `;
    at = end - offset;
  }
  return kept + text.slice(at);
}
