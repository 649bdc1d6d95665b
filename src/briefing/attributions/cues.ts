import { BE, CONJUNCTIONS, DO, HAVE, MODALS, PREPOSITIONS, PRONOUNS } from '../words/grammar.ts';
import { canBeFinite, canShareSubject, hasAuxiliary, isPlausible, isPlural } from './agreement.ts';
import { type Cue, cueEnd, cueStart, type Subject } from './cue.ts';
import { frameOf } from './frame.ts';
import { subjectOfSentence } from './sentence-subject.ts';
import { subjectAfter, subjectBefore } from './subject.ts';
import { isAdverb, isPunct, isQuote, type TokenisedUnit } from './tokenised-unit.ts';
import { type ReportingVerb, reportingVerb } from './verbs.ts';

/** Finds the cues of a unit, in the order of the text. */
export function findCues(unit: TokenisedUnit): Cue[] {
  const cues: Cue[] = [];
  const sentenceSubject = subjectOfSentence(unit);
  let outer: Cue | undefined;
  for (let at = 0; at < unit.tokens.length; at += 1) {
    const verb = verbAt(unit, at);
    if (!verb) continue;
    const cue =
      quotedCue(unit, at, verb) ?? invertedCue(unit, at, verb) ?? plainCue(unit, at, verb, outer, sentenceSubject);
    if (!cue) continue;
    cues.push(cue);
    if (!outer || !isWithin(unit, cue, outer)) outer = cue;
    at = Math.max(at, cueEnd(cue) - 1);
  }
  return cues;
}

/**
 * She said the bill would raise costs, but maintained …
 *          ^^^^^^^^^^^^^^^^^^^^^^^^^^  a cue inside the content of another: “maintained” has the outer subject
 */
function isWithin(unit: TokenisedUnit, cue: Cue, outer: Cue): boolean {
  if (cue.shared || cue.inverted || !(outer.frame === 'clause' || outer.frame === 'quote')) return false;
  let before = cueStart(cue) - 1;
  while (isAdverb(unit.word(before))) before -= 1;
  const linked = CONJUNCTIONS.has(unit.word(before)) || SUBORDINATING_LINKS.has(unit.word(before));
  return !linked && !isPunct(unit, before, ',;:—–');
}

const SUBORDINATING_LINKS = new Set('while as though although when after because since'.split(' '));

/** The reporting verb at `at`; in the body, a capital inside a sentence marks a name: “the United States”. */
function verbAt(unit: TokenisedUnit, at: number): ReportingVerb | undefined {
  const token = unit.tokens[at];
  if (token?.kind !== 'word' || token.possessive) return undefined;
  if (token.capital && at > 0 && unit.paragraph > 0) return undefined;
  return reportingVerb(token.text);
}

/**
 * “…,” said Kim.
 *      ^^^^^^^^  after a quotation or a clause, the verb precedes its subject
 */
function invertedCue(unit: TokenisedUnit, at: number, verb: ReportingVerb): Cue | undefined {
  if (!verb.unambiguous || verb.form === 'ing' || verb.form === 'base') return undefined;
  const behind = isQuote(unit, at - 1) || (isPunct(unit, at - 1, ',') && at > 1);
  if (!behind && at > 0) return undefined;
  const subject = subjectAfter(unit, at + 1);
  if (!subject) return undefined;
  // “Kim, 54, told the court that …”: the addressee follows the verb, and the subject precedes the comma.
  if (verb.addressee && !isQuote(unit, at - 1)) return undefined;
  if (!isQuote(unit, at - 1) && !(INVERTING.has(verb.lemma) && endsClause(unit, subject.to + 1))) return undefined;
  return {
    verb,
    from: at,
    to: at,
    subject,
    shared: false,
    inverted: true,
    frame: isQuote(unit, at - 1) ? 'quote' : 'clause',
  };
}

/**
 * Ann Lee was quoted by state television as saying that …
 * ^^^^^^^     cue---------------------------------
 */
function quotedCue(unit: TokenisedUnit, at: number, verb: ReportingVerb): Cue | undefined {
  if (unit.word(at) !== 'saying' || unit.word(at - 1) !== 'as') return undefined;
  for (let i = at - 2; i >= Math.max(1, at - 10); i -= 1) {
    if (!/^(?:quoted|cited|reported)$/.test(unit.word(i))) continue;
    const from = passiveStart(unit, i);
    const subject = subjectBefore(unit, from);
    if (subject === undefined || subject === 'shared') return undefined;
    return { verb, from, to: at, subject, shared: false, inverted: false, frame: 'clause' };
  }
  return undefined;
}

