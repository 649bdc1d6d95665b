import { SPEECH_NOUNS } from '../words/speech-nouns.ts';
import type { Subject } from './cue.ts';
import { type Cue, cueEnd } from './cue.ts';
import type { Draft } from './draft.ts';
import { subjectAfter } from './subject.ts';
import { isPunct, isQuote, type Line } from './tokenised-unit.ts';

/**
 * According to the ministry, the talks failed. · The talks failed, according to the ministry.
 *                            ^^^^^^^^^^^^^^^^^   ^^^^^^^^^^^^^^^^^
 */
export function accordingTo(line: Line, cues: readonly Cue[]): Draft[] {
  const drafts: Draft[] = [];
  for (let at = 0; at + 2 < line.tokens.length; at += 1) {
    if (line.word(at) !== 'according' || line.word(at + 1) !== 'to') continue;
    const subject = subjectAfter(line, at + 2, at > 1) ?? restOf(line, at + 2);
    if (!subject) continue;
    const ranges = aroundPhrase(line, cues, at, phraseEnd(line, subject.to));
    if (ranges.length > 0) drafts.push({ ranges, cue: { from: at, to: at + 1 }, subject, rule: 'according to' });
  }
  return drafts;
}

/** “a draft of the conclusions seen by reporters,”: up to the mark that closes the phrase, where one is near. */
function phraseEnd(line: Line, at: number): number {
  let end = at;
  while (line.tokens[end + 1]?.kind === 'word' && end - at < 12) end += 1;
  return isPunct(line, end + 1, ',—–:') ? end : at;
}

/** All words up to the next mark: “according to people familiar with the matter”. */
function restOf(line: Line, at: number): Subject | undefined {
  let to = at;
  while (line.tokens[to + 1]?.kind === 'word' && to - at < 12) to += 1;
  return line.tokens[at]?.kind === 'word' ? { span: line.span(at, to), from: at, to } : undefined;
}

function aroundPhrase(line: Line, cues: readonly Cue[], at: number, last: number): Draft['ranges'] {
  const bound = Math.max(0, ...cues.filter((cue) => cueEnd(cue) <= at).map(cueEnd));
  let from = bound;
  while (from < at && isPunct(line, from)) from += 1;
  let to = at - 1;
  while (to >= from && isPunct(line, to)) to -= 1;
  const left = to - from >= 2 || isQuote(line, to) ? [{ from, to }] : [];
  const opens = at <= 1 || isPunct(line, at - 1, ',—–');
  if (!opens || !isPunct(line, last + 1, ',—–:')) return left;
  let end = line.tokens.length - 1;
  while (end > last && isPunct(line, end)) end -= 1;
  const right = behindAside(line, last + 2);
  return end > right ? [...left, { from: right, to: end }] : left;
}

/**
 * The need is for a “lawful source,” as a ministry memo put it.
 *                   ^^^^^^^^^^^^^^^^    source--------- cue
 */
export function asPut(line: Line): Draft[] {
  const drafts: Draft[] = [];
  for (let at = 0; at < line.tokens.length; at += 1) {
    if (!isQuote(line, at)) continue;
    const as = isPunct(line, at + 1, ',') ? at + 2 : at + 1;
    const subject = line.word(as) === 'as' ? subjectAfter(line, as + 1, false) : undefined;
    if (!subject || !/^(?:put|puts|said|says|described|called|wrote|noted|termed)$/.test(line.word(subject.to + 1)))
      continue;
    const cue = { from: subject.to + 1, to: subject.to + 1 };
    drafts.push({ ranges: [{ from: at, to: at }], cue, subject, rule: 'as put' });
  }
  return drafts;
}

/** According to the report, published on Sunday, three planes landed.: what hangs on the source is not said. */
function behindAside(line: Line, at: number): number {
  if (!/(?:ed|wn|en)$/.test(line.word(at)) && !/^(?:who|which|whose)$/.test(line.word(at))) return at;
  for (let i = at + 1; i < line.tokens.length; i += 1) if (isPunct(line, i, ',')) return i + 1;
  return at;
}

/**
 * He answered comments by a Ukrainian representative about the arms deals.
 *             cue-----    source-------------------- ^^^^^^^^^^^^^^^^^^^^
 */
