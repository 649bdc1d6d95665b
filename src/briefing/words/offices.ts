/** Words for one person by office, job or relation to another person. Lowercase; plurals are generated. */
const split = (list: string): readonly string[] => list.split(/\s+/).filter(Boolean);

/** Gender-neutral words. */
export const PEOPLE: readonly string[] = split(`
  grazier rancher butcher carpenter hawker tailor mechanic botanist surfer wrestler golfer wicketkeeper umpire
  choreographer playwright cinematographer illustrator vlogger influencer youtuber podcaster barista bartender barber
  hairdresser beautician auctioneer actuary complainant welder logger orchardist vintner winemaker brewer beekeeper
  breeder
  abolitionist academic accountant activist actor administrator admiral adviser advisor advocate agent aide airman
  ally ambassador analyst anchor anthropologist applicant archaeologist archbishop architect artist assailant
  assemblymember assistant associate astronaut astronomer athlete attacker attendee attorney author auditor ayatollah
  backer baker banker barrister biographer biologist bishop blogger boss boxer brigadier broadcaster broker builder
  bureaucrat buyer campaigner candidate captain cardinal caregiver cashier ceo celebrity challenger champion
  chancellor chaplain chef chemist chief child chronicler citizen cleric clerk client climatologist coach colleague
  collector colonel columnist comedian commandant commander commentator commissioner commissar compatriot competitor
  composer comptroller confidant conservationist conservative constable consul consultant consumer contender
  contractor contributor controller coordinator coroner correspondent councillor councilor councilmember counsel
  counsellor counselor counterpart creator critic curator customer dealer dean defector defendant defender delegate
  demographer demonstrator dentist deputy designer detective detractor developer dictator diplomat director dissident
  doctor donor driver ecologist economist editor educator electrician emigrant employee employer engineer
  entrepreneur environmentalist envoy epidemiologist evangelist ex-president examiner executive expert explorer
  eyewitness facilitator fan farmer fighter figure filmmaker financier firefighter fisher footballer forecaster
  foreigner founder co-founder friend front-runner frontrunner fugitive fundraiser gardener general geologist geophysicist
  goalkeeper governor graduate guard guerrilla guest guitarist gynaecologist gynecologist hacker head healer heckler
  hero historian holder homeowner host hopeful hostage hunter hydrologist imam immigrant incumbent individual
  industrialist informant inhabitant inmate insider inspector instructor insurgent interpreter intern interviewer
  inventor investigator investor islamist jihadist journalist judge jurist juror justice keeper keynoter labourer
  laborer landlord landowner lawmaker lawyer leader lecturer legislator liaison liberal librarian lieutenant linguist
  listener lobbyist local loyalist magistrate magnate maker manager manufacturer marine marshal mathematician mayor
  mediator medic member mentor merchant meteorologist microbiologist migrant militant miner minister minor missionary
  moderate moderator mogul monarch monitor motorist mover mp mufti mullah musician nationalist nationalists native
  naturalist navigator negotiator neighbor neighbour neurologist neuroscientist neurosurgeon nominee novelist nurse
  observer obstetrician occupier oceanographer oculist offender officer official ombudsperson oncologist operative operator
  opponent organizer organiser orthodontist owner painter palaeontologist paleontologist paralegal paramedic parent
  parishioner parliamentarian participant partisan partner passenger passer-by pastor pathologist patient patriarch
  patron peacekeeper pediatrician paediatrician pensioner perpetrator person personality pharmacist philanthropist
  philosopher photographer physician physicist pilot pioneer plaintiff planner player plumber poet policymaker
  politician pollster pope populist practitioner preacher predecessor premier presenter president president-elect
  pre-candidate priest principal prisoner producer professor programmer progressive promoter proponent proprietor
  prosecutor protege protester protestor provost psychiatrist psychologist publicist publisher pundit pupil rabbi
  racer radical radiologist ranger rapporteur rapper reader realtor rebel receptionist recipient recruit recruiter
  referee reformer reformist refugee registrar regulator relative reporter representative rep researcher resident
  respondent retiree reviewer revolutionary rider rival ruler runner sailor salesperson scholar scientist scout
  screenwriter sculptor secretary secretary-general seismologist selector senator separatist sergeant servant settler
  shareholder sheikh shepherd sheriff shopkeeper shopper singer skeptic sceptic skipper socialist sociologist soldier
  solicitor solicitor-general songwriter source speaker specialist speechwriter spokesperson spouse staffer
  star statistician stockbroker strategist striker student successor suffragist superdelegate superintendent
  supervisor supporter surgeon surrogate surveyor survivor suspect swimmer sympathizer sympathiser taxpayer teacher
  technician technologist teen teenager tenant terrorist theologian therapist thinker tourist toxicologist trader
  trainer trainee translator traveler traveller treasurer trustee tutor tycoon undersecretary unionist user
  vendor veteran vet veterinarian vice-chancellor vice-president vicar victim viewer villager violinist virologist
  visitor volcanologist volunteer voter warden watcher whistleblower whistle-blower whip winner witness worker
  worshipper writer youngster youth zoologist informer detainee returnee evacuee interviewee appointee attaché
  cabinet-member chairperson chair co-chair vice-chair vice-chairperson ceo cfo coo cto co-author co-owner co-host
  co-leader co-worker ex-minister ex-official ex-officer mid-fielder midfielder defender winger batter bowler
  captain batsman quarterback pitcher outfielder forward manager teammate skater cyclist jockey sprinter rower
  billionaire millionaire maverick foe enemy crusader hardliner hard-liner rapporteur-general
  gunner gunman kidnapper smuggler trafficker killer murderer rapist thief shooter bomber occupant caller commenter
  biker climber commuter cook dancer dj drummer entertainer farmhand fashion-designer grandchild grandparent
  inhabitant trucker trade-unionist unionist shop-owner householder counterprotester co-defendant co-founder
  director-general inspector-general commissioner-general surgeon-general governor-general auditor-general
  advocate-general comptroller-general prosecutor-general minister-designate mayor-elect governor-elect
  minister-elect prime-minister press-secretary vice-admiral rear-admiral major-general lieutenant-general
  whip-elect rector archdeacon deacon monk sultan emir chieftain elder oba
`);

