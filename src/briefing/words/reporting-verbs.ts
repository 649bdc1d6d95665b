/**
 * Verbs that report what somebody says, thinks or does by saying, by what follows them. A verb may stand in several
 * lists. Chosen by how often each was a cue where it stood in the training part of PolNeAR, and widened by their
 * neighbours in the dictionary.
 */

/** “S says (that) CLAUSE”; with a quotation before or behind; “CLAUSE, S says”. */
export const CLAUSE_VERBS = `
say state claim argue note add assert insist suggest announce report reveal acknowledge admit concede confirm deny
explain declare stress emphasise emphasize underline underscore warn caution predict believe contend maintain allege
complain conclude indicate imply tweet retweet write post joke quip recall reiterate repeat reply respond answer ask
wonder hope fear worry estimate forecast promise pledge vow agree observe remark comment counter retort muse opine
boast brag lament propose recommend testify swear hint signal disclose divulge read shout yell whisper chant scream
exclaim mutter continue interject affirm aver attest blog charge clarify confess decree demand detail determine
disagree elaborate express guess hold hypothesise hypothesize intimate judge lecture mention moan mumble object
plead preach proclaim profess prophesy protest reaffirm reason rebut reckon rejoin relate
remonstrate restate rule sigh snap specify speculate stipulate submit surmise tell theorise theorize
thunder urge venture volunteer vent warrant find show know understand think feel see learn suspect assume expect
advise instruct order request require email text message cry begin conclude grumble groan fume rage rail gush
crow snarl bark bellow blurt chide chime concur enthuse implore inform lie nod plan pray stutter tease
threaten underline decide dispute doubt foresee envisage envision prove reflect remember regret
`;

/** Of these, the ones that need no more than a subject to be trusted: hardly ever anything but a cue. */
export const FIRM_VERBS = `
say state claim argue note add assert insist announce acknowledge admit concede confirm deny explain declare stress
emphasise emphasize underscore warn caution predict contend maintain allege complain conclude tweet write joke quip
reiterate reply respond remark retort boast lament recommend testify disclose exclaim affirm opine quip counter
clarify reaffirm proclaim tell believe suggest indicate report reveal recall vow pledge estimate observe comment
continue ask promise caution hope worry fear think shout
`;

/** The hearer stands between verb and content: “told reporters (that) …”. */
export const HEARER_VERBS = `tell inform assure remind advise notify persuade convince warn ask urge instruct caution promise`;

/** “S criticised NOUN PHRASE”: the object is the content. */
export const OBJECT_VERBS = `
call describe criticise criticize praise condemn blast slam denounce blame accuse attack defend dismiss reject oppose
support endorse back question challenge cite mention discuss announce reveal express voice acknowledge welcome hail
laud applaud mock ridicule decry lambaste lambast rip assail tout propose demand urge outline detail raise highlight
stress emphasise emphasize underscore underline echo repeat reiterate deny confirm predict promise pledge suggest
recommend claim compare liken portray characterise characterize label brand dub deem favour favor recall
explain thank congratulate commend deplore bemoan lament protest allege estimate forecast order request advocate
champion chide rebuke scold berate castigate disparage deride denigrate excoriate impugn insult skewer savage slate
rubbish pan knock hammer bash trash scorn reprimand admonish censure upbraid vilify malign
affirm reaffirm  admit announce attribute authorise authorize ban bemoan caution concede consider
contemplate contest contradict cast credit declare defy demand disavow disclaim disclose dispute disown
doubt downplay encourage envisage envision exonerate extol fault fear flag float foresee
frame glorify honour honor identify impeach invoke invite issue justify list mull note name
nominate order pitch plead ponder posit preach prefer present press proclaim promote
prohibit propose quote rebuff rebut refute regret release repudiate resent retract salute
second  signal spell spurn stipulate summarise summarize trumpet urge veto vouch want
warn weigh withdraw fear hope
suspect support   quote read repeat respond chant show find
regret accept offer veto apologise apologize
`;

/** “S vows to DO”: the to-phrase is the content. */
export const TO_VERBS = `
vow pledge promise refuse decline agree threaten plan want hope expect seek ask urge order demand offer propose intend
decide claim swear undertake commit opt consent prefer request beg
call appeal encourage advise instruct warn remind tell invite require press direct
`;

