import type { Reading } from '../normalise.ts';
import type { Quotation } from '../quotes/marks.ts';
import { isHeading, isTerm } from '../quotes/speech.ts';
import type { Found, Growing } from './attribution-span.ts';
import type { Subject } from './cue.ts';
import { type Draft, foundOf } from './draft.ts';
import { ownerBefore } from './phrases.ts';
import { topicOf } from './sentence-subject.ts';
import { subjectAfter } from './subject.ts';
import { isPunct, isQuote, type Line } from './tokenised-unit.ts';

/** A quotation that no cue of its own sentence has claimed, and what came before it. */
export interface Stray {
  readonly reading: Reading;
  readonly line: Line;
  readonly unit: number;
  readonly at: number;
  readonly quote: Quotation;
  /** Whether its own unit has attributions. */
  readonly cued: boolean;
  readonly before: Before;
}

/** What the units so far leave to go on. */
export interface Before {
  /** The last attribution with a quotation: the quotation, its unit and its part. */
  readonly last?: { readonly found: Growing; readonly quote: Quotation; readonly unit: number; readonly part: number };
  /** A cue that ended in a colon, in the unit before. */
  readonly awaiting?: { readonly draft: Draft; readonly line: Line };
  /** The last attribution of the unit before, and its part. */
  readonly spoke?: { readonly found: Found; readonly part: number };
  /** The unit before. */
  readonly line?: Line;
}

/** Where a stray goes: on to the last attribution, into one of its own, or nowhere, being no speech. */
export type Place = 'last' | 'none' | Own;

/** An attribution of a stray's own; `after` is the one whose speaker goes on. */
interface Own {
  readonly found: Growing;
  readonly after?: Found;
}

const own = ({ line, unit, at, quote }: Stray, rule: string, subject?: Subject): Own => ({
  found: foundOf(line, { ranges: [{ from: at, to: at }], rule, ...(subject ? { subject } : {}) }, [quote], unit),
});

/** Whether the unit holds nothing but quotations. */
const standsAlone = (line: Line): boolean => line.tokens.every((_, i) => isQuote(line, i) || isPunct(line, i));

/**
 * He told reporters:
 * “We saw it.”
 *  ^^^^^^^^^^  what a colon announced
 */
function afterColon(stray: Stray): Place | undefined {
  const { awaiting } = stray.before;
  const opens = stray.line.tokens.slice(0, stray.at).every((token) => token.kind === 'punct');
  if (!awaiting || !opens) return undefined;
  const { draft, line } = awaiting;
  const cue = draft.cue && line.span(draft.cue.from, draft.cue.to);
  const { found } = own(stray, 'colon before', draft.subject);
  return { found: cue ? { ...found, cue } : found };
}

/** How many quotations one attribution may gather: no speech has more, but a hostile text may. */
const MOST = 60;

/** “We saw it. ¶ “We will act,” he said.: each paragraph opens, only the last closes. */
const nextParagraph = ({ quote, before: { last } }: Stray): Place | undefined =>
  quote.continues && last?.quote.part === quote.part - 1 && last.found.quotes.length < MOST ? 'last' : undefined;

/** “We saw it,” he said. “We will act.”: the same paragraph goes on with bare quotations. */
const nextSentence = ({ line, before: { last } }: Stray): Place | undefined =>
  last?.part === line.unit.part && last.found.quotes.length < MOST && standsAlone(line) ? 'last' : undefined;

/** “We saw it,” he said, pale, “and will act.”: one quotation around more than its cue. */
const besideCue = ({ line, unit, at, cued, before: { last } }: Stray): Place | undefined =>
  cued && last?.unit === unit && last.found.quotes.length < MOST && isPunct(line, at - 1, ',;:—–') ? 'last' : undefined;

/**
 * “This is fantastic!” beamed Donald Hartley. · “Let me talk,” Trump shot back.
 *                             ^^^^^^^^^^^^^^                   ^^^^^  whatever the verb, one who can speak does it
 */
function subjectBehind(stray: Stray): Place | undefined {
  const { line, at, quote } = stray;
  if (!/[,?!…—]/.test(line.text.charAt(quote.inner.end - 1))) return undefined;
  const verbFirst = /(?:ed|s)$/.test(line.word(at + 1)) && !line.mentionStartingAt(at + 1);
  const from = verbFirst ? at + 2 : at + 1;
  const mention = line.mentionStartingAt(from);
  const subject = mention?.animate && !mention.possessive ? subjectAfter(line, from, false) : undefined;
  if (!subject) return undefined;
  const verb = verbFirst || /(?:ed|s|ot|id|ook|ent)$/.test(line.word(subject.to + 1));
  return verb ? own(stray, 'subject behind', subject) : undefined;
}

/** A federal “supermax” prison: no cue, no sentence of its own, hardly any words. Or a line that is only a heading. */
function noSpeech({ reading, line, quote, cued }: Stray): Place | undefined {
  if (standsAlone(line)) return isHeading(reading, quote) ? 'none' : undefined;
  return !cued && isTerm(reading, quote) ? 'none' : undefined;
}

/** Mr Kim’s “baseless and obvious” claims: who owns the phrase that the mark opens. */
function possessorBefore(stray: Stray): Place | undefined {
  const owner = ownerBefore(stray.line, stray.at);
  return owner && own(stray, 'possessor before', owner);
}

/** The tycoon went on about the “crooked and dishonest” judge: whom the sentence is about. */
function subjectOfSentence(stray: Stray): Place | undefined {
  const topic = standsAlone(stray.line) ? undefined : topicOf(stray.line);
  return topic && own(stray, 'subject of the sentence', topic);
}

/** Kim was blunt. “We will act.”: who spoke in the sentence before, or whom it was about. */
function sentenceBefore(stray: Stray): Place | undefined {
  const { line, spoke } = stray.before;
  if (spoke?.part === stray.line.unit.part) return { ...own(stray, 'sentence before'), after: spoke.found };
  const topic = line?.unit.part === stray.line.unit.part ? topicOf(line) : undefined;
  return topic && own(stray, 'sentence before', topic);
}

/** A paragraph that is all quotation, behind one that was: the same speaker goes on. */
function carriedOn(stray: Stray): Place | undefined {
  const { last, line } = stray.before;
  if (last && standsAlone(stray.line) && stray.unit - last.unit <= 1) {
    return { ...own(stray, 'carried on'), after: last.found };
  }
  const topic = line && topicOf(line);
  return topic && own(stray, 'sentence before', topic);
}

/** The rules in the order of how sure they are; the first that answers decides. */
export const STRAY_RULES: readonly ((stray: Stray) => Place | undefined)[] = [
  afterColon,
  nextParagraph,
  nextSentence,
  besideCue,
  subjectBehind,
  noSpeech,
  possessorBefore,
  subjectOfSentence,
  sentenceBefore,
  carriedOn,
];
