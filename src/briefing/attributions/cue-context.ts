import { CONJUNCTIONS } from '../words/grammar.ts';
import { type Cue, cueEnd, cueStart } from './cue.ts';
import { isPunct, isQuote, type TokenisedUnit } from './tokenised-unit.ts';

/** Tokens `from` to `to`, inclusive. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A cue with its unit and its index among the cues of the unit. */
export interface CueContext {
  readonly unit: TokenisedUnit;
  readonly cues: readonly Cue[];
  readonly index: number;
  readonly cue: Cue;
}

/** The content of a cue, and the rule that found it. */
export interface Content {
  readonly ranges: readonly Range[];
  readonly rule: string;
  /** The cue ends in a colon and its content follows in the next unit. */
  readonly contentFollows?: true;
}

/**
 * Where the content before a cue may start: at the start of the unit, since an earlier cue may be part of
 * the content (“He had asked for them, he said”), but not before a conjunction that joins two attributions.
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

/** The clause before “, he said”, without leading conjunctions; undefined if there is none. */
export function clauseBeforeComma(context: CueContext): Range | undefined {
  const { unit, cue } = context;
  const start = cueStart(cue);
  if (cue.shared || !isPunct(unit, start - 1, ',—–')) return undefined;
  let from = contentBound(context);
  while (from < start - 1 && (isPunct(unit, from) || CONJUNCTIONS.has(unit.word(from)))) from += 1;
  return from < start - 1 ? { from, to: start - 2 } : undefined;
}
