/** Invented news items, each with its story: a title and the first sentences. */
export type Labelled = readonly [story: string, title: string, text: string];

/** Used to choose the threshold. */
export const TO_LEARN_FROM: readonly Labelled[] = [
  [
    'ferry',
    'Ferry runs aground off Sorrel Island',
    'A ferry with 140 people on board ran aground off Sorrel Island on Monday night. Harbour master Ann Lee said that nobody was hurt. Tugs pulled the Maribel free at dawn.',
  ],
  [
    'ferry',
    '140 rescued after passenger ship hits rocks',
    'The Maribel, a passenger ferry, struck rocks near Sorrel Island late on Monday. All 140 passengers were brought ashore, the coastguard said. Captain Jo Marsh is being questioned.',
  ],
  [
    'ferry',
    'Maribel captain questioned over grounding',
    'Police questioned Jo Marsh, captain of the ferry Maribel, on Tuesday after she hit rocks off Sorrel Island. Ann Lee, the harbour master, praised the crew.',
  ],
  [
    'ferry fares',
    'Ferry fares to rise by a tenth',
    'Passengers to the islands will pay ten per cent more from January, the ferry company Norlines said. Fuel has become dearer. Islanders called the rise unfair.',
  ],
  [
    'rates',
    'Central bank raises rates to 4.5 per cent',
    'The central bank of Lowland raised its main rate by a quarter point to 4.5 per cent on Thursday. Governor Mara Lind said that inflation was still too high.',
  ],
  [
    'rates',
    'Lind warns of inflation as rates go up again',
    'Lowland’s central bank lifted borrowing costs for the fifth time, to 4.5 per cent. “Inflation is too high,” governor Mara Lind told reporters.',
  ],
  [
    'rates',
    'Borrowers face higher payments after bank decision',
    'Homeowners in Lowland will pay more after the central bank put its main rate at 4.5 per cent. Banks said that they would pass the quarter point on within weeks.',
  ],
  [
    'upland rates',
    'Upland keeps interest rates unchanged',
    'The central bank of Upland left its rate at 3 per cent. Inflation there has fallen to 2.1 per cent, governor Tom Quist said.',
  ],
  [
    'dam',
    'Upland closes the gates of its dam',
    'Upland has begun to fill the lake behind the Kesra dam. José Álvarez, its energy minister, said the gates closed at noon. Lowland called it a drought by decree.',
  ],
  [
    'dam',
    'Lowland protests as Kesra dam begins to fill',
    'Lowland summoned the ambassador of Upland after the gates of the Kesra dam were closed. “It is a drought by decree,” foreign minister Vera Sand said.',
  ],
  [
    'dam talks',
    'Mediators offer to host talks on river',
    'A mediator offered on Friday to host talks on sharing the river Kes. Neither Upland nor Lowland has answered yet.',
  ],
  [
    'strike',
    'Nurses walk out at three hospitals',
    'Nurses at three hospitals in Port Ellen began a three-day strike over pay. Union leader Rita Moss said that they had waited for a year.',
  ],
  [
    'strike',
    'Hospital strike begins over pay',
    'Operations were put off in Port Ellen as nurses went on strike at three hospitals. The health board called it reckless; Rita Moss of the union blamed the board.',
  ],
  [
    'cup',
    'Harbour United win cup on penalties',
    'Harbour United beat Castle Rovers on penalties to win the cup on Saturday. Goalkeeper Sam Pell saved twice.',
  ],
  [
    'cup',
    'Pell the hero as United lift the cup',
    'Sam Pell saved two penalties as Harbour United took the cup from Castle Rovers. “I will never forget it,” he said.',
  ],
  [
    'match',
    'Rovers sack their coach',
    'Castle Rovers have dismissed coach Dan Hale a week after losing the cup. A successor is to be named on Monday.',
  ],
];

