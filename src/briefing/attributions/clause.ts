import { ADVERBIAL_OPENERS, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, SUBORDINATORS } from '../words/grammar.ts';
import { addresseeLength, adjunctLength, timeLength } from './adjuncts.ts';
import { clauseEnd } from './clause-end.ts';
import { type Cue, cueEnd, cueStart } from './cue.ts';
import { type Content, type CueContext, clauseBeforeComma, contentBound } from './cue-context.ts';
import { isAdverb, isPunct, isQuote, type TokenisedUnit } from './tokenised-unit.ts';

/**
 * The museum, Mr Bush said, celebrated his heroes.
 * ^^^^^^^^^^                ^^^^^^^^^^^^^^^^^^^^^  the cue stands between commas inside the clause
 */
export function clauseAround(context: CueContext): Content | undefined {
  const { unit, cue } = context;
  if (cue.shared || !cue.verb.clause || !isPunct(unit, cueStart(cue) - 1, ',—–')) return undefined;
  const end = cueEnd(cue) + adjunctLength(unit, cueEnd(cue));
  if (!isPunct(unit, end, ',—–') || !(continuesClause(unit, end + 1) || unit.word(end + 1) === 'that'))
    return undefined;
  const left = clauseBeforeComma(context);
  const right = { from: end + 1, to: clauseEnd(context, end + 1) };
  if (right.to <= right.from) return undefined;
  return { ranges: left ? [left, right] : [right], rule: 'clause around' };
}

/**
 * Seoul would tune its response, Kim said on Tuesday.
 * ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^  only adjuncts of time and place follow the cue
 */
export function clauseBefore(context: CueContext): Content | undefined {
  const { unit, cue } = context;
  if (cue.shared || !(cue.verb.unambiguous || cue.verb.clause)) return undefined;
  const start = cueStart(cue);
  const bound = contentBound(context);
  if (!isPunct(unit, start - 1, ',—–') || start - 1 - bound < 3) return undefined;
  let from = bound;
  while (isPunct(unit, from) || (context.index > 0 && CONJUNCTIONS.has(unit.word(from)))) from += 1;
  if (!endsAfter(unit, cueEnd(cue), cue)) return undefined;
  if (ADVERBIAL_OPENERS.has(unit.word(from)) && start - from < 12 && !isBareEnd(unit, cueEnd(cue))) return undefined;
  return { ranges: [{ from, to: start - 2 }], rule: 'clause before' };
}

const isBareEnd = (unit: TokenisedUnit, at: number): boolean => at + adjunctLength(unit, at) >= unit.tokens.length;

/** Whether no content follows: only the end of the unit, punctuation, or an adverbial phrase. */
function endsAfter(unit: TokenisedUnit, at: number, cue: Cue): boolean {
  const addressee = at + addresseeLength(unit, at, cue);
  const i = addressee + adjunctLength(unit, addressee);
  if (i >= unit.tokens.length || isPunct(unit, i)) return true;
  if (
    !/^(?:in|at|on|during|after|before|when|as|while|of|to|from|ahead|following|by|with|amid|for)$/.test(unit.word(i))
  )
    return false;
  for (let n = i; n < unit.tokens.length; n += 1) {
    if (isQuote(unit, n) || unit.word(n) === 'that') return false;
    if (isPunct(unit, n)) return true;
  }
  return true;
}

/** “…, he said, and the talks …”: the clause before the cue continues after it. */
function continuesClause(unit: TokenisedUnit, at: number): boolean {
  const word = unit.word(at);
  if (word === 'and' && isQuote(unit, at + 1)) return true;
  return (
    unit.tokens[at]?.kind === 'word' &&
    !word.endsWith('ing') &&
    !SUBORDINATORS.has(word) &&
    !ADVERBIAL_OPENERS.has(word) &&
    !CONJUNCTIONS.has(word)
  );
}

/**
 * Kim told reporters on Tuesday that Seoul would tune its response.
 *                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
export function clauseBehind(context: CueContext): Content | undefined {
  const { unit, cue } = context;
  let from = contentStart(unit, cue);
  if (unit.word(from - 1) === 'that' && isPunct(unit, from, ',')) from += 1;
  if (from >= unit.tokens.length || isPunct(unit, from, ',;)')) return undefined;
  const to = clauseEnd(context, from);
  if (to < from) return undefined;
  return { ranges: [{ from, to }], rule: `${cue.frame} behind` };
}

function contentStart(unit: TokenisedUnit, cue: Cue): number {
  const end = cueEnd(cue);
  if (cue.frame === 'to') return end + 1;
  if (cue.frame === 'preposition') return end;
  if (cue.frame === 'object' && !cue.verb.addressee) return end + timeLength(unit, end);
  const that = complementiser(unit, end, cue);
  if (that !== undefined) return that + 1;
  const addressee = end + addresseeLength(unit, end, cue);
  if (addressee > end && unit.word(addressee) === 'to') return end;
  return addressee + adjunctLength(unit, addressee);
}

/** Words that show that a clause has begun without “that”. */
const CLAUSE_STARTS = new Set(
  `would will was were is are had has have could should may might he she they we it there`.split(' '),
);
const MAX_THAT_DISTANCE = 16;

/** The “that” that introduces the clause, after at most addressee, time and place. */
function complementiser(unit: TokenisedUnit, at: number, cue: Cue): number | undefined {
  // “declared unconstitutional a provision that …”: the “that” belongs to the object.
  const hasAdjunct =
    cue.verb.addressee || isAdverb(unit.word(at)) || PREPOSITIONS.has(unit.word(at)) || timeLength(unit, at) > 0;
  const reach = hasAdjunct ? MAX_THAT_DISTANCE : 1;
  for (let i = at; i < Math.min(unit.tokens.length, at + reach); i += 1) {
    if (unit.word(i) === 'that') return i;
    if (isQuote(unit, i) || isPunct(unit, i, ',;:') || (i > at && CLAUSE_STARTS.has(unit.word(i)))) return undefined;
    // “asked the judge to dismiss the case, arguing that …”: the infinitive is the content.
    if (unit.word(i) === 'to' && !DETERMINERS.has(unit.word(i + 1)) && !unit.mentionStartingAt(i + 1)) return undefined;
  }
  return undefined;
}
