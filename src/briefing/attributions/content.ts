import { CONJUNCTIONS, DETERMINERS, PRONOUNS, SCENE_SETTERS, SUBORDINATORS } from '../words/grammar.ts';
import { type Cue, cueEnd, cueStart } from './cues.ts';
import { isAdverb, isPunct, isQuote, type Line, settingAhead, timeAhead } from './line.ts';

/** Tokens `from` to `to`, both in. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

const quotedText = (line: Line, at: number): string => {
  const quote = line.tokens[at]?.quote;
  return quote ? line.text.slice(quote.inner.start, quote.inner.start + 2) : '';
};

/** What a cue reports, and where it stands to it. */
export interface Content {
  readonly ranges: readonly Range[];
  readonly rule: string;
  /** The cue ends in a colon and its words follow in the next unit. */
  readonly awaits?: true;
}

/** What the `k`-th cue of a line reports; undefined where nothing is left for it. */
export function contentOf(line: Line, cues: readonly Cue[], k: number): Content | undefined {
  const cue = cues[k];
  if (!cue) return undefined;
  return (
    quotationBefore(line, cues, k, cue) ??
    quotationBehind(line, cues, k, cue) ??
    clauseAround(line, cues, k, cue) ??
    clauseBefore(line, cues, k, cue) ??
    clauseBehind(line, cues, k, cue)
  );
}

/**
 * Where the words before the `k`-th cue may begin: the start of the unit, for a cue on the way may well be part of
 * what is said (“He had asked for them, he said”), but not before a link that sets two reports side by side.
 */
function leftBound(line: Line, cues: readonly Cue[], k: number): number {
  const cue = cues[k];
  const previous = cues[k - 1];
  if (!cue || !previous) return 0;
  const end = cueEnd(previous);
  for (let i = cueStart(cue) - 2; i >= end; i -= 1) {
    if (isPunct(line, i, ';')) return i + 1;
    if (isPunct(line, i, ',—–') && /^(?:and|but|while|though|although|so)$/.test(line.word(i + 1))) return i + 1;
  }
  const aside = isPunct(line, end) && (isPunct(line, cueStart(previous) - 1) || isQuote(line, cueStart(previous) - 1));
  return aside ? end : 0;
}

/**
 * “We saw it,” the minister said. · The plan was “not ready,” the minister said.
 *  ^^^^^^^^^^                        ^^^^^^^^^^^^^^^^^^^^^^^
 */
