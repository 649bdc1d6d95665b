import type { Span } from '#core/span';
import type { Mention } from '../mentions/mention.ts';
import type { ReportingVerb } from './verbs.ts';

/** The words that name who does what a verb says. */
export interface Subject {
  readonly span: Span;
  /** The tokens they take. */
  readonly from: number;
  readonly to: number;
  readonly mention?: Mention;
}

/** A reporting verb at work: who does it, and what kind of thing follows. */
export interface Cue {
  readonly verb: ReportingVerb;
  /** The verb's tokens, auxiliaries and its preposition with it: “has called for”. */
  readonly from: number;
  readonly to: number;
  /** Whose; the subject of an earlier cue where the two share one. */
  readonly subject: Subject;
  /** Who that is, where the words for it are another's: in “Ban condemned what he called …”, he is Ban. */
  readonly possessor?: Subject;
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