export const MEN: readonly string[] = split(`
  man spokesman chairman vice-chairman businessman congressman assemblyman councilman alderman statesman salesman
  policeman fireman fisherman cameraman newsman gunman craftsman serviceman nobleman clergyman horseman sportsman
  tribesman frontman ombudsman foreman committeeman selectman layman king prince father husband son brother uncle
  nephew grandfather grandson stepfather stepson boyfriend widower gentleman lord duke baron count emperor actor
  waiter boy guy fiance father-in-law son-in-law brother-in-law stepbrother ex-husband batsman monk imam
  freshman doorman repairman workman handyman lawman mailman middleman nobleman yeoman rifleman seaman airman
  godfather landlord sultan emir pope
`);

export const WOMEN: readonly string[] = split(`
  woman spokeswoman chairwoman vice-chairwoman businesswoman congresswoman assemblywoman councilwoman alderwoman
  stateswoman policewoman saleswoman servicewoman noblewoman clergywoman sportswoman committeewoman queen princess
  mother wife daughter sister aunt niece grandmother granddaughter stepmother stepdaughter girlfriend widow lady
  duchess baroness countess empress actress waitress girl fiancée fiancee mother-in-law daughter-in-law sister-in-law
  stepsister ex-wife nun heroine hostess songstress midwife housewife godmother landlady forewoman frontwoman
  schoolgirl ballerina supermodel
`);

/** Irregular plurals. */
export const MANY: readonly string[] = split(`
  people men women children folks others critics police authorities troops relatives personnel youths youth poor
  elderly media staff faculty clergy crew crowd public audience majority leadership opposition elites elite hawks
  doves insurgents rebels masses protesters pundits sources ranks experts analysts forces bosses whites blacks
  latinos hispanics evangelicals catholics muslims christians jews hindus sunnis shiites kurds millennials seniors
  teens parents families workers couples twins siblings
  spokesmen chairmen businessmen congressmen fishermen policemen gunmen servicemen clergymen statesmen tribesmen
  spokeswomen chairwomen businesswomen congresswomen councilmen salesmen firemen wives grandchildren
  midwives attorneys-general secretaries-general mothers-in-law passers-by
`);

/** Heads that name no office or job: “the official said” may refer to any person mentioned before. */
export const GENERIC: ReadonlySet<string> = new Set(
  split(`
  man woman official leader politician lawmaker person guy lady gentleman figure individual speaker boy girl
  author writer candidate nominee celebrity star veteran mogul tycoon billionaire businessman businesswoman
  hopeful contender challenger incumbent front-runner frontrunner
`),
);