/** The first auxiliary of a passive whose participle stands at `at`. */
function passiveStart(unit: TokenisedUnit, at: number): number {
  let from = at;
  while (BE.has(unit.word(from - 1)) || HAVE.has(unit.word(from - 1)) || isAdverb(unit.word(from - 1))) from -= 1;
  return from;
}

/** Verbs that precede their subject after a clause without quotation marks: “The deal was near, said Kim.” */
const INVERTING = new Set(
  `say add write note explain announce report claim argue warn recall state admit insist tweet joke`.split(' '),
);

const endsClause = (unit: TokenisedUnit, at: number): boolean =>
  at >= unit.tokens.length || isPunct(unit, at) || PREPOSITIONS.has(unit.word(at));

function plainCue(
  unit: TokenisedUnit,
  at: number,
  verb: ReportingVerb,
  previous: Cue | undefined,
  sentenceSubject: Subject | undefined,
): Cue | undefined {
  const last = previous?.subject ?? (sentenceSubject && sentenceSubject.to < at ? sentenceSubject : undefined);
  const from = verbGroupStart(unit, at);
  if (from === undefined) return undefined;
  const to = withParticle(unit, at, verb);
  const frame = frameOf(unit, at, to, verb);
  if (!frame || !canBeFinite(unit, at, from, verb)) return undefined;
  // “Kim spoke in Tulsa, Oklahoma, arguing that …”: a participle after a comma shares the subject of the sentence.
  const isTrailing = verb.form === 'ing' && (isPunct(unit, from - 1, ',') || isIssued(unit, from, last));
  const subject = isTrailing ? 'shared' : subjectBefore(unit, from);
  if (subject === 'shared' || (subject === undefined && verb.form === 'ing')) {
    if (!last || !canShareSubject(unit, from, verb, previous)) return undefined;
    return { verb, from, to, subject: last, shared: true, inverted: false, frame };
  }
  if (!subject || isPossessive(unit, subject) || !isPlausible(unit, subject, verb, frame)) return undefined;
  if (verb.form === 'base' && !isPlural(unit, subject) && !hasAuxiliary(unit, from, at)) return undefined;
  // “media reports about the war”: with a plural subject, a form in -s is a noun.
  if (verb.form === 'third' && isPlural(unit, subject) && !/^(?:who|that|which)$/.test(unit.word(subject.to)))
    return undefined;
  const possessor =
    unit.word(subject.from - 1) === 'what' && PRONOUNS.has(unit.word(subject.to)) ? previous?.subject : undefined;
  return {
    verb,
    from,
    to,
    subject,
    shared: false,
    inverted: false,
    frame,
    ...(possessor ? { possessor: possessor } : {}),
  };
}

/** “The council issued a statement calling for talks”: the issuer is the source of the statement. */
const isIssued = (unit: TokenisedUnit, from: number, last: Subject | undefined): boolean =>
  unit.mentionEndingAt(from - 1)?.kind === 'document' && last !== undefined && last.to < from - 1;

/** “Mr Obama’s remarks”: a possessive is not a subject. */
const isPossessive = (unit: TokenisedUnit, subject: Subject): boolean => unit.tokens[subject.to]?.possessive === true;

/** The first token of “has also repeatedly said”; undefined for a passive or an infinitive, which have no speaker. */
function verbGroupStart(unit: TokenisedUnit, at: number): number | undefined {
  let from = at;
  for (let i = at - 1; i >= Math.max(0, at - 6); i -= 1) {
    const word = unit.word(i);
    if (BE.has(word)) {
      if (reportingVerb(unit.word(at))?.form !== 'ing') return undefined;
      from = i;
    } else if (HAVE.has(word) || MODALS.has(word) || DO.has(word)) from = i;
    else if (word === 'to') {
      if (!/^(?:went|goes|continued|continues|began|begins|seemed|appeared)$/.test(unit.word(i - 1))) return undefined;
      from = i - 1;
      break;
    } else if (!isAdverb(word) || unit.mentionEndingAt(i)) break;
  }
  return from;
}

/** “called for”, “pointed out”, “spoke out against”: the particle is part of the cue. */
function withParticle(unit: TokenisedUnit, at: number, verb: ReportingVerb): number {
  if (!verb.prepositions.has(unit.word(at + 1))) return at;
  return /^(?:out|about|behind)$/.test(unit.word(at + 1)) && /^(?:at|against|about|of)$/.test(unit.word(at + 2))
    ? at + 2
    : at + 1;
}
