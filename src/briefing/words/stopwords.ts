/** Words that do not indicate the subject of a sentence. */
export const STOPWORDS: ReadonlySet<string> = new Set(
  `a about above after again against all also although am among an and another any are around as at be became because
  become been before being below between both but by came can cannot come could did do does doing done down during
  each either else even ever every few first for from further get go goes going got had has have having he her here
  hers herself him himself his how however i if in indeed instead into is it its itself just last later least less
  let like made make many may me might mine more most much must my myself near neither never new next no nor not now
  of off often on once one only onto or other others our ours ourselves out over own per perhaps put quite rather
  really said same saw say saying says see seen several she should since so some still such take than that the their
  theirs them themselves then there these they this those though through thus to told too two under until up upon us
  use used very was way we well went were what when where whether which while who whom whose why will with within
  without would yes yet you your yours yourself according add added adds asked called told wrote including
  monday tuesday wednesday thursday friday saturday sunday mr mrs ms dr
  don doesn didn isn aren wasn weren won wouldn couldn shouldn hasn haven hadn ain ll ve re`
    .split(/\s+/)
    .filter(Boolean),
);
