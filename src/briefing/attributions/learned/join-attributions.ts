import type { Range } from '../cue-context.ts';
import type { TokenAttribution } from '../token-attribution.ts';
import { isQuote, type TokenisedUnit } from '../tokenised-unit.ts';
import type { Report, Reports } from './reports.ts';

/** The least probability of attributions that only the model finds; higher with a quotation, which may be a title. */
const MIN_PROBABILITY = 0.45;
const MIN_PROBABILITY_QUOTED = 0.75;

/**
 * Combines the attributions of the rules with those of the model: rules find the exact ends of a clause, the model
 * covers more ways of reporting, and decides which verbs report here.
 */
export function joinAttributions(
  unit: TokenisedUnit,
  attributions: readonly TokenAttribution[],
  reports: Reports,
): TokenAttribution[] {
  const kept = attributions.map((attribution): TokenAttribution => {
    const { cue } = attribution;
    const match = cue && reports.found.find((report) => overlaps(report.cue, cue));
    if (match) return { ...attribution, probability: match.probability };
    return { ...attribution, probability: cue ? sigmoid(reports.marginOf(cue)) : 1 };
  });
  const added = reports.found.flatMap((report): TokenAttribution[] =>
    report.probability >= minProbability(unit, report) && isNew(unit, report, attributions)
      ? [attributionOf(unit, report)]
      : [],
  );
  return [...kept, ...added].map((attribution) => withNegation(unit, attribution));
}

/** “It told the crews not | to leave the harbour”: without the “not” it would say the opposite. */
function withNegation(unit: TokenisedUnit, attribution: TokenAttribution): TokenAttribution {
  const { cue } = attribution;
  const ranges = attribution.ranges.map((range) => {
    const isNegated = /^(?:not|never)$/.test(unit.word(range.from - 1)) && unit.word(range.from) === 'to';
    return isNegated && !(cue && overlaps(cue, { from: range.from - 1, to: range.from - 1 }))
      ? { ...range, from: range.from - 1 }
      : range;
  });
  return { ...attribution, ranges };
}

const minProbability = (unit: TokenisedUnit, { content }: Report): number =>
  content.some(({ from, to }) => holdsQuote(unit, from, to)) ? MIN_PROBABILITY_QUOTED : MIN_PROBABILITY;

const sigmoid = (margin: number): number => 1 / (1 + Math.exp(-margin / 10));

const overlaps = (range: Range, other: Range): boolean => range.from <= other.to && other.from <= range.to;

function holdsQuote(unit: TokenisedUnit, from: number, to: number): boolean {
  for (let at = from; at <= to; at += 1) if (isQuote(unit, at)) return true;
  return false;
}

/**
 * Whether no rule found the cue or most of the content. A quotation stays with the rule that found it, and content
 * without a speaker (“was expected to pass”) is not an attribution, nor is a single word (“are tired of polls”).
 */
function isNew(
  unit: TokenisedUnit,
  { cue, source, content }: Report,
  attributions: readonly TokenAttribution[],
): boolean {
  if (!source || content.every(({ from, to }) => from === to && !isQuote(unit, from))) return false;
  const size = sizeOf(content);
  return attributions.every((attribution) => {
    const { subject } = attribution;
    if (attribution.cue && overlaps(attribution.cue, cue)) return false;
    if (subject && content.some((range) => range.from >= subject.from && range.to <= subject.to)) return false;
    const shared = content.flatMap((range) =>
      attribution.ranges.flatMap((other) => (overlaps(range, other) ? [intersection(range, other)] : [])),
    );
    if (shared.some(({ from, to }) => holdsQuote(unit, from, to))) return false;
    const joint = sizeOf(shared);
    return joint * 2 < size + sizeOf(attribution.ranges) - joint;
  });
}

const intersection = (range: Range, other: Range): Range => ({
  from: Math.max(range.from, other.from),
  to: Math.min(range.to, other.to),
});

const sizeOf = (ranges: readonly Range[]): number => ranges.reduce((sum, { from, to }) => sum + to - from + 1, 0);

function attributionOf(unit: TokenisedUnit, { cue, source, content, probability }: Report): TokenAttribution {
  const mention = source && (unit.mentionStartingAt(source.from) ?? unit.mentionEndingAt(source.to));
  const subject = source && { ...source, span: unit.spanOf(source.from, source.to), ...(mention ? { mention } : {}) };
  return {
    ranges: content.map((range) => withoutThat(unit, range)),
    cue,
    probability: probability,
    rule: ruleOf(unit, cue, content),
    ...(subject ? { subject } : {}),
  };
}

/** The position of the content relative to the cue, named like the rules. */
function ruleOf(unit: TokenisedUnit, cue: Range, content: readonly Range[]): string {
  const contentKind = content.every(({ from, to }) => from === to && isQuote(unit, from)) ? 'quotation' : 'clause';
  const before = content.some(({ to }) => to < cue.from);
  const behind = content.some(({ from }) => from > cue.to);
  return `${contentKind} ${before && behind ? 'around' : before ? 'before' : 'behind'}`;
}

/** He said that it was late.: “that” only links. */
const withoutThat = (unit: TokenisedUnit, { from, to }: Range): Range =>
  from < to && unit.word(from) === 'that' ? { from: from + 1, to } : { from, to };
