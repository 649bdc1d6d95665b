import { clauseAround, clauseBefore, clauseBehind } from './clause.ts';
import { quotationBefore, quotationBehind } from './quoted.ts';
import type { Content, Site } from './site.ts';

/** What a cue reports, by the first rule that fits; undefined where nothing is left for it. */
export const contentOf = (site: Site): Content | undefined =>
  quotationBefore(site) ?? quotationBehind(site) ?? clauseAround(site) ?? clauseBefore(site) ?? clauseBehind(site);
