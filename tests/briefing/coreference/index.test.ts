import { describe, expect, test } from 'vitest';
import { castOfMarked, namesAt } from './marked.ts';

type Row = [rule: string, marked: string, names: (string | null)[]];

const table: Record<string, Row[]> = {
  'one person under all forms': [
    ['family name', 'Ada Okafor arrived. [[Okafor]] said so.', ['Ada Okafor']],
    ['the headline’s short form', '# [[Okafor]] to build harbour\nMinister Ada Okafor will build.', ['Ada Okafor']],
    ['title and family name', 'Ada Okafor arrived. [[Mrs. Okafor]] said so.', ['Ada Okafor']],
    ['given name', 'Ada Okafor arrived. [[Ada]] laughed.', ['Ada Okafor']],
    ['initials between', 'Paul J. Addo came. [[Paul Addo]] spoke, and [[Addo]] sat.', ['Paul J. Addo', 'Paul J. Addo']],
    ['short given name', 'Michael Dodd came. [[Mike Dodd]] spoke.', ['Michael Dodd']],
    ['office', 'Ida Moe, the deputy harbour director, came. “Yes,” [[the deputy harbour director]] said.', ['Ida Moe']],
    [
      'office before it is filled',
      'Much is lost, [[the harbour minister]] said.\nHarbour Minister Ada Okafor has resigned.',
      ['Ada Okafor'],
    ],
    [
      'offices listed before a name',
      'The founder and president, Ada Okafor, came. [[The founder]] said so.',
      ['Ada Okafor'],
    ],
    ['offices listed without a comma', '[[Organiser]] and co-founder Ada Okafor says so.', ['Ada Okafor']],
    ['an office with its field', '[[MEC for health Sizwe Dube]] said so.', ['Sizwe Dube']],
    [
      'two people: an aide and a president',
      '[[An aide to President Ada Okafor]] said so.',
      ['An aide to President Ada Okafor'],
    ],
    [
      'a post that looks like a body',
      '[[The UN Special Rapporteur on docks, Rolf Heimat]], protested.',
      ['Rolf Heimat'],
    ],
    ['a title in brackets', 'Hen (Chief) [[Lynda Moe]] said so.', ['Lynda Moe']],
    ['Sheikh before one word', 'Sheikh Amira came. [[She]] said so.', ['Sheikh Amira']],
    ['Sheikh before a name', 'Sheikh Omar Haddad came. [[Sheikh Omar]] said so.', ['Omar Haddad']],
    [
      'the fuller of two descriptions',
      '# Oslo official warns of ice\n[[An official from the harbour ministry]] warned of ice. [[The official]] said so.',
      ['An official from the harbour ministry', 'An official from the harbour ministry'],
    ],
    ['an age', '[[Six-year-old Omar Haddad]] said so.', ['Omar Haddad']],
    [
      'an office before a form of address',
      'Chief adviser Professor Ada Okafor came. [[The chief adviser]] said so.',
      ['Ada Okafor'],
    ],
    ['an initial inside', 'Loretta E. Moe came. [[Moe]] said so.', ['Loretta E. Moe']],
    ['wider word', 'Sen. Ada Okafor came. [[The lawmaker]] said so.', ['Ada Okafor']],
    [
      'a peer called like a country',
      'The Attorney General, Baroness Scotland, was asked to. But in a note [[she]] said: “No.”',
      ['Scotland'],
    ],
    [
      'a press release, called a statement later',
      '[[The Ferry Guild]] said in a press release that all is well. “Do come,” [[the statement]] read.',
      ['Ferry Guild', 'Ferry Guild'],
    ],
    [
      'a person’s own post',
      '[[Ada Moe]] said in a post that all is well. “Do come,” [[the post]] read.',
      ['Ada Moe', 'Ada Moe'],
    ],
    [
      'a statement that was issued',
      '[[The Ferry Guild]] issued a statement. “Do come,” [[the statement]] read.',
      ['Ferry Guild', 'Ferry Guild'],
    ],
    [
      'a letter at the start of a sentence',
      'In a letter to the port, [[Ada Moe]] wrote that all is well. “Do come,” [[the letter]] read.',
      ['Ada Moe', 'Ada Moe'],
    ],
    [
      'a body’s statement',
      'The Harbour Ministry met. “Do come,” said [[the Harbour Ministry statement]].',
      ['Harbour Ministry'],
    ],
    [
      'a report by others',
      '[[Ada Moe]] said in a report that all is well. “Do come,” [[the report]] read.',
      ['Ada Moe', 'a report'],
    ],
    [
      'the kind of body before its name',
      'The bank Ostra Group sued the airline Moe Group. “Do pay,” [[the bank]] said. “No,” [[the airline]] said.',
      ['Ostra Group', 'Moe Group'],
    ],
    [
      'the kind of body in its name',
      'The Ostra Herald and Ferry Group agreed to talk. “Talk,” [[the newspaper]] said.',
      ['Ostra Herald'],
    ],
    [
      'an office that opens a sentence, with a name that no comma closes',
      '[[The Deputy Minister for Health]], Ada Okafor on Friday alleged so. “No,” [[she]] said.',
      ['Ada Okafor', 'Ada Okafor'],
    ],
    ['someone called by a name', '“Yes,” said [[a girl named Ada Moe]]. “No,” [[Moe]] said.', ['Ada Moe', 'Ada Moe']],
    ['someone identified', '“Yes,” said [[a man identified as Tom Bell]].', ['Tom Bell']],
    ['an office by its initials', 'Deputy Commissioner Ada Moe came. [[The DC]] said so.', ['Ada Moe']],
    ['initials in brackets', 'The Resident Harbour Officer (RHO) Ada Moe came. [[The RHO]] said so.', ['Ada Moe']],
    [
      'initials of two offices',
      'Deputy Commissioner Ada Moe met Deputy Commissioner Tom Bell. [[The DC]] said so.',
      ['DC'],
    ],
    ['a seat in parliament', 'Angus MP Ada Moe came. [[The Angus MP]] said so.', ['Ada Moe']],
    ['a job as the first word', 'Rain fell. [[Grazier Mary Moe]] said so.', ['Mary Moe']],
    ['a councillor in short', '[[Coun Ann Moe]] said so. Then [[Coun Moe]] left.', ['Ann Moe', 'Ann Moe']],
    ['a councillor with a stop', '“It is late,” said [[Coun. Ann Moe]].', ['Ann Moe']],
    ['age alone', 'Tom Bell, from Oslo, moved to Perth. “No,” [[the 20-year-old]] said.', ['Tom Bell']],
    [
      'first words in capitals',
      'TOM OKORO, a ferry captain, wants the pier rebuilt.\n“It is rotten,” [[Okoro]] said.',
      ['TOM OKORO'],
    ],
    [
      'a given name that the tagger misses',
      'Head Gardener at Castle Harbour Abby Moe, who grew them, showed the roses.\n[[Abby]] said so.',
      ['Abby Moe'],
    ],
    [
      'a story’s sentence with few small words',
      'Ann Tully has welcomed Carla Reyes to the Quiet Harbour Music Week on Long Island.\n“Fine,” [[Tully]] said. [[Ann]] left.',
      ['Ann Tully', 'Ann Tully'],
    ],
    ['an office in short, in brackets', 'Acting Commissioner of Police (CoP) [[Lynda Moe]] said so.', ['Lynda Moe']],
    [
      'a title inside',
      '[[Emilio Virgil Cardinal Okoro]] of Oslo said so. [[Cardinal Okoro]] left.',
      ['Emilio Virgil Cardinal Okoro', 'Emilio Virgil Cardinal Okoro'],
    ],
    ['a crown', 'Former Miss Universe [[Kari Lund]] said so.', ['Kari Lund']],
    [
      'a nickname in single marks',
      'The late Chad ‘Captain’ Okoro was kind. [[Okoro]] said so.',
      ['Chad ‘Captain’ Okoro'],
    ],
    [
      'a sentence of names with a verb',
      'Rasmey Chhum is a teacher at Oslo’s Northern Harbour University. [[Rasmey]] said so.',
      ['Rasmey Chhum'],
    ],
    [
      'a place that looks like a person',
      'A film showed Prime Minister Frank Addo visiting the main island, Vanua Lero.\n“I am here,” [[he]] said.',
      ['Frank Addo'],
    ],
    [
      'a name behind the clause of its description',
      'A lawyer who represents the Lunds, Tom Okoro, came. “No,” [[the lawyer]] said.',
      ['Tom Okoro'],
    ],
    [
      'a name in a clause, and another person',
      'A lawyer who met the president, Tom Okoro, came. “No,” [[the lawyer]] said.',
      ['A lawyer'],
    ],
    [
      'a name behind the field of its office',
      'Adviser to the Board of the Harbour in charge of Ropes and Sails and Keeper of the Northern Seals, Tom Okoro, came. “No,” [[the adviser]] said.',
      ['Tom Okoro'],
    ],
    [
      'offices listed with “also”',
      'State minister for Ports and also MP for Ostra County, Dr John Moe, came. “No,” [[the minister]] said.',
      ['John Moe'],
    ],
    [
      'a body whose name begins with a list',
      'It was measured by [[the Volcanology, Limnology and Geophysics Agency]].',
      ['Volcanology, Limnology and Geophysics Agency'],
    ],
    ['an honorific of two words', 'Lawyer [[Tan Sri Muhammad Rahim Osman]] said so.', ['Muhammad Rahim Osman']],
    ['description by age', 'Mr Tom Bell lost. “No,” [[the 41-year-old engineer]] said.', ['Tom Bell']],
    ['nationality', 'Ghanaian striker Tom Bell wept. “Sorry,” [[the Ghanaian]] said.', ['Tom Bell']],
    ['a month for a name', 'Theresa May came. [[May]] said so.', ['Theresa May']],
    ['a place for a name', 'Jim Jordan came. [[Jordan]] said so.', ['Jim Jordan']],
    ['apposition behind a description', '[[Another critic, Tom Bell,]] said so.', ['Tom Bell']],
    [
      'an office before the name and one behind it',
      'Vice admiral, Ada Okafor, [[head of the harbour board]], said so.',
      ['Ada Okafor'],
    ],
    [
      'a name before the subject of another clause',
      'Bell Ltd was sold by Ada Okafor, [[the driver]] announced.',
      ['the driver'],
    ],
    [
      'an office that was mentioned',
      'President Ada Okafor came. Tom Bell, an editor, wrote of it. Bell was angry. [[The president]] said so.',
      ['Ada Okafor'],
    ],
    ['one not mentioned before', 'Minister Ada Okafor came.\nShe left.\n[[A singer]] said so.', ['A singer']],
    [
      'a ministry under three forms',
      'The Ministry of the Harbour spoke. [[The Harbour Ministry]] denied it, and [[the Ministry of Harbour]] left.',
      ['Ministry of the Harbour', 'Ministry of the Harbour'],
    ],
    ['an Arabic family name of two words', 'Salim Al Tayer came. [[Al Tayer]] said so.', ['Salim Al Tayer']],
    ['an unnamed source is no other', 'A judicial source came. [[The suspect]] said so.', ['The suspect']],
    ['role in quotation marks', 'It printed what [[its “chief poet” Tom Bell]] said.', ['Tom Bell']],
  ],
  'names of the world': [
    ['Indian', 'Shri Rajan Mehta spoke. [[Mehta]] said so.', ['Rajan Mehta']],
    ['West African', 'Hajiya Amina Bello spoke. [[Hajiya Amina]] said so.', ['Amina Bello']],
    ['son of the same name', 'Donald Hale Jr. spoke. [[Hale]] said so.', ['Donald Hale Jr.']],
    ['Korean', 'Kim Min-seo met Kim Jae-won. Lee Ha-eun left. [[Lee]] said so.', ['Lee Ha-eun']],
    ['Chinese', 'Zhao Lin spoke. [[Zhao]] said so.', ['Zhao Lin']],
    ['Vietnamese', 'Pham Van Duc spoke. [[Duc]] said so.', ['Pham Van Duc']],
    ['particles', 'Friedrich von Ahlen spoke. [[Von Ahlen]] said so.', ['Friedrich von Ahlen']],
    [
      'nickname and particles',
      'Mayor Rosa “Cherry” de la Cruz came. [[De la Cruz]] said so.',
      ['Rosa “Cherry” de la Cruz'],
    ],
    ['Arabic', 'Salim bin Nasser al-Khoury spoke. [[Al-Khoury]] said so.', ['Salim bin Nasser al-Khoury']],
    ['Malay title', 'Datuk Rahim Osman spoke. [[Rahim]] said so.', ['Rahim Osman']],
    ['diacritics and apostrophes', 'Máire O’Driscoll spoke. [[O’Driscoll]] said so.', ['Máire O’Driscoll']],
  ],
  'two of one family name': [
    [
      'a wife of the same name',
      'Roy Cobb and Jean Cobb live there. Roy Cobb agreed. “Never,” said [[his wife]].',
      ['Jean Cobb'],
    ],
    [
      'by title',
      'Ada Okafor and her husband, Paul Okafor, came. [[Mr. Okafor]] spoke, then [[Mrs. Okafor]].',
      ['Paul Okafor', 'Ada Okafor'],
    ],
    [
      'by who was last spoken of',
      'Kim Jong-nam watched.\nKim Tae-ri, the director, told reporters so. [[Kim]] said more.',
      ['Kim Tae-ri'],
    ],
  ],
  pronouns: [
    ['he', 'Tom Bell told Ada Okafor so. [[He]] said more.', ['Tom Bell']],
    ['she', 'Tom Bell told Ada Okafor so. [[She]] laughed.', ['Ada Okafor']],
    ['of one whose gender is not known', 'Hwang Joon-ho urged peace. “Now,” [[he]] said.', ['Hwang Joon-ho']],
    [
      'not one inside the quotation',
      'Tom Bell spoke. “John Smith must go. Fred Hale too.” [[He]] said no more.',
      ['Tom Bell'],
    ],
    ['it', 'The Harbour Institute spoke up. “No,” [[it]] said.', ['Harbour Institute']],
    ['they', 'Farmers blocked the road. [[They]] said no.', ['Farmers']],
    ['who', 'It was Tom Bell, [[who]] said so.', ['Tom Bell']],
    [
      'who behind a longer phrase',
      'He met a spokesman for the ministry, [[who]] declined.',
      ['a spokesman for the ministry'],
    ],
  ],
  'bodies and papers': [
    ['a statement by a body', 'The Harbour Agency met. [[A statement by the agency]] said so.', ['Harbour Agency']],
    ['a body told by what it does', 'The app Pinga was fined. “No,” [[it]] said.', ['Pinga']],
    ['initials', 'The National Harbour Service met. [[The NHS]] said so.', ['National Harbour Service']],
    [
      'initials in brackets',
      'The Alliance to Save Our Docks (ASOD) met. [[ASOD]] said so.',
      ['Alliance to Save Our Docks'],
    ],
    ['the company', 'Shares in Bereket Group fell. [[The company]] said so.', ['Bereket Group']],
    [
      'the report of a body',
      '[[The Harbour Institute]] said in a report Monday that ships leak. “All leak,” [[the report]] said. “Truly,” [[it]] said.',
      ['Harbour Institute', 'Harbour Institute', 'Harbour Institute'],
    ],
    ['a paper without an author', '[[A new poll]] showed so. [[The poll]] said more.', ['A new poll', 'A new poll']],
    ['a country', '[[North Korea]] denies it. [[Seoul]] is silent.', ['North Korea', 'Seoul']],
  ],
  'without a name': [
    [
      'one of many',
      'Sources in the railway board agreed. “Yes,” [[one of them]] said.',
      ['Sources in the railway board'],
    ],
    [
      'kept by the words',
      '“Yes,” [[one official from the harbour office]] said. “No,” [[the official]] said.',
      ['one official from the harbour office', 'one official from the harbour office'],
    ],
    [
      'by country',
      '[[A Norwegian envoy]] agreed; [[a Danish envoy]] did not. “No,” [[the Norwegian envoy]] said.',
      ['A Norwegian envoy', 'a Danish envoy', 'A Norwegian envoy'],
    ],
    ['many', '[[Critics]] said so.', ['Critics']],
    [
      'an owner is not who speaks',
      'According to [[the minister’s entourage]], all is well.',
      ['the minister’s entourage'],
    ],
    ['words of no known kind', '[[A broad discussion]] showed so.', ['A broad discussion']],
  ],
  together: [
    [
      'two named',
      '[[Ada Okafor and Tom Bell]] said so. [[Both]] laughed.',
      ['Ada Okafor and Tom Bell', 'Ada Okafor and Tom Bell'],
    ],
    ['two kinds', '[[Regulators and fishing groups]] said so.', ['Regulators and fishing groups']],
    ['no two: one with two offices', 'Tom Bell came. [[Ada Okafor, the head and a founder]], said so.', ['Ada Okafor']],
  ],
  'not known': [
    ['no person before', '[[He]] said so.', [null]],
    ['the writer', '[[I]] said so to Tom Bell.', [null]],
    ['no one', '[[Nobody]] said so.', [null]],
    ['a time', '[[Fifty minutes]] said so.', [null]],
    ['a number', 'A boy of [[seven]] said so.', [null]],
    [
      'an interview',
      '# A talk with Ada Okafor\nAda Okafor writes books.\n[[Q]]: Why?\n[[A]]: Because.',
      [null, 'Ada Okafor'],
    ],
  ],
};