/** Used to measure, after the threshold was chosen. */
export const KEPT_BACK: readonly Labelled[] = [
  [
    'fire',
    'Fire destroys market hall in Bellmere',
    'A fire destroyed the covered market of Bellmere in the early hours of Sunday. Nobody was in the hall. Fire chief Nora Vale said it had begun in a kitchen.',
  ],
  [
    'fire',
    'Bellmere traders lose everything in blaze',
    'More than sixty traders lost their stalls when the market hall in Bellmere burnt down on Sunday. “My whole life was in there,” cheesemaker Otto Brandt said.',
  ],
  [
    'fire',
    'Kitchen fault blamed for market blaze',
    'A faulty cooker caused the fire that destroyed Bellmere’s market, fire chief Nora Vale said on Monday. The mayor promised a temporary hall by spring.',
  ],
  [
    'market rents',
    'Market traders in Dunford win rent cut',
    'The council of Dunford has cut the rents of market stalls by a fifth. Traders had threatened to leave the square.',
  ],
  [
    'treaty',
    'Five nations sign treaty to protect northern sea',
    'Five nations signed a treaty on Wednesday to protect the Skarn Sea from drilling. Environment minister Lea Holm of Norden called it historic.',
  ],
  [
    'treaty',
    'Drilling banned in Skarn Sea under new accord',
    'Oil companies will be barred from the Skarn Sea under an accord signed by five countries. “It is historic,” said Lea Holm, Norden’s environment minister.',
  ],
  [
    'treaty',
    'Oil firms criticise Skarn Sea ban',
    'The ban on drilling in the Skarn Sea will cost thousands of jobs, the oil industry said after five nations signed the treaty. Holm rejected the claim.',
  ],
  [
    'norden vote',
    'Norden goes to the polls',
    'Voters in Norden elect a new parliament on Sunday. Polls put the Centre party of Per Dahl ahead of the Greens.',
  ],
  [
    'norden vote',
    'Dahl leads as Norden votes',
    'Per Dahl’s Centre party was ahead as voting began in Norden’s election on Sunday. Turnout was high in the cities.',
  ],
  [
    'rocket',
    'Rocket lifts off with weather satellite',
    'A rocket carried the weather satellite Aeris-2 into orbit from the Tarn space centre on Friday. It will watch storms over the ocean, the space agency said.',
  ],
  [
    'rocket',
    'Aeris-2 reaches orbit',
    'The weather satellite Aeris-2 reached its orbit two hours after lift-off from Tarn, controllers said. “We have a signal,” flight director Ida Roth announced to cheers.',
  ],
  [
    'storm',
    'Storm warning for the west coast',
    'The weather service has warned of winds of up to 140 kilometres an hour on the west coast on Saturday. Ferries may not sail.',
  ],
  [
    'storm',
    'West coast braces for gales',
    'Schools on the west coast will close early as gales of 140 kilometres an hour approach, the weather service and local councils said.',
  ],
  [
    'trial',
    'Former mayor goes on trial for bribery',
    'The former mayor of Castlebay, Hugo Lenz, went on trial on Tuesday. He is accused of taking money from builder Max Orr. He denies it.',
  ],
  [
    'trial',
    'Lenz denies taking builder’s money',
    '“I never took a penny,” Hugo Lenz told the court in Castlebay as his trial for bribery began. The builder Max Orr is to speak on Thursday.',
  ],
  [
    'trial',
    'Builder tells court of envelopes of cash',
    'Max Orr told a court in Castlebay that he had handed envelopes of cash to Hugo Lenz, then mayor, in a car park. Lenz shook his head.',
  ],
  [
    'school',
    'Castlebay to build two schools',
    'The council of Castlebay voted to build two primary schools by 2028. The mayor, Ina Falk, said that classes were too full.',
  ],
  [
    'drug',
    'New malaria drug halves deaths in trial',
    'A new drug halved deaths from severe malaria in a trial of 3,000 children, researchers reported. Professor Amara Diallo led the study.',
  ],
  [
    'drug',
    'Hope over malaria as study shows fewer deaths',
    'Half as many children died of severe malaria when they were given a new drug, a study led by Amara Diallo found. Experts urged a quick approval.',
  ],
  [
    'merger',
    'Airlines Norair and Sky West to merge',
    'Norair and Sky West said that they would merge to form the third largest airline of the continent. Chief executive Lou Fenn will lead it.',
  ],
  [
    'merger',
    'Unions fear for jobs as airlines merge',
    'Unions warned of job losses after Norair and Sky West announced their merger. Lou Fenn, who is to lead the airline, ruled out layoffs.',
  ],
  [
    'airport',
    'Fog closes airport for six hours',
    'Fog closed the airport of Port Ellen for six hours on Thursday. Forty flights were cancelled, among them nine of Norair.',
  ],
];

/** A day with few articles: words of one story are as frequent as words of all articles. */
export const SHORT_MORNING: readonly Labelled[] = [
  [
    'flood',
    'Hundreds flee as river bursts its banks in Tarnby',
    'More than 400 people left their homes in Tarnby on Tuesday after the river Ness burst its banks following two days of rain. The fire brigade said that it had rescued a family from a roof. The mayor, Edda Krohn, said that the water was still rising and asked residents to stay away from the old town. Schools will remain closed until Friday.',
  ],
  [
    'flood',
    '“We lost everything”: Tarnby under water',
    'Sandbags were not enough. When the Ness came over the wall on Tuesday morning, Piet Lund had ten minutes to carry his children upstairs. “We lost everything,” the baker said. Mayor Edda Krohn has asked for the army’s help, and the government said that it would send pumps. Forecasters expect the peak tonight.',
  ],
  [
    'budget',
    'Council of Oakhaven agrees on budget after all-night debate',
    'The council of Oakhaven agreed on a budget early on Tuesday after a debate of nine hours. The mayor, Lars Fink, said that he had asked residents for their patience and that schools would remain open. The opposition said that it was still not enough and that the city would have to send the plan to the government.',
  ],
];

const DAY = 86_400_000;

/** Later developments of a story, each reported twice, days apart. */
export const CHAPTERS: readonly (readonly [...Labelled, published: number])[] = [
  [
    'resigns',
    'Premier Odd Berg of Norden to step down',
    'Odd Berg, the premier of Norden, said on Thursday that he would step down. “I am tired,” he told the Centre party in Skarn. The party is to elect a successor on Sunday. Minister Lea Holm is the favourite.',
    0,
  ],
  [
    'resigns',
    '“I am tired”: Norden’s premier Berg resigns',
    'Norden’s premier, Odd Berg, announced his resignation at a meeting of the Centre party in Skarn. Lea Holm, the environment minister, is seen as the likely successor.',
    DAY / 4,
  ],
  [
    'sworn in',
    'Lea Holm sworn in as premier',
    'With a hand on the constitution, Lea Holm became the first woman to lead Norden on Wednesday. She named Aron Dahl minister of finance and promised cheaper housing. Odd Berg watched from the gallery.',
    6 * DAY,
  ],
  [
    'sworn in',
    'Holm takes office and names Dahl as finance minister',
    'Cheaper housing comes first, Lea Holm said after taking office as premier on Wednesday. Aron Dahl, a banker, is her minister of finance. She is the first woman to lead Norden.',
    6.2 * DAY,
  ],
];