/** Titles before a name: rank, office, courtesy. With or without a full stop. */
export const TITLES: readonly string[] = split(`
  mr mrs ms mx miss messrs dr prof professor sir dame lord lady sen sens senator rep reps representative gov govs
  governor pres president vice-president ex-president premier prime minister secretary chancellor ambassador judge
  justice gen general lt col colonel maj major capt captain cmdr commander sgt sergeant cpl corporal pvt private adm
  admiral brig brigadier marshal inspector supt superintendent det detective constable officer chief deputy sheriff
  rev reverend fr father sister brother pope cardinal archbishop bishop pastor rabbi imam sheikh shaikh sheik shaykh
  ayatollah mullah maulana mufti king queen prince princess emperor empress sultan emir crown duke duchess baron
  baroness count countess earl viscount hon honourable honorable rt senior mayor councillor councilor councilman
  councilwoman congressman congresswoman assemblyman assemblywoman alderman speaker attorney attorney-general del
  delegate chairman chairwoman chair chairperson director commissioner shri sri smt shrimati pandit swami baba
  alhaji alhaja hajiya hajia haji hajj hadji mallam malam oba emir chief engr barr arch datuk dato datin tengku
  tunku puan madam mdm cr cllr coun clr cde cs pm vp fm cm sri judge-advocate encik nawab maharaja begum khun daw ko don doña dona señor señora monsieur madame herr frau mme mlle
  signor signora sayyid syed ustaz ustad lieutenant coach manager spokesman spokeswoman spokesperson envoy
  director-general inspector-general commissioner-general surgeon-general governor-general auditor-general
  prosecutor-general minister-designate president-elect mayor-elect governor-elect minister-elect vice-admiral
  commodore rear-admiral major-general lieutenant-general brigadier-general undersecretary treasurer comptroller provost dean principal rector vicar deacon reeve mp mep msp td
  private-secretary vice-chancellor vice-chairman vice-premier mcpl pfc spc ssgt msgt cmsgt tsgt
  airman seaman solicitor-general secretary-general sra srta
  major-gen maj-gen lt-gen brig-gen adv mec amb seri hon-ble
  dra ing lic eng pte asp dsp dig igp ips ias retd co-founder founder
  cllr clr coun councilmember assemblymember alderperson lyonpo lyonchhen dasho comrade cde ndugu ntate kgosi inkosi
  togbe togbui alhaj ratu afioga susuga samdech okhna otunba ogbeni hrm hrh evangelist apostle pharm dgp adgp ssp dcp
  acp dysp dcop mla mna mpa mca ustadz hojatoleslam atty pcol pmaj ltc bgen monsignor msgr canon venerable ven acharya
  wing flt cdr patrolman trooper prosecutor legislator magistrate advocate engineer analyst activist skipper
`);

/** Forms of address are not offices, nor part of the office before them. */
export const HONORIFIC =
  /^(?:mr|mrs|ms|miss|mx|dr|prof|sir|dame|cr|alhaji|hajiya|shri|smt|rev|lord|lady|hon|sheikh|datuk|madam)$/;
/** Ranks end the office before them: “Chairman Lt Gen”, “spokesperson Brigadier”, “author Associate Professor”. */
export const RANK =
  /^(?:rep|sen|gov|lt|gen|col|maj|capt|sgt|adm|brig|brigadier|colonel|commodore|fr|professor|associate|assistant)$/;

/** Whether an office ends before this word: “chief adviser | Professor Ada Moe”, “minister | Dr Ada Moe”. */
export const isFormOfAddress = (word: string): boolean => HONORIFIC.test(word) || RANK.test(word);

/** The gender indicated by a title. */
export const MEN_TITLES: ReadonlySet<string> = new Set(
  split(
    `mr sir lord king prince emperor sultan duke baron count earl viscount fr father pope archbishop bishop cardinal
  shri sri pandit swami baba alhaji mallam malam datuk dato encik nawab maharaja don señor monsieur herr signor
  ayatollah mullah maulana imam rabbi emir brother congressman assemblyman councilman chairman
  spokesman alderman messrs`,
  ),
);
export const WOMEN_TITLES: ReadonlySet<string> = new Set(
  split(
    `mrs ms miss dame lady queen princess empress duchess baroness countess smt shrimati alhaja hajiya hajia datin
  puan madam mdm begum daw doña dona señora madame frau mme mlle signora sister congresswoman assemblywoman councilwoman
  chairwoman spokeswoman srta sra`,
  ),
);

