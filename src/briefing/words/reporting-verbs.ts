/**
 * Verbs that report what a speaker says, thinks or does by speaking, by type of complement. A verb may be in several
 * lists. Selected by how often each was a cue in the training part of PolNeAR, and extended with their
 * synonyms from the dictionary.
 */

/** “S says (that) CLAUSE”; with a quotation before or after it; “CLAUSE, S says”. */
export const CLAUSE_VERBS = `
acknowledge add admit advise affirm agree allege announce answer argue ask assert assume attest aver bark begin
believe bellow blog blurt boast brag caution chant charge chide chime claim clarify comment complain concede
conclude concur confess confirm contend continue counter crow cry decide declare decree demand deny detail determine
disagree disclose dispute divulge doubt elaborate email emphasise emphasize enthuse envisage envision estimate
exclaim expect explain express fear feel find forecast foresee fume groan grumble guess gush hint hold hope
hypothesise hypothesize implore imply indicate inform insist instruct interject intimate joke judge know lament
learn lecture lie maintain mention message moan mumble muse mutter nod note object observe opine order plan plead
pledge post pray preach predict proclaim profess promise prophesy propose protest prove quip rage rail read reaffirm
reason rebut recall reckon recommend reflect regret reiterate rejoin relate remark remember remonstrate repeat reply
report request require respond restate retort retweet reveal rule say scream see shout show sigh signal snap snarl
specify speculate state stipulate stress stutter submit suggest surmise suspect swear tease tell testify text
theorise theorize think threaten thunder tweet underline underscore understand urge vent venture volunteer vow warn
warrant whisper wonder worry write yell
`;

/** Verbs that are reliable with only a subject: nearly always a cue. */
export const UNAMBIGUOUS_VERBS = `
acknowledge add admit affirm allege announce argue ask assert believe boast caution claim clarify comment complain
concede conclude confirm contend continue counter declare deny disclose emphasise emphasize estimate exclaim explain
fear hope indicate insist joke lament maintain note observe opine pledge predict proclaim promise quip reaffirm
recall recommend reiterate remark reply report respond retort reveal say shout state stress suggest tell testify
think tweet underscore vow warn worry write
`;

/** The addressee is between verb and content: “told reporters (that) …”. */
export const ADDRESSEE_VERBS = `tell inform assure remind advise notify persuade convince warn ask urge instruct caution promise`;

/** “S criticised NOUN PHRASE”: the object is the content. */
export const OBJECT_VERBS = `
accept accuse acknowledge admit admonish advocate affirm allege announce apologise apologize applaud assail attack
attribute authorise authorize back ban bash bemoan berate blame blast brand call cast castigate caution censure
challenge champion chant characterise characterize chide cite claim commend compare concede condemn confirm
congratulate consider contemplate contest contradict credit criticise criticize declare decry deem defend defy
demand denigrate denounce deny deplore deride describe detail disavow disclaim disclose discuss dismiss disown
disparage dispute doubt downplay dub echo emphasise emphasize encourage endorse envisage envision estimate excoriate
exonerate explain express extol fault favor favour fear find flag float forecast foresee frame glorify hail hammer
highlight honor honour hope identify impeach impugn insult invite invoke issue justify knock label lambast lambaste
lament laud liken list malign mention mock mull name nominate note offer oppose order outline pan pitch plead pledge
ponder portray posit praise preach predict prefer present press proclaim prohibit promise promote propose protest
question quote raise read reaffirm rebuff rebuke rebut recall recommend refute regret reiterate reject release
repeat reprimand repudiate request resent respond retract reveal ridicule rip rubbish salute savage scold scorn
second show signal skewer slam slate spell spurn stipulate stress suggest summarise summarize support suspect thank
tout trash trumpet underline underscore upbraid urge veto vilify voice vouch want warn weigh welcome withdraw
`;

/** “S vows to DO”: the to-phrase is the content. */
export const TO_VERBS = `
advise agree appeal ask beg call claim commit consent decide decline demand direct encourage expect hope instruct
intend invite offer opt order plan pledge prefer press promise propose refuse remind request require seek swear tell
threaten undertake urge vow want warn
`;

/** “S called for X”: the preposition belongs to the verb, the words after it are the content. */
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

/** Irregular forms: past, participle, and others if they differ. */
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
  blurt: 'blurted',
  label: 'labelled labeled',
  signal: 'signalled signaled',
};
