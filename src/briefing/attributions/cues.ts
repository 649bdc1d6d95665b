import { BE, DETERMINERS, DO, HAVE, MODALS, PREPOSITIONS, PRONOUNS, SUBORDINATORS } from '../words/grammar.ts';
import { isAdverb, isPunct, isQuote, type Line, settingAhead } from './line.ts';
import { type Subject, subjectAfter, subjectBefore, topicOf } from './subject.ts';
import { type ReportingVerb, reportingVerb } from './verbs.ts';

/** A reporting verb at work: who does it, and what kind of thing follows. */
export interface Cue {
  readonly verb: ReportingVerb;
  /** The verb's tokens, auxiliaries and its preposition with it: “has called for”. */
  readonly from: number;
  readonly to: number;
  /** Whose; the subject of an earlier cue where the two share one. */
  readonly subject: Subject;
  /** “…, saying …” and “… and said …”: the subject stands with an earlier verb. */
  readonly shared: boolean;
  /** “…,” said Kim. */
  readonly inverted: boolean;
  /** What makes it one: a clause, a to-phrase, a preposition, an object, or quotation marks beside it. */
  readonly frame: 'clause' | 'to' | 'preposition' | 'object' | 'quote';
}

/** The first token that belongs to the cue, its own subject included. */
export const cueStart = (cue: Cue): number => (cue.shared ? cue.from : Math.min(cue.subject.from, cue.from));
/** The first token behind the cue, its subject included where that follows the verb. */
export const cueEnd = (cue: Cue): number => (cue.inverted ? Math.max(cue.subject.to, cue.to) : cue.to) + 1;

/** Every cue of a line, in its order. */
export function findCues(line: Line): Cue[] {
  const cues: Cue[] = [];
  const main = topicOf(line);
  for (let at = 0; at < line.tokens.length; at += 1) {
    const verb = line.tokens[at]?.kind === 'word' ? reportingVerb(line.word(at)) : undefined;
    if (!verb || line.tokens[at]?.possessive) continue;
    const cue = invertedCue(line, at, verb) ?? plainCue(line, at, verb, cues.at(-1), main);
    if (!cue) continue;
    cues.push(cue);
    at = Math.max(at, cueEnd(cue) - 1);
  }
  return cues;
}

/**
 * “…,” said Kim.
 *      ^^^^^^^^  behind a quotation or a clause, the verb before its subject
 */
function invertedCue(line: Line, at: number, verb: ReportingVerb): Cue | undefined {
  if (!verb.firm || verb.form === 'ing' || verb.form === 'base') return undefined;
  const behind = isQuote(line, at - 1) || (isPunct(line, at - 1, ',') && at > 1);
  if (!behind && at > 0) return undefined;
  const subject = subjectAfter(line, at + 1);
  if (!subject) return undefined;
  // “Kim, 54, told the court that …”: the hearer follows, and the subject stands before the comma.
  if (verb.hearer && !isQuote(line, at - 1)) return undefined;
  if (!isQuote(line, at - 1) && !(INVERTING.has(verb.lemma) && endsClause(line, subject.to + 1))) return undefined;
  return { verb, from: at, to: at, subject, shared: false, inverted: true, frame: isQuote(line, at - 1) ? 'quote' : 'clause' };
}

/** Verbs that stand before their subject behind a clause without quotation marks: “The deal was near, said Kim.” */
const INVERTING = new Set(
  `say add write note explain announce report claim argue warn recall state admit insist tweet joke`.split(' '),
);

const endsClause = (line: Line, at: number): boolean =>
  at >= line.tokens.length || isPunct(line, at) || isQuote(line, at) || PREPOSITIONS.has(line.word(at));

