import { SPEECH_NOUNS } from '../words/speech-nouns.ts';
import type { Subject } from './cue.ts';
import { type Cue, cueEnd } from './cue.ts';
import { subjectAfter } from './subject.ts';
import type { TokenAttribution } from './token-attribution.ts';
import { isPunct, isQuote, type TokenisedUnit } from './tokenised-unit.ts';

/**
 * According to the ministry, the talks failed. · The talks failed, according to the ministry.
 *                            ^^^^^^^^^^^^^^^^^   ^^^^^^^^^^^^^^^^^
 */
export function accordingTo(unit: TokenisedUnit, cues: readonly Cue[]): TokenAttribution[] {
  const attributions: TokenAttribution[] = [];
  for (let at = 0; at + 2 < unit.tokens.length; at += 1) {
    if (unit.word(at) !== 'according' || unit.word(at + 1) !== 'to') continue;
    const subject = subjectAfter(unit, at + 2, at > 1) ?? restOf(unit, at + 2);
    if (!subject) continue;
    const ranges = contentAround(unit, cues, at, phraseEnd(unit, subject.to));
    if (ranges.length > 0) attributions.push({ ranges, cue: { from: at, to: at + 1 }, subject, rule: 'according to' });
  }
  return attributions;
}

/** “a draft of the conclusions seen by reporters,”: extends the phrase to the next punctuation mark, if near. */
function phraseEnd(unit: TokenisedUnit, at: number): number {
  let end = at;
  while (unit.tokens[end + 1]?.kind === 'word' && end - at < 12) end += 1;
  return isPunct(unit, end + 1, ',—–:') ? end : at;
}

/** All words up to the next punctuation mark: “according to people familiar with the matter”. */
function restOf(unit: TokenisedUnit, at: number): Subject | undefined {
  let to = at;
  while (unit.tokens[to + 1]?.kind === 'word' && to - at < 12) to += 1;
  return unit.tokens[at]?.kind === 'word' ? { span: unit.spanOf(at, to), from: at, to } : undefined;
}

function contentAround(
  unit: TokenisedUnit,
  cues: readonly Cue[],
  at: number,
  last: number,
): TokenAttribution['ranges'] {
  const bound = Math.max(0, ...cues.filter((cue) => cueEnd(cue) <= at).map(cueEnd));
  let from = bound;
  while (from < at && isPunct(unit, from)) from += 1;
  let to = at - 1;
  while (to >= from && isPunct(unit, to)) to -= 1;
  const left = to - from >= 2 || isQuote(unit, to) ? [{ from, to }] : [];
  const opens = at <= 1 || isPunct(unit, at - 1, ',—–');
  if (!opens || !isPunct(unit, last + 1, ',—–:')) return left;
  let end = unit.tokens.length - 1;
  while (end > last && isPunct(unit, end)) end -= 1;
  const right = skipAside(unit, last + 2);
  return end > right ? [...left, { from: right, to: end }] : left;
}

/**
 * The need is for a “lawful source,” as a ministry memo put it.
 *                   ^^^^^^^^^^^^^^^^    source--------- cue
 */
export function asClause(unit: TokenisedUnit): TokenAttribution[] {
  const attributions: TokenAttribution[] = [];
  for (let at = 0; at < unit.tokens.length; at += 1) {
    if (!isQuote(unit, at)) continue;
    const as = isPunct(unit, at + 1, ',') ? at + 2 : at + 1;
    const subject = unit.word(as) === 'as' ? subjectAfter(unit, as + 1, false) : undefined;
    if (!subject || !/^(?:put|puts|said|says|described|called|wrote|noted|termed)$/.test(unit.word(subject.to + 1)))
      continue;
    const cue = { from: subject.to + 1, to: subject.to + 1 };
    attributions.push({ ranges: [{ from: at, to: at }], cue, subject, rule: 'as put' });
  }
  return attributions;
}

/** According to the report, published on Sunday, three planes landed.: an aside about the source is not content. */
function skipAside(unit: TokenisedUnit, at: number): number {
  if (!/(?:ed|wn|en)$/.test(unit.word(at)) && !/^(?:who|which|whose)$/.test(unit.word(at))) return at;
  for (let i = at + 1; i < unit.tokens.length; i += 1) if (isPunct(unit, i, ',')) return i + 1;
  return at;
}

/**
 * He answered comments by a Ukrainian representative about the arms deals.
 *             cue-----    source-------------------- ^^^^^^^^^^^^^^^^^^^^
 */
export function speechNounBy(unit: TokenisedUnit): TokenAttribution[] {
  const attributions: TokenAttribution[] = [];
  for (let at = 0; at + 4 < unit.tokens.length; at += 1) {
    const by = unit.word(at + 1);
    if ((by !== 'by' && by !== 'from') || !SPEECH_NOUNS.has(unit.word(at))) continue;
    const subject = subjectAfter(unit, at + 2);
    if (!subject?.mention?.animate) continue;
    const link = subject.to + 1;
    if (!/^(?:that|about|on|of|against|over|for)$/.test(unit.word(link))) continue;
    let to = link;
    while (to + 1 < unit.tokens.length && !isPunct(unit, to + 1, ',;:—–') && !isQuote(unit, to + 1)) to += 1;
    if (to > link)
      attributions.push({ ranges: [{ from: link + 1, to }], cue: { from: at, to: at }, subject, rule: 'noun by' });
  }
  return attributions;
}

/**
 * The ministry rejected Mr Kim’s claim that the talks had failed.
 *                       source-- cue-- ^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
export function speechNounOf(unit: TokenisedUnit, cues: readonly Cue[]): TokenAttribution[] {
  const attributions: TokenAttribution[] = [];
  for (let at = 1; at + 2 < unit.tokens.length; at += 1) {
    if (unit.word(at + 1) !== 'that' || !SPEECH_NOUNS.has(unit.word(at))) continue;
    if (cues.some((cue) => cue.from <= at && at <= cue.to)) continue;
    const possessor = possessorBefore(unit, at);
    if (!possessor) continue;
    let to = at + 1;
    while (to + 1 < unit.tokens.length && !isPunct(unit, to + 1, ',;:—–')) to += 1;
    if (to < at + 2) continue;
    attributions.push({
      ranges: [{ from: at + 2, to }],
      cue: { from: at, to: at },
      subject: possessor,
      rule: 'noun of',
    });
  }
  return attributions;
}

/** “Mr Kim’s”, “his”, with an adjective or two before the noun. */
function possessorBefore(unit: TokenisedUnit, at: number): Subject | undefined {
  for (let i = at - 1; i >= Math.max(0, at - 3); i -= 1) {
    const token = unit.tokens[i];
    if (token?.kind !== 'word') return undefined;
    if (/^(?:his|her|their|its)$/.test(token.text)) return { span: unit.spanOf(i, i), from: i, to: i };
    if (!token.possessive) continue;
    const mention = unit.mentionEndingAt(i);
    return mention?.animate ? { span: mention.span, from: i, to: i, mention } : undefined;
  }
  return undefined;
}
