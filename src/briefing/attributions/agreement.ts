import { BE, DETERMINERS, PRONOUNS } from '../words/grammar.ts';
import { type Cue, cueEnd, type Subject } from './cue.ts';
import { isAdverb, isPunct, type TokenisedUnit } from './tokenised-unit.ts';
import type { ReportingVerb } from './verbs.ts';

/** Whether the form can be a finite verb here: “the claims” and “a proposed plan” are not cues. */
export function canBeFinite(unit: TokenisedUnit, at: number, from: number, verb: ReportingVerb): boolean {
  const before = unit.word(at - 1);
  if (verb.form === 'ing') {
    if (BE.has(unit.word(from)) || unit.tokens[from - 1]?.contracted) return true;
    return (
      isPunct(unit, at - 1, ',—–') ||
      /^(?:by|and|while|after|before|without|in|or)$/.test(before) ||
      Boolean(unit.mentionEndingAt(at - 1))
    );
  }
  return (
    !DETERMINERS.has(before) || /^(?:one|all|both|each|another|many|some|most|few|several|this|that)$/.test(before)
  );
}

/** “did not say”, “would warn”: an auxiliary makes the bare form a verb. */
export const hasAuxiliary = (unit: TokenisedUnit, from: number, at: number): boolean =>
  from < at && !isAdverb(unit.word(from));

export function isPlural(unit: TokenisedUnit, subject: Subject): boolean {
  if (subject.mention?.number === 'many' || /^(?:they|we|i|you|who|that)$/.test(unit.word(subject.to))) return true;
  for (let i = subject.from; i < subject.to; i += 1) if (unit.word(i) === 'and') return true;
  return false;
}

/** “…, saying”, “… and said”; a past form after a comma may be an adjective, so the verb must be unambiguous. */
export function canShareSubject(
  unit: TokenisedUnit,
  from: number,
  verb: ReportingVerb,
  previous: Cue | undefined,
): boolean {
  if (verb.form === 'ing') return true;
  if (verb.form === 'base') return false;
  if (verb.unambiguous) return true;
  // “said he posed a threat and refused to stop”: without a comma the reported clause continues.
  if (previous?.frame === 'clause' && !isPunct(unit, from - 2, ',') && isAboutPerson(unit, cueEnd(previous)))
    return false;
  return /^(?:and|but|then)$/.test(unit.word(from - 1));
}

/** Whether the subject of the clause after a cue could be a speaker. */
function isAboutPerson(unit: TokenisedUnit, at: number): boolean {
  const mention = unit.mentionStartingAt(unit.word(at) === 'that' ? at + 1 : at);
  return mention?.animate === true && mention.kind !== 'place';
}

/** Verbs with inanimate subjects: “the diesel would add 0.2 points to the deficit”. */
const INANIMATE_VERBS = new Set('add continue indicate suggest reveal promise fear underscore confirm'.split(' '));

/** Verbs that often mean something else require a possible speaker as their subject. */
export function isPlausible(unit: TokenisedUnit, subject: Subject, verb: ReportingVerb, frame: Cue['frame']): boolean {
  // “let them know”: an object is not a subject.
  if (/^(?:me|us|him|them)$/.test(unit.word(subject.to))) return false;
  // “when a reporter asked”: a question to a speaker is not a position.
  if (verb.lemma === 'ask' && /^(?:reporters?|journalists?|correspondents?|interviewers?)$/.test(unit.word(subject.to)))
    return false;
  const document = subject.mention?.kind === 'document';
  if (frame === 'object' && /^(?:show|find)$/.test(verb.lemma)) return document;
  // “evidence that suggests”: a document before a relative pronoun shows something; it does not state it.
  if (document && unit.word(subject.to) === 'that') return false;
  if (subject.mention) return subject.mention.animate || (document && verb.clause);
  const pronoun = unit.word(subject.to);
  if (subject.from === subject.to && PRONOUNS.has(pronoun)) return pronoun !== 'it' || verb.lemma === 'say';
  if (/^(?:who|which|that)$/.test(pronoun)) return verb.unambiguous;
  return verb.unambiguous && !INANIMATE_VERBS.has(verb.lemma) && frame !== 'object' && frame !== 'to';
}