function plainCue(
  line: Line,
  at: number,
  verb: ReportingVerb,
  previous: Cue | undefined,
  main: Subject | undefined,
): Cue | undefined {
  const last = previous?.subject ?? main;
  const from = groupStart(line, at);
  if (from === undefined) return undefined;
  const to = withParticle(line, at, verb);
  const frame = frameOf(line, at, to, verb);
  if (!frame || !agrees(line, at, from, verb)) return undefined;
  const subject = subjectBefore(line, from);
  if (subject === 'shared' || (subject === undefined && verb.form === 'ing')) {
    if (!last || !mayShare(line, from, verb, previous)) return undefined;
    return { verb, from, to, subject: last, shared: true, inverted: false, frame };
  }
  if (!subject || !trusted(line, subject, verb, frame)) return undefined;
  if (verb.form === 'base' && !isPlural(line, subject) && !helped(line, from, at)) return undefined;
  return { verb, from, to, subject, shared: false, inverted: false, frame };
}

/** The first of “has also repeatedly said”; undefined for a passive or an infinitive, which nobody here says. */
function groupStart(line: Line, at: number): number | undefined {
  let from = at;
  for (let i = at - 1; i >= Math.max(0, at - 6); i -= 1) {
    const word = line.word(i);
    if (BE.has(word)) {
      if (reportingVerb(line.word(at))?.form !== 'ing') return undefined;
      from = i;
    } else if (HAVE.has(word) || MODALS.has(word) || DO.has(word)) from = i;
    else if (word === 'to') {
      if (!/^(?:went|goes|continued|continues|began|begins|seemed|appeared)$/.test(line.word(i - 1))) return undefined;
      from = i - 1;
      break;
    } else if (!isAdverb(word) || line.mentionEndingAt(i)) break;
  }
  return from;
}

/** “called for”, “pointed out”, “spoke out against”: the particle is part of the cue. */
function withParticle(line: Line, at: number, verb: ReportingVerb): number {
  if (!verb.prepositions.has(line.word(at + 1))) return at;
  return /^(?:out|about|behind)$/.test(line.word(at + 1)) && /^(?:at|against|about|of)$/.test(line.word(at + 2))
    ? at + 2
    : at + 1;
}

/** Which complement follows the verb, or undefined when it has none that makes it a cue. */
function frameOf(line: Line, at: number, to: number, verb: ReportingVerb): Cue['frame'] | undefined {
  const next = to + 1;
  const word = line.word(next);
  if ((verb.clause || verb.object || verb.hearer) && beside(line, at, next)) return 'quote';
  if (verb.clause && /^(?:that|whether|if|how|why|what|who)$/.test(word)) return 'clause';
  if (verb.to && (word === 'to' || (word === 'not' && line.word(next + 1) === 'to'))) return 'to';
  if (verb.hearer && wordWithin(line, next, 'that')) return 'clause';
  if (verb.clause && line.word(next + settingAhead(line, next)) === 'that') return 'clause';
  if (to > at) return 'preposition';
  if (verb.firm) return 'clause';
  if (verb.clause && startsClause(line, next)) return 'clause';
  if (verb.object && startsPhrase(line, next)) return 'object';
  if (verb.to && startsPhrase(line, next) && wordWithin(line, next, 'to')) return 'object';
  return undefined;
}

/** “assured the House that”, “want the court to”: the word that opens the clause, behind no more than a phrase. */
function wordWithin(line: Line, at: number, word: string): boolean {
  for (let i = at + 1; i < at + 8 && line.tokens[i]?.kind === 'word'; i += 1) if (line.word(i) === word) return true;
  return false;
}

/** Whether a quotation stands right behind the verb or, a comma between, right before it or its subject. */
function beside(line: Line, at: number, next: number): boolean {
  if (isQuote(line, next) || (isPunct(line, next, ',:—–-') && isQuote(line, next + 1))) return true;
  if (isPunct(line, next, ':') && next + 1 >= line.tokens.length) return true;
  for (let i = at - 1; i >= Math.max(0, at - 8); i -= 1) {
    if (isQuote(line, i)) return true;
    if (isPunct(line, i, ';:—–')) return false;
  }
  return false;
}

/**
 * Officials believe the talks will fail.
 *                   ^^^^^^^^^^^^^^^^^^^  a phrase and, soon behind it, a verb that is bound to a subject
 */