/** “S called for X”: the preposition belongs to the verb, what follows is the content. */
export const PREPOSITION_VERBS: Readonly<Record<string, string>> = {
  call: 'for on upon out',
  refer: 'to',
  point: 'to out',
  speak: 'of about out against',
  talk: 'about of',
  warn: 'of about against',
  complain: 'about of',
  object: 'to',
  argue: 'for against',
  comment: 'on about',
  respond: 'to',
  reply: 'to',
  hint: 'at',
  lash: 'out',
  agree: 'with on to',
  disagree: 'with on about',
  apologise: 'for',
  apologize: 'for',
  brag: 'about of',
  boast: 'about of',
  worry: 'about',
  hope: 'for',
  fear: 'for',
  allude: 'to',
  appeal: 'for to',
  advocate: 'for',
  insist: 'on',
  accuse: 'of',
  report: 'on',
  ask: 'about for',
  vouch: 'for',
  inveigh: 'against',
  protest: 'against over',
  rail: 'against at about',
  campaign: 'for against',
  lobby: 'for against',
  caution: 'against',
  write: 'about of',
  wonder: 'about',
  joke: 'about',
  elaborate: 'on',
  expound: 'on',
  dwell: 'on',
  side: 'with',
  take: 'aim issue',
  think: 'of about',
  know: 'about of',
  plead: 'for with',
  press: 'for',
  rally: 'for against behind',
  bristle: 'at',
  scoff: 'at',
  balk: 'at',
  swipe: 'at',
  approve: 'of',
  disapprove: 'of',
  dissent: 'from',
  touch: 'on',
  tell: 'of about',
  testify: 'about to against',
  sing: 'of',
  read: 'out',
  rule: 'out against on',
  brush: 'aside off',
  shrug: 'off aside',
  play: 'down',
  hit: 'back out',
  push: 'for back',
  shoot: 'down back',
  fire: 'back',
  set: 'out',
  lay: 'out',
  spell: 'out',
  wave: 'away aside',
  laugh: 'off',
  decide: 'against on',
  vote: 'against',
  vow: 'against',
};

/** Forms that the regular endings do not give: past, participle, and the rest where they differ. */
export const IRREGULAR: Readonly<Record<string, string>> = {
  say: 'said',
  tell: 'told',
  write: 'wrote written',
  think: 'thought',
  feel: 'felt',
  know: 'knew known',
  understand: 'understood',
  see: 'saw seen',
  find: 'found',
  show: 'showed shown',
  swear: 'swore sworn',
  read: 'read',
  hold: 'held',
  begin: 'began begun',
  speak: 'spoke spoken',
  foresee: 'foresaw foreseen',
  withdraw: 'withdrew withdrawn',
  undertake: 'undertook undertaken',
  seek: 'sought',
  sing: 'sang sung',
  lie: 'lied',
  hit: 'hit',
  set: 'set',
  lay: 'laid',
  shoot: 'shot',
  shrug: 'shrugged',
  spell: 'spelled spelt',
  take: 'took taken',
  cast: 'cast',
  put: 'put',
  plead: 'pleaded pled',
  forecast: 'forecast forecasted',
  rebut: 'rebutted',
  learn: 'learned learnt',
  dwell: 'dwelt dwelled',
  text: 'texted',
  beg: 'begged',
  brag: 'bragged',
  admit: 'admitted',
  submit: 'submitted',
  commit: 'committed',
  slam: 'slammed',
  rip: 'ripped',
  refer: 'referred',
  prefer: 'preferred',
  ban: 'banned',
  dub: 'dubbed',
  plan: 'planned',
  pan: 'panned',
  flag: 'flagged',
  nod: 'nodded',
  rebuff: 'rebuffed',
  quip: 'quipped',
  snap: 'snapped',
  opt: 'opted',
  concur: 'concurred',
  blog: 'blogged',
  regret: 'regretted',
  extol: 'extolled',
  chat: 'chatted',
  blurt: 'blurted',
  label: 'labelled labeled',
  signal: 'signalled signaled',
  spur: 'spurred',
  defer: 'deferred',
};
