import { CONJUNCTIONS } from '../words/grammar.ts';
import { type Cue, cueEnd, cueStart } from './cue.ts';
import { isPunct, isQuote, type TokenisedUnit } from './tokenised-unit.ts';

/** Tokens `from` to `to`, both in. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A cue where it stands: the `k`-th of its line. */
export interface CueContext {
  readonly unit: TokenisedUnit;
  readonly cues: readonly Cue[];
  readonly index: number;
  readonly cue: Cue;
}

/** What a cue reports, and by which rule. */
export interface Content {
  readonly ranges: readonly Range[];
  readonly rule: string;
  /** The cue ends in a colon and its words follow in the next unit. */
  readonly contentFollows?: true;
}

/**
 * Where the words before a cue may begin: the start of the unit, for a cue on the way may well be part of
 * what is said (“He had asked for them, he said”), but not before a link that sets two reports side by side.
 */
export function contentBound({ unit, cues, index, cue }: CueContext): number {
  const previous = cues[index - 1];
  if (!previous) return 0;
  const end = cueEnd(previous);
  for (let i = cueStart(cue) - 2; i >= end; i -= 1) {
    if (isPunct(unit, i, ';')) return i + 1;
    if (isPunct(unit, i, ',—–') && /^(?:and|but|while|though|although|so)$/.test(unit.word(i + 1))) return i + 1;
  }
  const aside = isPunct(unit, end) && (isPunct(unit, cueStart(previous) - 1) || isQuote(unit, cueStart(previous) - 1));
  return aside ? end : 0;
}

/** What stands before “, he said”, conjunctions at its head left off; undefined where that is nothing. */
export function clauseBeforeComma(context: CueContext): Range | undefined {
  const { unit, cue } = context;
  const start = cueStart(cue);
  if (cue.shared || !isPunct(unit, start - 1, ',—–')) return undefined;
  let from = contentBound(context);
  while (from < start - 1 && (isPunct(unit, from) || CONJUNCTIONS.has(unit.word(from)))) from += 1;
  return from < start - 1 ? { from, to: start - 2 } : undefined;
}