function startsClause(line: Line, at: number): boolean {
  if (PRONOUNS.has(line.word(at)) && /^(?:he|she|they|we|i|it|there)$/.test(line.word(at))) return true;
  if (!startsPhrase(line, at) && line.word(at) !== 'there') return false;
  for (let i = at; i < Math.min(line.tokens.length, at + 12); i += 1) {
    const word = line.word(i);
    if (MODALS.has(word) || HAVE.has(word) || DO.has(word) || (BE.has(word) && word !== 'being' && word !== 'been')) return true;
    if (isPunct(line, i, ';:—–')) return false;
  }
  return false;
}

function startsPhrase(line: Line, at: number): boolean {
  const token = line.tokens[at];
  if (!token) return false;
  if (token.kind === 'quote') return true;
  if (token.kind === 'punct') return false;
  if (DETERMINERS.has(token.text) || line.mentionStartingAt(at)) return true;
  if (token.text.endsWith('ing')) return true;
  return !PREPOSITIONS.has(token.text) && !SUBORDINATORS.has(token.text) && !BE.has(token.text) && token.text !== 'and';
}

/** Whether the form can be the verb of a sentence here: “the claims” and “a proposed plan” are no cues. */
function agrees(line: Line, at: number, from: number, verb: ReportingVerb): boolean {
  const before = line.word(at - 1);
  if (verb.form === 'ing') {
    if (BE.has(line.word(from)) || line.tokens[from - 1]?.contracted) return true;
    return isPunct(line, at - 1, ',—–') || /^(?:by|and|while|after|before|without|in|or)$/.test(before) || Boolean(line.mentionEndingAt(at - 1));
  }
  return !DETERMINERS.has(before) || /^(?:one|all|both|each|another|many|some|most|few|several|this|that)$/.test(before);
}

/** “did not say”, “would warn”: an auxiliary makes the bare form a verb. */
const helped = (line: Line, from: number, at: number): boolean => from < at && !isAdverb(line.word(from));

function isPlural(line: Line, subject: Subject): boolean {
  if (subject.mention?.number === 'many' || /^(?:they|we|i|you|who|that)$/.test(line.word(subject.to))) return true;
  for (let i = subject.from; i < subject.to; i += 1) if (line.word(i) === 'and') return true;
  return false;
}

/** “…, saying”, “… and said”; a past form behind a bare comma may well be an adjective, so only firm ones share. */
function mayShare(line: Line, from: number, verb: ReportingVerb, previous: Cue | undefined): boolean {
  if (verb.form === 'ing') return true;
  if (verb.form === 'base') return false;
  if (verb.firm) return true;
  // “said he posed a threat and refused to stop”: without a comma the clause reported goes on.
  if (previous?.frame === 'clause' && !isPunct(line, from - 2, ',') && aboutSomebody(line, cueEnd(previous))) return false;
  return /^(?:and|but|then)$/.test(line.word(from - 1));
}

/** Whether the clause behind a cue is about somebody who could go on to say something. */
function aboutSomebody(line: Line, at: number): boolean {
  const mention = line.mentionStartingAt(line.word(at) === 'that' ? at + 1 : at);
  return mention?.animate === true && mention.kind !== 'place';
}

/** Verbs that often mean something else need somebody who can speak as their subject. */
function trusted(line: Line, subject: Subject, verb: ReportingVerb, frame: Cue['frame']): boolean {
  const document = subject.mention?.kind === 'document';
  if (frame === 'object' && /^(?:show|find)$/.test(verb.lemma)) return document;
  if (subject.mention) return subject.mention.animate || (document && verb.clause);
  const pronoun = line.word(subject.to);
  if (subject.from === subject.to && PRONOUNS.has(pronoun)) return pronoun !== 'it' || verb.lemma === 'say';
  if (/^(?:who|which|that)$/.test(pronoun)) return verb.firm;
  return verb.firm && (frame !== 'object' && frame !== 'to');
}