/** Titles before a name, and last words of names → the office or the kind of body, as used in a description. */
export const OFFICE_OF_TITLE: Readonly<Record<string, string>> = {
  sen: 'senator',
  rep: 'representative',
  gov: 'governor',
  gen: 'general',
  lt: 'lieutenant',
  col: 'colonel',
  maj: 'major',
  capt: 'captain',
  sgt: 'sergeant',
  adm: 'admiral',
  brig: 'brigadier',
  cmdr: 'commander',
  dr: 'doctor',
  prof: 'professor',
  pres: 'president',
  del: 'delegate',
  rev: 'pastor',
  insp: 'inspector',
  supt: 'superintendent',
  det: 'detective',
  time: 'newspaper',
  herald: 'newspaper',
  tribune: 'newspaper',
  gazette: 'newspaper',
  telegraph: 'newspaper',
  chronicle: 'newspaper',
  broadcasting: 'broadcaster',
  airway: 'airline',
};

/** Synonyms for the same office. */
export const SAME_OFFICE: Readonly<Record<string, string>> = {
  congressman: 'representative',
  congresswoman: 'representative',
  candidate: 'nominee hopeful contender',
  nominee: 'candidate',
  hopeful: 'candidate',
  contender: 'candidate',
  spokesperson: 'spokesman spokeswoman',
  spokesman: 'spokesperson',
  spokeswoman: 'spokesperson',
  chairman: 'chair chairperson',
  chairwoman: 'chair chairperson',
  chair: 'chairman chairwoman chairperson',
  premier: 'minister',
  pm: 'minister',
  mp: 'parliamentarian lawmaker',
  envoy: 'ambassador',
  ambassador: 'envoy',
  doctor: 'physician dr surgeon',
  physician: 'doctor',
  lawyer: 'attorney barrister solicitor counsel',
  attorney: 'lawyer',
  barrister: 'lawyer counsel',
  counsel: 'lawyer barrister attorney',
  adviser: 'advisor aide',
  advisor: 'adviser aide',
  aide: 'adviser advisor assistant',
  ceo: 'executive',
  executive: 'ceo officer',
  boss: 'executive ceo manager',
  coach: 'manager',
  manager: 'coach',
  scientist: 'researcher',
  researcher: 'scientist',
  police: 'officer',
  judge: 'justice magistrate',
  justice: 'judge',
  author: 'writer novelist',
  writer: 'author novelist journalist',
  novelist: 'author writer',
  wife: 'widow',
  footballer: 'striker midfielder defender goalkeeper forward winger player',
  player: 'striker midfielder defender goalkeeper forward winger captain batsman bowler',
};

/** General terms → the offices they may refer to: “the lawmaker said” of a senator. */
export const WIDER: Readonly<Record<string, string>> = {
  lawmaker: 'senator representative congressman congresswoman mp legislator assemblyman assemblywoman parliamentarian',
  legislator: 'senator representative congressman congresswoman mp lawmaker',
  chief: 'commissioner director head secretary-general chairman',
  diplomat: 'ambassador envoy minister consul representative',
  academic: 'professor lecturer researcher scholar',
  scholar: 'professor lecturer researcher',
  researcher: 'professor author',
  scientist: 'professor',
  expert: 'professor analyst researcher scholar',
  analyst: 'economist strategist expert',
  cleric: 'imam bishop archbishop ayatollah sheikh mullah',
  prelate: 'bishop archbishop cardinal',
  bishop: 'archbishop',
  pontiff: 'pope',
  monarch: 'king queen',
  boss: 'chief director president coach',
  executive: 'president chairman director',
  officer: 'sergeant inspector superintendent chief constable captain colonel',
  leader: 'president chairman chancellor premier minister chief secretary-general',
  politician: 'minister senator mp representative governor mayor deputy',
  official:
    'director minister secretary commissioner ambassador spokesman spokeswoman spokesperson chief administrator',
  advocate: 'activist campaigner',
  activist: 'campaigner advocate',
};

/** General terms for previously named organizations of any kind: “the company said”. */
export const PLAIN_BODIES: ReadonlySet<string> = new Set(
  split(`
  company firm group agency organisation organization body institution charity corporation
  maker manufacturer retailer lender bank carmaker automaker drugmaker chipmaker developer operator publisher
  newspaper magazine network broadcaster outlet nonprofit non-profit ngo airline startup start-up supplier insurer
  website broadcaster conglomerate
  `),
);
