import { CONJUNCTIONS } from '../../words/grammar.ts';
import { addresseeLength, adjunctLength } from '../adjuncts.ts';
import { clauseEnd } from '../clause-end.ts';
import { cueEnd, cueStart } from '../cue.ts';
import { type Content, type CueContext, clauseBeforeComma, contentBound, type Range } from '../cue-context.ts';
import { isPunct, isQuote, type TokenisedUnit } from '../tokenised-unit.ts';

/**
 * “We saw it,” the minister said. · The plan was “not ready,” the minister said.
 *  ^^^^^^^^^^                       ^^^^^^^^^^^^^^^^^^^^^^^^^
 */
export function quotationBefore(context: CueContext): Content | undefined {
  const { unit, cue } = context;
  if (cue.shared) return undefined;
  const start = cueStart(cue);
  const bound = contentBound(context);
  let quote = start - 1;
  while (quote >= bound && isPunct(unit, quote, ',—–-')) quote -= 1;
  if (quote < bound || !isQuote(unit, quote)) return undefined;
  const from = clauseStart(unit, bound, quote);
  const ranges: Range[] = [{ from, to: quote }];
  const behind = nextQuotation(unit, cueEnd(cue));
  if (behind !== undefined) ranges.push({ from: behind, to: behind });
  return { ranges, rule: from === quote ? 'quotation before' : 'quotation ends the clause before' };
}

/** Words before a quotation belong to the content unless they are few, or a comma or colon separates them. */
function clauseStart(unit: TokenisedUnit, bound: number, quote: number): number {
  if (isPunct(unit, quote - 1)) return quote;
  let from = quote;
  while (from > bound && !isPunct(unit, from - 1, ';:—–')) from -= 1;
  while (from < quote && (isPunct(unit, from) || CONJUNCTIONS.has(unit.word(from)))) from += 1;
  return quote - from <= 1 ? quote : from;
}

/** “…,” he said, “…”: the quotation after the cue, with at most a time or place between. */
function nextQuotation(unit: TokenisedUnit, at: number): number | undefined {
  let i = at + adjunctLength(unit, at);
  while (isPunct(unit, i, ',:—–-')) i += 1;
  return isQuote(unit, i) ? i : undefined;
}

/**
 * The minister told reporters: “We saw it.” · She said it was late.
 *                               ^^^^^^^^^^
 */
export function quotationBehind(context: CueContext): Content | undefined {
  const { unit, cue } = context;
  const end = cueEnd(cue);
  const addressee = end + addresseeLength(unit, end, cue);
  let i = addressee + adjunctLength(unit, addressee);
  let setOff = false;
  if (isPunct(unit, i, ':') && i + 1 >= unit.tokens.length)
    return { ranges: [], rule: 'colon before', contentFollows: true };
  while (isPunct(unit, i, ',:—–-')) {
    setOff = true;
    i += 1;
  }
  if (!isQuote(unit, i)) return colonAtEnd(context);
  const { tokens } = unit;
  const last = i + 1 >= tokens.length || isPunct(unit, i + 1);
  const left = setOff && /^\p{Ll}/u.test(quotedText(unit, i)) ? clauseBeforeComma(context) : undefined;
  if (left) return { ranges: [left, { from: i, to: i }], rule: 'clause before, quotation behind' };
  if (setOff || last) return { ranges: [{ from: i, to: i }], rule: 'quotation behind' };
  return { ranges: [{ from: i, to: clauseEnd(context, i) }], rule: 'quotation opens the clause behind' };
}

/** The minister was blunt when he spoke to reporters: — the quotation follows in the next paragraph. */
function colonAtEnd({ unit, cues, index, cue }: CueContext): Content | undefined {
  const last = unit.tokens.length - 1;
  if (index !== cues.length - 1 || !isPunct(unit, last, ':') || !(cue.verb.clause || cue.verb.addressee))
    return undefined;
  return last - cueEnd(cue) < 14 && !unit.tokens.slice(cueEnd(cue)).some((token) => token.text === 'that')
    ? { ranges: [], rule: 'colon before', contentFollows: true }
    : undefined;
}

const quotedText = (unit: TokenisedUnit, at: number): string => {
  const quote = unit.tokens[at]?.quote;
  return quote ? unit.text.slice(quote.inner.start, quote.inner.start + 2) : '';
};
