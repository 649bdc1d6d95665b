import { clauseAround, clauseBefore, clauseBehind } from './clause.ts';
import type { Content, CueContext } from './cue-context.ts';
import { quotationBefore, quotationBehind } from './quoted/quoted-content.ts';

/** What a cue reports, by the first rule that fits; undefined where nothing is left for it. */
export const contentOf = (context: CueContext): Content | undefined =>
  quotationBefore(context) ??
  quotationBehind(context) ??
  clauseAround(context) ??
  clauseBefore(context) ??
  clauseBehind(context);