for (const [group, rows] of Object.entries(table)) {
  describe(group, () => {
    test.each(rows)('%s', (_rule, marked, names) => {
      expect(namesAt(marked)).toEqual(names);
    });
  });
}

describe('the facts of a speaker', () => {
  const rows: [string, object][] = [
    [
      'South Korean UN Ambassador [[Park Min-ho]] spoke.',
      { role: 'UN Ambassador', side: 'South Korea', type: 'person' },
    ],
    [
      '[[Ida Moe]], spokesperson for the Ministry of Trade in Oslo, spoke.',
      { role: 'spokesperson', body: 'Ministry of Trade', side: 'Norway' },
    ],
    [
      'Seoul waits. [[One official from the presidential office]] spoke.',
      { role: 'official', body: 'presidential office', side: 'South Korea', type: 'anonymous' },
    ],
    ['[[Sen. Ada Okafor (R-Ohio)]] spoke.', { side: 'Republicans' }],
    ['[[Republicans]] object.', { type: 'group', side: 'Republicans' }],
    [
      'Seoul waits. South Korea votes. [[Ahn Min-ho, a member of the Democratic Party,]] objects.',
      { side: 'Democratic Party' },
    ],
    ['Ohio votes. [[Ann Roe, a member of the Democratic Party,]] objects.', { side: 'Democrats' }],
    ['Oslo waits. [[Ida Moe, a lawmaker of the Harbour Left Party,]] objects.', { side: 'Harbour Left Party' }],
    ['Oslo waits. [[Kari Lund of the ruling People’s Harbour Party]] objects.', { side: 'People’s Harbour Party' }],
    ['[[Ukraine’s air force]] objects.', { side: 'Ukraine' }],
    ['[[Ida Moe, a spokeswoman of the European Union,]] objects.', { side: 'European Union' }],
    ['Oslo waits. [[Kari Lund of the Harbour Left Party]] objects.', { side: 'Harbour Left Party' }],
    ['[[Oslo]] objects.', { type: 'organisation', side: 'Norway' }],
    ['[[The Norwegian Ministry of Trade]] objects.', { type: 'organisation', side: 'Norway' }],
    ['[[Norwegian leader Ida Moe]] objects.', { side: 'Norway' }],
    ['[[Ida Moe, Norway’s military ruler,]] objects.', { side: 'Norway' }],
    ['[[Norwegian police]] object.', { side: 'Norway' }],
    ['Norway waits. Oslo waits. Peru helps. [[The government]] objects.', { side: 'Norway' }],
    ['OSLO (Dock Daily) — Peru came to Norway. [[The foreign ministry]] objects.', { side: 'Norway' }],
    ['Norway waits. Oslo waits. [[Finance Minister Ida Moe]] objects.', { side: 'Norway' }],
    ['Canada waits. Ottawa waits. [[Federal Finance Minister Ida Moe]] objects.', { side: 'Canada' }],
    ['Norway waits. Oslo waits. [[Vice President Ida Moe]] objects.', { side: 'Norway' }],
    ['[[The survey]] objects.', { type: 'document' }],
  ];
  test.each(rows)('%s', (marked, expected) => {
    expect(castOfMarked(marked).speakers[0]).toMatchObject(expected);
  });

  test.each([
    ['a given name that is a city', '[[Sofia Lund, a lawyer,]] objects.'],
    ['a singer with a nationality', '[[Norwegian singer Ida Moe]] objects.'],
    ['a former minister', '[[Ida Moe, the former Norwegian foreign minister,]] objects.'],
    ['presidential candidates', 'Norway waits. [[Both presidential candidates]] object.'],
    [
      'a former prime minister who leads a party',
      '[[Ida Moe, chairwoman and former prime minister of Norway,]] objects.',
    ],
    ['an opposition leader', '[[Norwegian opposition leader Ida Moe]] objects.'],
    ['a centre named after its country', '[[The Norwegian Centre for Harbours]] objects.'],
    ['a party named after its country', '[[The Norwegian Harbour Party]] objects.'],
    ['an association with its country in its name', '[[The Norwegian Association of Harbours]] objects.'],
    ['an international court', 'Norway waits. [[The International Court of Docks]] objects.'],
    ['a court of the country', 'Norway waits. [[The court]] objects.'],
    ['a candidate in a city', '[[Oslo mayoral candidate Ida Moe]] objects.'],
    ['a company of a country', '[[The Norwegian harbour company]] objects.'],
    ['people of a country', '[[Norwegians]] object.'],
    ['a group at home', 'Norway waits. [[Norwegian activists]] object.'],
    ['a newspaper', '[[The Norwegian Herald]] objects.'],
    ['a local official', '[[Oslo governor Ida Moe]] objects.'],
    ['local authorities', 'Norway waits. [[The local authorities]] object.'],
    ['police of a town', '[[Oslo police]] object.'],
    ['police at home', 'Norway waits. [[The police]] object.'],
    ['a head of a club', '[[Ida Moe, president of the Norwegian Chess Club,]] objects.'],
    ['a party leader', '[[Norwegian far-left leader Ida Moe]] objects.'],
    ['officials between two countries', 'Norway met Peru. Norway and Peru spoke. [[Officials]] object.'],
    ['an ambassador to a country', '[[Ida Moe, ambassador to Norway,]] objects.'],
    [
      'a spokesman of another body',
      '[[Ida Moe, spokeswoman for the Harbour Association,]] objects. The BJP spokeswoman left.',
    ],
    [
      'a minister who may be from abroad',
      'Norway waits. Oslo waits. Peru helps. [[Finance Minister Ida Moe]] objects.',
    ],
    ['a minister who may be of a province', 'Canada waits. Ottawa waits. [[Finance Minister Ida Moe]] objects.'],
    ['a minister of a state', 'Norway waits. Oslo waits. [[Chief Minister Ida Moe]] objects.'],
    ['the president of a union', 'Norway waits. Oslo waits. [[Dockers’ Union President Ida Moe]] objects.'],
    ['an embassy in a country', '[[The embassy in Norway]] objects.'],
    ['a premier, who may be of a state', 'Norway waits. [[The premier]] objects.'],
    ['a party of another country', 'Norway and Oslo wait. [[Ida Moe, a Republican,]] objects.'],
  ])('%s gives no side', (_, marked) => {
    expect(castOfMarked(marked).speakers[0]).not.toHaveProperty('side');
  });

  test('aliases contain every form but pronouns, and no form twice', () => {
    const [speaker] = castOfMarked('Ida Moe, the Norwegian envoy, came. [[Moe]] spoke. She left.').speakers;
    expect(speaker?.aliases).toEqual(['Norwegian envoy', 'Moe']);
  });

  test('ids are unique slugs', () => {
    const { speakers } = castOfMarked('[[A source]] agreed. [[Å source]] did too. [[Kari Lund]] left.');
    expect(new Set(speakers.map(({ id }) => id)).size).toBe(speakers.length);
    expect(speakers.at(-1)?.id).toBe('kari-lund');
  });

  test('an id of a long name is cut between characters, including those of two code units', () => {
    const { speakers } = castOfMarked(`[[The ${'a'.repeat(55)}\u{10400}\u{10400}\u{10400} ministry]] left.`);
    expect(speakers.map(({ id }) => id.isWellFormed())).toEqual([true]);
  });

  test('persons who do not speak are mentioned', () => {
    const { mentioned } = castOfMarked('[[Ida Moe]] met Tom Bell in Oslo.');
    expect(mentioned.map(({ name }) => name)).toEqual(['Tom Bell', 'Oslo']);
  });

  test('a continued source is the same speaker, and every unknown speaker has a reason', () => {
    const { refs } = castOfMarked('[[He]] said so.');
    expect(refs).toEqual([{ kind: 'unknown', why: 'nobody before “He” fits it clearly' }]);
  });
});
