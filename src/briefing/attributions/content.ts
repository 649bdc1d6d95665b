import { clauseAround, clauseBefore, clauseBehind } from './clause.ts';
import type { Content, CueContext } from './cue-context.ts';
import { quotationBefore, quotationBehind } from './quoted/quoted-content.ts';

/** The content of a cue, by the first rule that matches; undefined if there is none. */
export const contentOf = (context: CueContext): Content | undefined =>
  quotationBefore(context) ??
  quotationBehind(context) ??
  clauseAround(context) ??
  clauseBefore(context) ??
  clauseBehind(context);
