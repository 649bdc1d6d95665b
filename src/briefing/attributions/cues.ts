import { BE, CONJUNCTIONS, DO, HAVE, MODALS, PREPOSITIONS, PRONOUNS } from '../words/grammar.ts';
import { agrees, helped, isPlural, mayShare, trusted } from './agreement.ts';
import { type Cue, cueEnd, cueStart, type Subject } from './cue.ts';
import { frameOf } from './frame.ts';
import { topicOf } from './sentence-subject.ts';
import { subjectAfter, subjectBefore } from './subject.ts';
import { isAdverb, isPunct, isQuote, type Line } from './tokenised-unit.ts';
import { type ReportingVerb, reportingVerb } from './verbs.ts';

/** Every cue of a line, in its order. */
export function findCues(line: Line): Cue[] {
  const cues: Cue[] = [];
  const main = topicOf(line);
  let outer: Cue | undefined;
  for (let at = 0; at < line.tokens.length; at += 1) {
    const verb = verbAt(line, at);
    if (!verb) continue;
    const cue = quotedCue(line, at, verb) ?? invertedCue(line, at, verb) ?? plainCue(line, at, verb, outer, main);
    if (!cue) continue;
    cues.push(cue);
    if (!outer || !isWithin(line, cue, outer)) outer = cue;
    at = Math.max(at, cueEnd(cue) - 1);
  }
  return cues;
}

/**
 * She said the bill would raise costs, but maintained …
 *          ^^^^^^^^^^^^^^^^^^^^^^^^^^  a cue within what another reports: “maintained” is hers again
 */
function isWithin(line: Line, cue: Cue, outer: Cue): boolean {
  if (cue.shared || cue.inverted || !(outer.frame === 'clause' || outer.frame === 'quote')) return false;
  let before = cueStart(cue) - 1;
  while (isAdverb(line.word(before))) before -= 1;
  const linked = CONJUNCTIONS.has(line.word(before)) || LINKS.has(line.word(before));
  return !linked && !isPunct(line, before, ',;:—–');
}

const LINKS = new Set('while as though although when after because since'.split(' '));

/** The reporting verb at `at`; in the story, a capital inside a sentence makes it a name: “the United States”. */
function verbAt(line: Line, at: number): ReportingVerb | undefined {
  const token = line.tokens[at];
  if (token?.kind !== 'word' || token.possessive) return undefined;
  if (token.capital && at > 0 && line.unit.paragraph > 0) return undefined;
  return reportingVerb(token.text);
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
  return {
    verb,
    from: at,
    to: at,
    subject,
    shared: false,
    inverted: true,
    frame: isQuote(line, at - 1) ? 'quote' : 'clause',
  };
}

/**
 * Ann Lee was quoted by state television as saying that …
 * ^^^^^^^     cue---------------------------------
 */
function quotedCue(line: Line, at: number, verb: ReportingVerb): Cue | undefined {
  if (line.word(at) !== 'saying' || line.word(at - 1) !== 'as') return undefined;
  for (let i = at - 2; i >= Math.max(1, at - 10); i -= 1) {
    if (!/^(?:quoted|cited|reported)$/.test(line.word(i))) continue;
    const from = groupOf(line, i);
    const subject = subjectBefore(line, from);
    if (subject === undefined || subject === 'shared') return undefined;
    return { verb, from, to: at, subject, shared: false, inverted: false, frame: 'clause' };
  }
  return undefined;
}

/** The first auxiliary of a passive whose participle stands at `at`. */
function groupOf(line: Line, at: number): number {
  let from = at;
  while (BE.has(line.word(from - 1)) || HAVE.has(line.word(from - 1)) || isAdverb(line.word(from - 1))) from -= 1;
  return from;
}

/** Verbs that stand before their subject behind a clause without quotation marks: “The deal was near, said Kim.” */
const INVERTING = new Set(
  `say add write note explain announce report claim argue warn recall state admit insist tweet joke`.split(' '),
);

const endsClause = (line: Line, at: number): boolean =>
  at >= line.tokens.length || isPunct(line, at) || PREPOSITIONS.has(line.word(at));

function plainCue(
  line: Line,
  at: number,
  verb: ReportingVerb,
  previous: Cue | undefined,
  main: Subject | undefined,
): Cue | undefined {
  const last = previous?.subject ?? (main && main.to < at ? main : undefined);
  const from = groupStart(line, at);
  if (from === undefined) return undefined;
  const to = withParticle(line, at, verb);
  const frame = frameOf(line, at, to, verb);
  if (!frame || !agrees(line, at, from, verb)) return undefined;
  // “Kim spoke in Tulsa, Oklahoma, arguing that …”: a participle behind a comma goes with the whole sentence.
  const trails = verb.form === 'ing' && (isPunct(line, from - 1, ',') || isIssued(line, from, last));
  const subject = trails ? 'shared' : subjectBefore(line, from);
  if (subject === 'shared' || (subject === undefined && verb.form === 'ing')) {
    if (!last || !mayShare(line, from, verb, previous)) return undefined;
    return { verb, from, to, subject: last, shared: true, inverted: false, frame };
  }
  if (!subject || isOwner(line, subject) || !trusted(line, subject, verb, frame)) return undefined;
  if (verb.form === 'base' && !isPlural(line, subject) && !helped(line, from, at)) return undefined;
  // “media reports about the war”: what looks like a verb is a noun where the subject is many.
  if (verb.form === 'third' && isPlural(line, subject) && !/^(?:who|that|which)$/.test(line.word(subject.to)))
    return undefined;
  const owner =
    line.word(subject.from - 1) === 'what' && PRONOUNS.has(line.word(subject.to)) ? previous?.subject : undefined;
  return { verb, from, to, subject, shared: false, inverted: false, frame, ...(owner ? { owner } : {}) };
}

/** “The council issued a statement calling for talks”: the issuer is the source of the statement. */
const isIssued = (line: Line, from: number, last: Subject | undefined): boolean =>
  line.mentionEndingAt(from - 1)?.kind === 'document' && last !== undefined && last.to < from - 1;

/** “Mr Obama’s remarks”: an owner is no subject. */
const isOwner = (line: Line, subject: Subject): boolean => line.tokens[subject.to]?.possessive === true;

/** The first token of “has also repeatedly said”; undefined for a passive or an infinitive: neither has a speaker. */
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