function quotationBefore(line: Line, cues: readonly Cue[], k: number, cue: Cue): Content | undefined {
  if (cue.shared) return undefined;
  const start = cueStart(cue);
  const bound = leftBound(line, cues, k);
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
function quotationBehind(line: Line, cues: readonly Cue[], k: number, cue: Cue): Content | undefined {
  const end = cueEnd(cue);
  const hearer = end + hearerAhead(line, end, cue);
  let i = hearer + settingAhead(line, hearer);
  let setOff = false;
  if (isPunct(line, i, ':') && i + 1 >= line.tokens.length) return { ranges: [], rule: 'colon before', awaits: true };
  while (isPunct(line, i, ',:—–-')) {
    setOff = true;
    i += 1;
  }
  if (!isQuote(line, i)) return colonAtEnd(line, cues, k, cue);
  const { tokens } = line;
  const last = i + 1 >= tokens.length || isPunct(line, i + 1);
  const left = setOff && /^\p{Ll}/u.test(quotedText(line, i)) ? beforeComma(line, cues, k, cue) : undefined;
  if (left) return { ranges: [left, { from: i, to: i }], rule: 'clause before, quotation behind' };
  if (setOff || last) return { ranges: [{ from: i, to: i }], rule: 'quotation behind' };
  return { ranges: [{ from: i, to: clauseEnd(line, cues, k, i, cue) }], rule: 'quotation opens the clause behind' };
}

/** The minister was blunt when he spoke to reporters: — and the words follow in the next paragraph. */
function colonAtEnd(line: Line, cues: readonly Cue[], k: number, cue: Cue): Content | undefined {
  const last = line.tokens.length - 1;
  if (k !== cues.length - 1 || !isPunct(line, last, ':') || !(cue.verb.clause || cue.verb.hearer)) return undefined;
  return last - cueEnd(cue) < 14 && !line.tokens.slice(cueEnd(cue)).some((token) => token.text === 'that')
    ? { ranges: [], rule: 'colon before', awaits: true }
    : undefined;
}

/** “told reporters”, “asked the committee”: how many tokens the hearer takes. */
function hearerAhead(line: Line, at: number, cue: Cue): number {
  if (!cue.verb.hearer || cue.frame === 'to') return 0;
  const mention = line.mentionStartingAt(at);
  if (mention && mention.kind !== 'pronoun') {
    let i = at;
    while (i < line.tokens.length && (line.tokens[i]?.end ?? 0) < mention.span.end) i += 1;
    while (line.word(i + 1) === 'and' && line.mentionStartingAt(i + 2)) i = lastTokenOf(line, i + 2);
    return i + 1 - at;
  }
  if (/^(?:me|us|him|her|them|you|reporters|journalists|lawmakers|voters|supporters|delegates|people|parliament|congress|investors|viewers|fans)$/.test(line.word(at))) return 1;
  if (!DETERMINERS.has(line.word(at))) return 0;
  for (let n = 1; n < 6; n += 1) {
    if (isPunct(line, at + n) || isQuote(line, at + n) || line.word(at + n) === 'that' || line.word(at + n) === 'to') return n;
    if (PRONOUNS.has(line.word(at + n)) || DETERMINERS.has(line.word(at + n))) return n;
  }
  return 2;
}

function lastTokenOf(line: Line, at: number): number {
  const end = line.mentionStartingAt(at)?.span.end ?? 0;
  let i = at;
  while ((line.tokens[i]?.end ?? end) < end) i += 1;
  return i;
}

/** What stands before “, he said”, conjunctions at its head left off; undefined where that is nothing. */
function beforeComma(line: Line, cues: readonly Cue[], k: number, cue: Cue): Range | undefined {
  const start = cueStart(cue);
  if (cue.shared || !isPunct(line, start - 1, ',—–')) return undefined;
  let from = leftBound(line, cues, k);
  while (from < start - 1 && (isPunct(line, from) || CONJUNCTIONS.has(line.word(from)))) from += 1;
  return from < start - 1 ? { from, to: start - 2 } : undefined;
}

/**
 * The museum, Mr Bush said, celebrated his heroes.
 * ^^^^^^^^^^                ^^^^^^^^^^^^^^^^^^^^^  commas on both sides of the cue: the clause runs around it
 */
function clauseAround(line: Line, cues: readonly Cue[], k: number, cue: Cue): Content | undefined {
  if (cue.shared || !cue.verb.clause || !isPunct(line, cueStart(cue) - 1, ',—–')) return undefined;
  const end = cueEnd(cue) + settingAhead(line, cueEnd(cue));
  if (!isPunct(line, end, ',—–') || !(goesOn(line, end + 1) || line.word(end + 1) === 'that')) return undefined;
  const left = beforeComma(line, cues, k, cue);
  const right = { from: end + 1, to: clauseEnd(line, cues, k, end + 1, cue) };
  if (right.to <= right.from) return undefined;
  return { ranges: left ? [left, right] : [right], rule: 'clause around' };
}

/**
 * Seoul would tune its response, Kim said on Tuesday.
 * ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^  nothing but time and place follows the cue
 */
function clauseBefore(line: Line, cues: readonly Cue[], k: number, cue: Cue): Content | undefined {
  if (cue.shared || !(cue.verb.firm || cue.verb.clause)) return undefined;
  const start = cueStart(cue);
  const bound = leftBound(line, cues, k);
  if (!isPunct(line, start - 1, ',—–') || start - 1 - bound < 3) return undefined;
  let from = bound;
  while (isPunct(line, from) || (k > 0 && CONJUNCTIONS.has(line.word(from)))) from += 1;
  if (!endsBehind(line, cueEnd(cue), cue)) return undefined;
  if (SCENE_SETTERS.has(line.word(from)) && start - from < 12 && !isBareEnd(line, cueEnd(cue))) return undefined;
  return { ranges: [{ from, to: start - 2 }], rule: 'clause before' };
}

const isBareEnd = (line: Line, at: number): boolean => at + settingAhead(line, at) >= line.tokens.length;

/** Whether nothing that could be said follows: the end, a comma, or a phrase that only sets the scene. */
function endsBehind(line: Line, at: number, cue: Cue): boolean {
  const hearer = at + hearerAhead(line, at, cue);
  const i = hearer + settingAhead(line, hearer);
  if (i >= line.tokens.length || isPunct(line, i)) return true;
  if (!/^(?:in|at|on|during|after|before|when|as|while|of|to|from|ahead|following|by|with|amid|for)$/.test(line.word(i))) return false;
  for (let n = i; n < line.tokens.length; n += 1) {
    if (isQuote(line, n) || line.word(n) === 'that') return false;
    if (isPunct(line, n)) return true;
  }
  return true;
}

/** “…, he said, and the talks …”: the clause before the cue goes on behind it. */
function goesOn(line: Line, at: number): boolean {
  const word = line.word(at);
  return line.tokens[at]?.kind === 'word' && !word.endsWith('ing') && !SUBORDINATORS.has(word) && !SCENE_SETTERS.has(word) && !CONJUNCTIONS.has(word);
}

/**
 * Kim told reporters on Tuesday that Seoul would tune its response.
 *                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
function clauseBehind(line: Line, cues: readonly Cue[], k: number, cue: Cue): Content | undefined {
  let from = contentStart(line, cue);
  if (line.word(from - 1) === 'that' && isPunct(line, from, ',')) from += 1;
  if (from >= line.tokens.length || isPunct(line, from, ',;)')) return undefined;
  const to = clauseEnd(line, cues, k, from, cue);
  if (to < from) return undefined;
  return { ranges: [{ from, to }], rule: `${cue.frame} behind` };
}

function contentStart(line: Line, cue: Cue): number {
  const end = cueEnd(cue);
  if (cue.frame === 'to') return end + 1;
  if (cue.frame === 'preposition') return end;
  if (cue.frame === 'object' && !cue.verb.hearer) return end + timeAhead(line, end);
  const that = thatAhead(line, end);
  if (that !== undefined) return that + 1;
  const hearer = end + hearerAhead(line, end, cue);
  if (hearer > end && line.word(hearer) === 'to') return end;
  return hearer + settingAhead(line, hearer);
}

/** The “that” that opens the clause, with no more than hearer, time and place before it. */
function thatAhead(line: Line, at: number): number | undefined {
  for (let i = at; i < Math.min(line.tokens.length, at + 16); i += 1) {
    if (line.word(i) === 'that') return i;
    if (isQuote(line, i) || isPunct(line, i, ';:')) return undefined;
    if (/^(?:would|will|was|were|is|are|had|has|have|could|should|may|might|he|she|they|we|it|there|to)$/.test(line.word(i)) && i > at) {
      // A subject and its verb stand before “that”: the clause began without one. “to reporters that” goes on.
      if (line.word(i) !== 'to') return undefined;
    }
  }
  return undefined;
}

/** The last token of the clause that begins at `start`: before the next cue that is not inside it. */
export function clauseEnd(line: Line, cues: readonly Cue[], k: number, start: number, cue: Cue): number {
  let end = line.tokens.length - 1;
  for (let j = k + 1; j < cues.length; j += 1) {
    const cut = cutBefore(line, cues[j], start);
    if (cut === undefined) continue;
    end = cut;
    break;
  }
  const stop = cue.frame === 'clause' || cue.frame === 'quote' ? undefined : phraseStop(line, start, end);
  if (stop !== undefined) end = stop;
  if (/^(?:who|which)$/.test(line.word(cue.subject.to)) && isPunct(line, cue.subject.to - 1, ',')) {
    for (let i = start; i <= end; i += 1) if (isPunct(line, i, ',')) end = i - 1;
  }
  while (end >= start && isPunct(line, end)) end -= 1;
  return end;
}

/** The token before the link that sets a later cue beside this clause, or undefined where it lies inside. */
function cutBefore(line: Line, cue: Cue | undefined, start: number): number | undefined {
  if (!cue) return undefined;
  let i = cueStart(cue) - 1;
  if (i <= start) return undefined;
  while (isAdverb(line.word(i))) i -= 1;
  const linked = CONJUNCTIONS.has(line.word(i)) || /^(?:while|as|though|although|when|after|because|since)$/.test(line.word(i));
  if (linked) i -= 1;
  const set = isPunct(line, i, ',;—–:');
  if (set) return i - 1;
  return linked && (cue.shared || !CONJUNCTIONS.has(line.word(i + 1))) ? i : cue.shared ? cueStart(cue) - 1 : undefined;
}

/** An object or a to-phrase ends where a comma begins something else. */
function phraseStop(line: Line, start: number, end: number): number | undefined {
  for (let i = start + 1; i < end; i += 1) {
    if (!isPunct(line, i, ',;—–')) continue;
    const word = line.word(i + 1);
    if (word.endsWith('ing') || word === 'but' || /^(?:while|as|after|though|although|when|where)$/.test(word)) return i - 1;
  }
  return undefined;
}
