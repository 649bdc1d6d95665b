/** Organizations that can speak, and documents that say something. Lowercase; plurals are generated. */
const split = (list: string): readonly string[] => list.split(/\s+/).filter(Boolean);

/** Heads of organization names, as common nouns and inside names (“the agency”, “Ministry of Health”). */
export const BODIES: readonly string[] = split(`
  academy administration agency airline alliance arm army assembly association authority bank bar board body branch
  brigade bureau business cabinet camp campaign caucus center centre chamber chancellery charity church city club
  coalition college command commission committee commonwealth community company confederation conference
  conglomerate congress consortium constabulary consulate contractor cooperative corporation council country county
  court cult delegation department directorate division electorate embassy establishment executive faction factory
  family federation firm fleet forum foundation franchise front fund giant government group guild headquarters
  hospital house industry inquiry institute institution insurer intelligence investor judiciary junta jury kingdom
  laboratory lab league legislature lender lobby magazine mayoralty militia ministry mission mosque movement museum
  nation navy network newspaper ngo non-profit nonprofit observatory office operator opposition order organisation
  organization outfit outlet palace panel parliament partnership party patrol pentagon police politburo presidency
  press prison project province publisher regime region registry regulator republic reserve retailer school
  secretariat senate service society squad staff state startup start-up studio subsidiary syndicate synod tabloid
  taskforce team temple think-tank think tank town tribe tribunal troupe trust union unit university utility
  vatican village watchdog website white-house wing broadcaster automaker carmaker drugmaker chipmaker developer
  manufacturer supplier exporter importer co-op municipality prefecture district diocese archdiocese
  grassroots task-force superpac pac super-pac exchange observatory auditor ombudsman treasury admiralty
  presidium bundestag knesset duma defence defense force forces side
  military airforce militia hamas hezbollah taliban reuters xinhua yonhap tass kyodo interfax bloomberg
  zoo library orchestra choir choirs label studios cooperative developer brewery bakery farm airport
  monarchy crown bloc leadership base public audience crowd
`);

/** Capitalized words at the end or head of an organization's name that are not common nouns for one. */
export const NAMED_BODIES: readonly string[] = split(`
  inc ltd llc plc corp co gmbh ag sa nv bhd pty news times post journal herald tribune gazette guardian telegraph
  chronicle globe observer daily weekly review today broadcasting radio television tv media group holdings
  international motors airlines airways railways industries systems technologies pharmaceuticals energy electric
  petroleum bank insurance capital partners associates brothers & agency nations guard corps fund watch amnesty
  survey police laboratories sciences studies affairs rights works wire magazine press research reports
  electronics records pictures entertainment games software networks pharma biotech semiconductor shipbuilding
  aggregates logistics telecom hotels resorts ventures robotics aerospace dynamics instruments materials mining
  minerals breweries cement textiles semiconductors analytics center institute market markets stores foods mall motors heavy chemical chemicals steel strategies solutions consulting communications enterprises securities
  democrats republicans united foundation
`);

/** Documents and other things that convey what their authors wrote. */
export const DOCUMENTS: readonly string[] = split(`
  account ad advert advertisement advisory affidavit agreement analysis announcement appeal article assessment
  assertion audit autopsy ballot bill biography blog book briefing broadcast brochure bulletin cable caption chart
  charter clip column comment commentary commercial communique communiqué complaint constitution contract count
  coverage data decision declaration decree diary directive disclosure dispatch document documentary documents
  dossier draft edict editorial email e-mail entry essay estimate evidence excerpt exit-poll exposé expose
  factsheet fact-sheet figures file filing filings finding findings flyer footage forecast form graphic guidance
  guide guideline handout headline index indictment interview inventory investigation invitation invoice issue judgment
  judgement law lawsuit leaflet letter list listing log manifesto manual measure memo memoir memorandum message
  minutes model motion newsletter note notice notification novel numbers op-ed order ordinance outline page pamphlet
  paper paperwork passage petition photo photograph piece plan plaque platform playbook poem policy poll polling
  polls post poster press-release profile projection proposal prospectus protocol publication query questionnaire
  quote readout rebuttal record records regulation release report reporting reports research resolution response
  results returns review rule rules ruling schedule scorecard script search section series sign simulation site slogan
  speech spot statement statistics statute story strategy study submission subpoena suit summary survey symbol table tally
  tape testimony text thesis timeline transcript translation treaty tweet update verdict version video voice-over
  voiceover warrant webpage will wording writ posting caucus-report average census
`);

/** Words after “Minister of”, “Department of”, “Secretary of” other than places. */
export const PORTFOLIOS: readonly string[] = split(`
  state defense defence health education finance justice interior labor labour agriculture commerce energy
  transportation transport treasury trade industry environment tourism culture sports sport science technology
  information communications foreign external home internal affairs security homeland housing urban development
  water rural veterans welfare human services resources economy economic planning budget works public civil aviation
  immigration women children youth family fisheries forestry mines petroleum power railways religious social
  intelligence cabinet national police staff government parliament senate house legislature union schools elections
  revenue customs war peace information prisons land lands infrastructure digital climate food drug
`);
