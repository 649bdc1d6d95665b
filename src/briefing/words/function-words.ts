/** Function words that delimit a noun phrase. Lowercase. */
const split = (list: string): readonly string[] => list.split(/\s+/).filter(Boolean);

export const DETERMINERS: readonly string[] = split(`
  the a an this these those his her its their our my your whose another every either neither
`);

/** Quantifiers: these may begin or form a noun phrase. */
export const QUANTIFIERS: readonly string[] = split(`
  some many most each several few both all other others one two three four five six seven eight nine ten dozens hundreds
  eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy
  eighty ninety thousands millions half majority none any enough more fewer various numerous countless scores
`);

export const PREPOSITIONS: readonly string[] = split(`
  of from in at for with to on by about near against among amongst between under over inside outside within across
  around behind beyond during through throughout into onto like toward towards upon via without despite after before
  since until till off alongside amid amidst versus vs per than following including regarding concerning unlike
`);

/** Words that are never in a noun phrase. */
export const STOPS: readonly string[] = split(`
  and or but nor yet so if because although though while whereas when whenever where wherever why how whether unless as
  that which who whom what whatever whoever not n't never also only just even still already again too very then thus
  hence therefore however meanwhile moreover furthermore instead nevertheless nonetheless perhaps maybe indeed
  yesterday today tomorrow tonight now here there once twice ago soon later earlier recently currently previously
  often sometimes always usually rarely seldom almost nearly about quite rather really actually apparently reportedly
  allegedly according due except besides unlike both either neither ever away back down up out off
  yes no oh well please ok okay
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
  september october november december
`);

/** Capitalized words other than names: days, months, and sentence openings. */
export const CALENDAR: readonly string[] = split(`
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
  gmt est edt pst pdt cet utc ist kst am pm christmas easter ramadan eid diwali
`);

/** Forms that are rarely anything but verbs: a noun phrase ends before them. */
export const VERBS: readonly string[] = split(`
  is are was were be been being am 's 're 've 'd 'll 'm has have had having do does did doing done will would shall
  should can could may might must cannot can't won't wouldn't don't doesn't didn't isn't aren't wasn't weren't hasn't
  haven't hadn't couldn't shouldn't
  said says say saying told tell tells telling wrote writes write writing added adds add adding asked asks ask asking
  announced announces announce announcing called calls calling noted notes noting reported reports suggested suggests
  suggest continued continues tweeted tweets showed shows show showing found finds find described describes describe
  argued argues argue arguing explained explains explain went goes go going gone believes believe believed believing
  acknowledged acknowledges declared declares declare endorsed endorses accused accuses accuse accusing criticized
  criticizes criticised agreed agrees agree expressed expresses express spoke speaks speak speaking supports opposes
  opposed concluded concludes recalled recalls recalling warned warns warn warning referred refers refused refuses refuse
  urged urges urge urging tells claimed claims defended defends released offered offers cited cites citing replied
  replies reply stated states stating proposed proposes thinks think thought thinking praised praises voted votes issued
  issues sought seeks seek insisted insists insist insisting promised promises promise posted posts knows know knew known
  put puts took takes take taken taking made makes make making talked talks talk talking sent sends send wanted wants want
  began begins begin passed pledged pledges pledge predicted predicts predict cast vowed vows vow dismissed dismisses
  admitted admits admit questioned decided decides decide named read reads gave gives give given giving blamed blames
  blasted rejected rejects reject saw sees see seen seeing attacked signed denied denies deny tried tries try indicated
  indicates indicate pointing seemed seems seem confirmed confirms confirm reiterated reiterates backed refuted
  appeared appears appear raised raises ordered worried worries assured denounced denounces complained complains mocked
  discussed shared joked jokes turned delivered delivers published publishes conceded concedes prefer prefers repeated
  mentioned mentions spent filed expect expects expected boasted stressed stresses pushed asserted asserts estimated
  estimates remarked emailed thanked decried lamented laments reminded aimed launched opened vows considered considers
  identified felt feels feel preferred shouted shouts chanted held holds hold highlighted hoped hopes hope emphasized
  emphasizes emphasised ruled fired came comes come coming got gets get lists portrayed voiced sounded condemned condemns
  quoted answered answers allowed allows determined encouraged slammed slams railed failed fails welcomed welcomes
  cautioned cautions wondered requested requests pleaded yelled apologized apologised interjected hinted hints implied
  implies threatened threatens demanded demands hailed revealed reveals disclosed discloses testified testifies left
  leaves leave led leads became becomes become kept keeps keep met meets meet won wins win lost loses lose ran runs run
  brought brings bring bought buys sold sells heard hears hear learned learnt learns understood understands understand
  remains remain remained stood stands stand set sets let lets paid pays held died dies killed kills lived lives
  worked works moved moves live used uses use needed needs need helped helps looked looks look
  countered counters retorted retorts rebuffed hit fell falls rose rises grew grows grow sat sits fought broke
  struck chose chooses drew draws flew threw wore arrived arrives returned returns visited visits
`);

/** Modifiers in -ed and -ing that belong to a noun phrase, not to a verb. */
export const PARTICIPLES: ReadonlySet<string> = new Set(
  split(`
  elected retired unnamed unidentified armed united so-called leading ruling outgoing incoming visiting acting sitting
  serving governing opposing neighboring neighbouring supporting longtime embattled disgraced convicted accused alleged
  appointed renowned respected experienced seasoned veteran registered unaffiliated undecided interested affected
  displaced wounded injured bereaved detained jailed exiled imprisoned ousted deposed defeated re-elected reelected
  self-described self-proclaimed would-be state-run state-owned government-run publicly privately married divorced
  widowed aged masked uniformed trained educated skilled licensed certified organized organised advanced limited
  combined concerned involved mixed unpublished published leaked classified declassified detailed revised updated
  proposed planned signed related associated allied aligned backed mainstream prevailing tracking working nursing training
  banking housing manufacturing mining shipping polling broadcasting advertising marketing consulting engineering
  planning policing voting campaigning lobbying accounting farming fishing teaching learning trading
  surviving remaining competing rising emerging developing participating attending presiding investigating arresting
  founding managing executive commanding supervising warring dissenting protesting striking grieving
  high-ranking top-ranking low-ranking senior-ranking Oscar-winning award-winning prize-winning best-selling
`),
);
