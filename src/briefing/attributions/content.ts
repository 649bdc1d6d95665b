import { clauseAround, clauseBefore, clauseBehind } from './clause.ts';
import type { Content, Site } from './cue-context.ts';
import { quotationBefore, quotationBehind } from './quoted/quoted-content.ts';

/** What a cue reports, by the first rule that fits; undefined where nothing is left for it. */
export const contentOf = (site: Site): Content | undefined =>
  quotationBefore(site) ?? quotationBehind(site) ?? clauseAround(site) ?? clauseBefore(site) ?? clauseBehind(site);
