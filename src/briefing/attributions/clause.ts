import { CONJUNCTIONS, DETERMINERS, PREPOSITIONS, SCENE_SETTERS, SUBORDINATORS } from '../words/grammar.ts';
import { hearerAhead, settingAhead, timeAhead } from './adjuncts.ts';
import { clauseEnd } from './clause-end.ts';
import { type Cue, cueEnd, cueStart } from './cue.ts';
import { beforeComma, type Content, leftBound, type Site } from './cue-context.ts';
import { isAdverb, isPunct, isQuote, type Line } from './tokenised-unit.ts';

/**
 * The museum, Mr Bush said, celebrated his heroes.
 * ^^^^^^^^^^                ^^^^^^^^^^^^^^^^^^^^^  commas on both sides of the cue: the clause runs around it
 */
export function clauseAround(site: Site): Content | undefined {
  const { line, cue } = site;
  if (cue.shared || !cue.verb.clause || !isPunct(line, cueStart(cue) - 1, ',—–')) return undefined;
  const end = cueEnd(cue) + settingAhead(line, cueEnd(cue));
  if (!isPunct(line, end, ',—–') || !(goesOn(line, end + 1) || line.word(end + 1) === 'that')) return undefined;
  const left = beforeComma(site);
  const right = { from: end + 1, to: clauseEnd(site, end + 1) };
  if (right.to <= right.from) return undefined;
  return { ranges: left ? [left, right] : [right], rule: 'clause around' };
}

/**
 * Seoul would tune its response, Kim said on Tuesday.
 * ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^  nothing but time and place follows the cue
 */
export function clauseBefore(site: Site): Content | undefined {
  const { line, cue } = site;
  if (cue.shared || !(cue.verb.firm || cue.verb.clause)) return undefined;
  const start = cueStart(cue);
  const bound = leftBound(site);
  if (!isPunct(line, start - 1, ',—–') || start - 1 - bound < 3) return undefined;
  let from = bound;
  while (isPunct(line, from) || (site.k > 0 && CONJUNCTIONS.has(line.word(from)))) from += 1;
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
  if (
    !/^(?:in|at|on|during|after|before|when|as|while|of|to|from|ahead|following|by|with|amid|for)$/.test(line.word(i))
  )
    return false;
  for (let n = i; n < line.tokens.length; n += 1) {
    if (isQuote(line, n) || line.word(n) === 'that') return false;
    if (isPunct(line, n)) return true;
  }
  return true;
}

/** “…, he said, and the talks …”: the clause before the cue goes on behind it. */
function goesOn(line: Line, at: number): boolean {
  const word = line.word(at);
  if (word === 'and' && isQuote(line, at + 1)) return true;
  return (
    line.tokens[at]?.kind === 'word' &&
    !word.endsWith('ing') &&
    !SUBORDINATORS.has(word) &&
    !SCENE_SETTERS.has(word) &&
    !CONJUNCTIONS.has(word)
  );
}

/**
 * Kim told reporters on Tuesday that Seoul would tune its response.
 *                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
export function clauseBehind(site: Site): Content | undefined {
  const { line, cue } = site;
  let from = contentStart(line, cue);
  if (line.word(from - 1) === 'that' && isPunct(line, from, ',')) from += 1;
  if (from >= line.tokens.length || isPunct(line, from, ',;)')) return undefined;
  const to = clauseEnd(site, from);
  if (to < from) return undefined;
  return { ranges: [{ from, to }], rule: `${cue.frame} behind` };
}

function contentStart(line: Line, cue: Cue): number {
  const end = cueEnd(cue);
  if (cue.frame === 'to') return end + 1;
  if (cue.frame === 'preposition') return end;
  if (cue.frame === 'object' && !cue.verb.hearer) return end + timeAhead(line, end);
  const that = thatAhead(line, end, cue);
  if (that !== undefined) return that + 1;
  const hearer = end + hearerAhead(line, end, cue);
  if (hearer > end && line.word(hearer) === 'to') return end;
  return hearer + settingAhead(line, hearer);
}

/** Words of a clause's own: where one stands first, no “that” opened it. “to reporters that” goes on. */
const CLAUSAL = new Set(
  `would will was were is are had has have could should may might he she they we it there`.split(' '),
);
const THAT_REACH = 16;

/** The “that” that opens the clause, with no more than hearer, time and place before it. */
function thatAhead(line: Line, at: number, cue: Cue): number | undefined {
  // “declared unconstitutional a provision that …”: an object stands there, and its “that” is another.
  const sets = cue.verb.hearer || isAdverb(line.word(at)) || PREPOSITIONS.has(line.word(at)) || timeAhead(line, at) > 0;
  const reach = sets ? THAT_REACH : 1;
  for (let i = at; i < Math.min(line.tokens.length, at + reach); i += 1) {
    if (line.word(i) === 'that') return i;
    if (isQuote(line, i) || isPunct(line, i, ',;:') || (i > at && CLAUSAL.has(line.word(i)))) return undefined;
    // “asked the judge to dismiss the case, arguing that …”: what was asked has begun.
    if (line.word(i) === 'to' && !DETERMINERS.has(line.word(i + 1)) && !line.mentionStartingAt(i + 1)) return undefined;
  }
  return undefined;
}