export function nounBy(line: Line): Draft[] {
  const drafts: Draft[] = [];
  for (let at = 0; at + 4 < line.tokens.length; at += 1) {
    const by = line.word(at + 1);
    if ((by !== 'by' && by !== 'from') || !SPEECH_NOUNS.has(line.word(at))) continue;
    const subject = subjectAfter(line, at + 2);
    if (!subject?.mention?.animate) continue;
    const link = subject.to + 1;
    if (!/^(?:that|about|on|of|against|over|for)$/.test(line.word(link))) continue;
    let to = link;
    while (to + 1 < line.tokens.length && !isPunct(line, to + 1, ',;:—–') && !isQuote(line, to + 1)) to += 1;
    if (to > link)
      drafts.push({ ranges: [{ from: link + 1, to }], cue: { from: at, to: at }, subject, rule: 'noun by' });
  }
  return drafts;
}

/**
 * The ministry rejected Mr Kim’s claim that the talks had failed.
 *                       source-- cue-- ^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
export function nounOf(line: Line, cues: readonly Cue[]): Draft[] {
  const drafts: Draft[] = [];
  for (let at = 1; at + 2 < line.tokens.length; at += 1) {
    if (line.word(at + 1) !== 'that' || !SPEECH_NOUNS.has(line.word(at))) continue;
    if (cues.some((cue) => cue.from <= at && at <= cue.to)) continue;
    const owner = ownerBefore(line, at);
    if (!owner) continue;
    let to = at + 1;
    while (to + 1 < line.tokens.length && !isPunct(line, to + 1, ',;:—–')) to += 1;
    if (to < at + 2) continue;
    drafts.push({ ranges: [{ from: at + 2, to }], cue: { from: at, to: at }, subject: owner, rule: 'noun of' });
  }
  return drafts;
}

/** “Mr Kim’s”, “his”, with an adjective or two before the noun. */
function ownerBefore(line: Line, at: number): Subject | undefined {
  for (let i = at - 1; i >= Math.max(0, at - 3); i -= 1) {
    const token = line.tokens[i];
    if (token?.kind !== 'word') return undefined;
    if (/^(?:his|her|their|its)$/.test(token.text)) return { span: line.span(i, i), from: i, to: i };
    if (!token.possessive) continue;
    const mention = line.mentionEndingAt(i);
    return mention?.animate ? { span: mention.span, from: i, to: i, mention } : undefined;
  }
  return undefined;
}

/**
 * Seoul to mull more support: official · Poll: voters are tired
 * ^^^^^^^^^^^^^^^^^^^^^^^^^^                   ^^^^^^^^^^^^^^^^
 */
export function headlineColon(line: Line): Draft[] {
  const colons = line.tokens.flatMap((_, i) => (isPunct(line, i, ':') ? [i] : []));
  const last = colons.at(-1);
  const [first] = colons;
  if (first === undefined || last === undefined) return [];
  const end = line.tokens.length - 1;
  const behind = speakerIn(line, last + 1, end);
  if (behind && last > 2) {
    return [
      { ranges: [{ from: 0, to: last - 1 }], cue: { from: last, to: last }, subject: behind, rule: 'headline colon' },
    ];
  }
  const ahead = speakerIn(line, 0, first - 1);
  if (!ahead || end - first < 2) return [];
  return [
    { ranges: [{ from: first + 1, to: end }], cue: { from: first, to: first }, subject: ahead, rule: 'headline colon' },
  ];
}

/** A few words that are all one speaker: “official”, “US president”, “Poll”. */
function speakerIn(line: Line, from: number, to: number): Subject | undefined {
  if (to < from || to - from > 5) return undefined;
  for (let i = from; i <= to; i += 1) if (line.tokens[i]?.kind !== 'word') return undefined;
  const mention = line.mentionEndingAt(to) ?? line.mentionStartingAt(from);
  if (
    !mention &&
    !/^(?:officials?|sources?|police|minister|report|reports|poll|study|survey|experts?|analysts?|lawyers?|court|ministry|data|documents?|pm|president|spokesman|spokeswoman|spokesperson|researchers?|scientists?|witnesses|exclusive|un|eu)$/.test(
      line.word(to),
    )
  )
    return undefined;
  if (mention && !mention.animate && mention.kind !== 'document') return undefined;
  return { span: line.span(from, to), from, to, ...(mention ? { mention } : {}) };
}
