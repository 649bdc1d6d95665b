import type { Quotation } from '../quotes/marks.ts';
import type { Subject } from './cue.ts';
import type { Range } from './cue-context.ts';
import { isPunct, type TokenisedUnit } from './tokenised-unit.ts';
import type { MutableAttribution, UnresolvedAttribution } from './unresolved-attribution.ts';

/** An attribution within a unit, as ranges of tokens. */
export interface TokenAttribution {
  readonly ranges: readonly Range[];
  readonly cue?: Range;
  readonly subject?: Subject;
  readonly rule: string;
  /** The probability that this is a reported statement; certain if left out. */
  readonly probability?: number;
  /** Its verb does not always report, so it is dropped inside the content of another attribution. */
  readonly ambiguous?: boolean;
}

/** Drops attributions of ambiguous verbs inside the content of another: “She said the bill would raise costs.” */
export const dropNested = (attributions: readonly TokenAttribution[]): TokenAttribution[] =>
  attributions.filter(
    (attribution) =>
      !(
        attribution.ambiguous &&
        attribution.cue &&
        attributions.some((other) => other !== attribution && covers(other, attribution.cue?.from ?? -1))
      ),
  );

const lengthOf = (attribution: TokenAttribution): number =>
  attribution.ranges.reduce((sum, { from, to }) => sum + to - from + 1, 0);
const covers = (attribution: TokenAttribution, at: number): boolean =>
  attribution.ranges.some(({ from, to }) => from <= at && at <= to);

/** For each quotation token, the narrowest attribution that contains it. */
export function ownersOf(
  unit: TokenisedUnit,
  attributions: readonly TokenAttribution[],
): ReadonlyMap<number, TokenAttribution> {
  const owners = new Map<number, TokenAttribution>();
  unit.tokens.forEach((token, at) => {
    if (token.kind !== 'quote') return;
    for (const attribution of attributions) {
      const owner = owners.get(at);
      if (covers(attribution, at) && (!owner || lengthOf(attribution) < lengthOf(owner))) owners.set(at, attribution);
    }
  });
  return owners;
}

/** Converts token ranges to spans. `quotes` are the quotations of speech inside it. */
export function toAttribution(
  unit: TokenisedUnit,
  attribution: TokenAttribution,
  quotes: readonly Quotation[],
  unitNumber: number,
): MutableAttribution {
  const content = attribution.ranges.map(({ from, to }) => unit.spanOf(from, to));
  return {
    kind: kindOf(unit, attribution, quotes),
    content,
    quotes: [...quotes],
    probability: attribution.probability ?? 1,
    rule: attribution.rule,
    unitNumber,
    ...(attribution.cue ? { cue: unit.spanOf(attribution.cue.from, attribution.cue.to) } : {}),
    ...(attribution.subject ? { source: attribution.subject.span } : {}),
  };
}

function kindOf(
  unit: TokenisedUnit,
  attribution: TokenAttribution,
  quotes: readonly Quotation[],
): UnresolvedAttribution['kind'] {
  if (quotes.length === 0) return 'indirect';
  const own = new Set(quotes);
  const onlyQuotes = attribution.ranges.every(({ from, to }) => {
    for (let i = from; i <= to; i += 1) {
      const token = unit.tokens[i];
      if (!(token?.quote && own.has(token.quote)) && !isPunct(unit, i)) return false;
    }
    return true;
  });
  return onlyQuotes ? 'direct' : 'mixed';
}

/** Appends a quotation to an attribution. */
export function appendQuote(attribution: MutableAttribution, quote: Quotation): void {
  attribution.content.push(quote.outer);
  attribution.quotes.push(quote);
  if (attribution.kind === 'indirect') attribution.kind = 'mixed';
}
