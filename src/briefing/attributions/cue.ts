import type { Span } from '#core/span';
import type { Mention } from '../mentions/mention.ts';
import type { ReportingVerb } from './verbs.ts';

/** The subject of a reporting verb. */
export interface Subject {
  readonly span: Span;
  /** The tokens they take. */
  readonly from: number;
  readonly to: number;
  readonly mention?: Mention;
}

/** A reporting verb in its sentence, with its subject and complement. */
export interface Cue {
  readonly verb: ReportingVerb;
  /** The verb's tokens, auxiliaries and its preposition with it: “has called for”. */
  readonly from: number;
  readonly to: number;
  /** Its subject, which may be shared with an earlier cue. */
  readonly subject: Subject;
  /** The subject that the pronoun refers to: in “Ban condemned what he called …”, Ban. */
  readonly possessor?: Subject;
  /** “…, saying …” and “… and said …”: the subject stands with an earlier verb. */
  readonly shared: boolean;
  /** “…,” said Kim. */
  readonly inverted: boolean;
  /** The complement that makes the verb a cue: a clause, a to-phrase, a preposition, an object or a quotation. */
  readonly frame: 'clause' | 'to' | 'preposition' | 'object' | 'quote';
}

/** The first token that belongs to the cue, its own subject included. */
export const cueStart = (cue: Cue): number => (cue.shared ? cue.from : Math.min(cue.subject.from, cue.from));
/** The first token after the cue, and after its subject where that follows the verb. */
export const cueEnd = (cue: Cue): number => (cue.inverted ? Math.max(cue.subject.to, cue.to) : cue.to) + 1;
