import { CONJUNCTIONS } from '../../words/grammar.ts';
import { hearerAhead, settingAhead } from '../adjuncts.ts';
import { clauseEnd } from '../clause-end.ts';
import { cueEnd, cueStart } from '../cue.ts';
import { beforeComma, type Content, leftBound, type Range, type Site } from '../cue-context.ts';
import { isPunct, isQuote, type Line } from '../tokenised-unit.ts';

/**
 * “We saw it,” the minister said. · The plan was “not ready,” the minister said.
 *  ^^^^^^^^^^                       ^^^^^^^^^^^^^^^^^^^^^^^^^
 */
export function quotationBefore(site: Site): Content | undefined {
  const { line, cue } = site;
  if (cue.shared) return undefined;
  const start = cueStart(cue);
  const bound = leftBound(site);
  let quote = start - 1;
  while (quote >= bound && isPunct(line, quote, ',—–-')) quote -= 1;
  if (quote < bound || !isQuote(line, quote)) return undefined;
  const from = clauseStart(line, bound, quote);
  const ranges: Range[] = [{ from, to: quote }];
  const behind = nextQuotation(line, cueEnd(cue));
  if (behind !== undefined) ranges.push({ from: behind, to: behind });
  return { ranges, rule: from === quote ? 'quotation before' : 'quotation ends the clause before' };
}

/** Words before a quotation belong to it unless they are few, or a comma or colon sets them off. */
function clauseStart(line: Line, bound: number, quote: number): number {
  if (isPunct(line, quote - 1)) return quote;
  let from = quote;
  while (from > bound && !isPunct(line, from - 1, ';:—–')) from -= 1;
  while (from < quote && (isPunct(line, from) || CONJUNCTIONS.has(line.word(from)))) from += 1;
  return quote - from <= 1 ? quote : from;
}

/** “…,” he said, “…”: the quotation right behind the cue, a time or place between. */
function nextQuotation(line: Line, at: number): number | undefined {
  let i = at + settingAhead(line, at);
  while (isPunct(line, i, ',:—–-')) i += 1;
  return isQuote(line, i) ? i : undefined;
}

/**
 * The minister told reporters: “We saw it.” · She said it was late.
 *                               ^^^^^^^^^^
 */
export function quotationBehind(site: Site): Content | undefined {
  const { line, cue } = site;
  const end = cueEnd(cue);
  const hearer = end + hearerAhead(line, end, cue);
  let i = hearer + settingAhead(line, hearer);
  let setOff = false;
  if (isPunct(line, i, ':') && i + 1 >= line.tokens.length) return { ranges: [], rule: 'colon before', awaits: true };
  while (isPunct(line, i, ',:—–-')) {
    setOff = true;
    i += 1;
  }
  if (!isQuote(line, i)) return colonAtEnd(site);
  const { tokens } = line;
  const last = i + 1 >= tokens.length || isPunct(line, i + 1);
  const left = setOff && /^\p{Ll}/u.test(quotedText(line, i)) ? beforeComma(site) : undefined;
  if (left) return { ranges: [left, { from: i, to: i }], rule: 'clause before, quotation behind' };
  if (setOff || last) return { ranges: [{ from: i, to: i }], rule: 'quotation behind' };
  return { ranges: [{ from: i, to: clauseEnd(site, i) }], rule: 'quotation opens the clause behind' };
}

/** The minister was blunt when he spoke to reporters: — and the words follow in the next paragraph. */
function colonAtEnd({ line, cues, k, cue }: Site): Content | undefined {
  const last = line.tokens.length - 1;
  if (k !== cues.length - 1 || !isPunct(line, last, ':') || !(cue.verb.clause || cue.verb.hearer)) return undefined;
  return last - cueEnd(cue) < 14 && !line.tokens.slice(cueEnd(cue)).some((token) => token.text === 'that')
    ? { ranges: [], rule: 'colon before', awaits: true }
    : undefined;
}

const quotedText = (line: Line, at: number): string => {
  const quote = line.tokens[at]?.quote;
  return quote ? line.text.slice(quote.inner.start, quote.inner.start + 2) : '';
};
