/** Words for parties, in lowercase, and the names of the parties. */
export const PARTIES: Readonly<Record<string, string>> = {
  republican: 'Republicans',
  republicans: 'Republicans',
  gop: 'Republicans',
  'grand old party': 'Republicans',
  rnc: 'Republicans',
  democrat: 'Democrats',
  democrats: 'Democrats',
  democratic: 'Democrats',
  dnc: 'Democrats',
  libertarian: 'Libertarians',
  libertarians: 'Libertarians',
  green: 'Greens',
  greens: 'Greens',
  conservatives: 'Conservatives',
  tory: 'Conservatives',
  tories: 'Conservatives',
  labour: 'Labour',
  liberals: 'Liberals',
  'liberal democrat': 'Liberal Democrats',
  'liberal democrats': 'Liberal Democrats',
  socialist: 'Socialists',
  socialists: 'Socialists',
  communist: 'Communists',
  communists: 'Communists',
  bjp: 'BJP',
  anc: 'ANC',
  apc: 'APC',
  pdp: 'PDP',
  snp: 'SNP',
  hamas: 'Hamas',
  hezbollah: 'Hezbollah',
  taliban: 'Taliban',
  houthi: 'Houthis',
  houthis: 'Houthis',
};

/** Parties that are only matched in US news: elsewhere “Democratic Party” is another one. */
export const AMERICAN_PARTIES: ReadonlySet<string> = new Set(['Republicans', 'Democrats']);

/** Words other than its name that indicate a story about the United States. Lowercase. */
export const AMERICAN_WORDS: ReadonlySet<string> = new Set(
  `gop trump biden harris obama clinton sanders pence rubio cruz senate republicans capitol pentagon california texas
  florida ohio michigan pennsylvania wisconsin virginia iowa nevada arizona massachusetts illinois minnesota colorado
  maryland missouri indiana tennessee alabama louisiana kentucky oregon oklahoma connecticut utah arkansas mississippi
  kansas nebraska hawaii maine montana delaware alaska vermont wyoming`.split(/\s+/),
);
