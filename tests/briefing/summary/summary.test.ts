import { describe, expect, it } from 'vitest';
import type { Article } from '#core/article';
import { excerptText } from '#core/text/span-text';
import { dependenceOf } from '../../../src/briefing/summary/dependence.ts';
import { type Statement, summarise } from '../../../src/briefing/summary/index.ts';
import fc, { anyText } from '../../support/property.ts';
import { find, type Story, shown, story, tells } from './support.ts';

const TITLE = 'Harbour town to rebuild its sea wall after the storm';
const LEAD = 'The harbour town of Alder will rebuild its sea wall after the storm, the mayor said on Monday.';
const WORKS = 'Work on the wall starts in March and costs 40 million crowns, a third of the yearly budget.';
const FISHERS = 'Fishing crews want the harbour mouth widened before the spring season opens.';

const points = (of: Story, points: readonly Statement[] = []) =>
  summarise(of.reading, of.sentences, points).keyPoints.map((line) => shown(of, line));
const news = (of: Story, points: readonly Statement[] = []) =>
  shown(of, summarise(of.reading, of.sentences, points).whatsNew);
/** A story in which the sentence under test is a key point unless a rule excludes it. */
const among = (...cases: readonly string[]) => story(TITLE, LEAD, ...cases);

describe('what is new', () => {
  it('is the first sentence', () => {
    expect(news(among())).toBe(LEAD);
  });

  it('is the point of the story if it opens with a scene', () => {
    const scene = 'Is it still dark? Ana asks me. I carry her nets.';
    expect(news(story(TITLE, scene, 'We walk down in the rain.', LEAD, WORKS))).toBe(LEAD);
  });

  it('is empty for an article without sentences', () => {
    const none = story('');
    expect(summarise(none.reading, none.sentences, [])).toEqual({ keyPoints: [], readingTime: 1 });
  });

  it('is the best available sentence if none stands alone', () => {
    expect(news(story('', 'He won it'))).toBe('He won it');
  });
});

describe('a sentence with an unresolved reference', () => {
  const SAID = '“We will not wait for the ministry,” he said.';

  it.each<[why: string, sentence: string, source: string, name: string, result: string]>([
    ['a pronoun', SAID, 'he', 'Ana Berg', '“We will not wait for the ministry,” [Ana Berg] said.'],
    [
      'at the head',
      'She told reporters that the wall would hold.',
      'She',
      'Ana Berg',
      '[Ana Berg] told reporters that the wall would hold.',
    ],
    [
      'behind the name of a place',
      'The wall of Alder would hold through the winter, he said.',
      'he',
      'Ole Dahl',
      'The wall of Alder would hold through the winter, [Ole Dahl] said.',
    ],
    [
      'whose',
      'His office said that the wall would hold.',
      'His',
      'Ole Dahl',
      '[Ole Dahl’s] office said that the wall would hold.',
    ],
    [
      'an office',
      'The official said that the wall would hold.',
      'The official',
      'one official from the port',
      '[One official from the port] said that the wall would hold.',
    ],
    [
      'a paper',
      'The wall held for an hour, the report said.',
      'the report',
      'A Port Authority review',
      'The wall held for an hour, [a Port Authority review] said.',
    ],
  ])('gets the name in brackets: %s', (_, sentence, source, name, result) => {
    const of = among(sentence);
    expect(points(of, [tells(of, sentence, source, name)])).toContain(result);
  });

  it('gets no description with a pronoun of its own in brackets', () => {
    const sentence = 'The insurers said that the wall would hold.';
    const of = among(sentence);
    const shown = points(of, [tells(of, sentence, 'The insurers', 'Its insurers')]);
    expect(shown.join(' ')).not.toContain('[Its insurers]');
  });

  it('gets the full name if two share the description', () => {
    const first = 'Berg told the council that the wall would hold through the winter.';
    const other = 'Berg asked how long the harbour mouth would stay closed to crews.';
    const of = among(first, other);
    const tellings = [tells(of, first, 'Berg', 'Ana Berg'), tells(of, other, 'Berg', 'Ole Berg')];
    expect(points(of, tellings)).toEqual([first.replace('Berg', '[Ana Berg]'), other.replace('Berg', '[Ole Berg]')]);
  });

  it('gets an organisation’s name with the story’s article', () => {
    const sentence = 'It told reporters that the wall would hold.';
    const of = story(TITLE, LEAD.replace('the mayor', 'the Port Authority'), sentence);
    const tellings = tells(of, sentence, 'It', 'Port Authority');
    const speaker = { id: 'port', name: 'Port Authority', aliases: [], type: 'organisation' } as const;
    const ref = { kind: 'named', speaker, mention: find(of, 'It') } as const;
    expect(points(of, [{ ...tellings, speaker: ref }])).toContain(sentence.replace('It', '[The Port Authority]'));
  });

  it.each(['Q: Why is the wall to be rebuilt after the storm?', 'A: The wall keeps the harbour safe from the storm.'])(
    'is not chosen where question and answer belong together: %s',
    (sentence) => expect(points(among(sentence))).not.toContain(sentence),
  );

  it('keeps “he” if the name precedes it', () => {
    const sentence = 'Ole Dahl of the fishing crews left early because he feared another storm.';
    const of = among(sentence);
    expect(points(of, [tells(of, sentence, 'he', 'Ole Dahl')])).toContain(sentence);
  });

  it('keeps “he” if the name directly follows it', () => {
    const sentence = 'While he supports the wall, Dahl fears for the fishing crews of the harbour.';
    const of = among(sentence);
    expect(points(of, [tells(of, sentence, 'he', 'Ole Dahl')])).toContain(sentence);
  });

  it('does not replace “they” with a document', () => {
    const sentence = 'They told reporters that the wall would hold.';
    const of = among(sentence);
    const tellings = tells(of, sentence, 'They', 'a review');
    const speaker = { id: 'review', name: 'A port review', aliases: [], type: 'document' } as const;
    const ref = { kind: 'named', speaker, mention: find(of, 'They') } as const;
    expect(points(of, [{ ...tellings, speaker: ref }])).toEqual([]);
  });

  it('does not get one description in place of another', () => {
    const sentence = 'The company denied that the wall had been built of sand and old bricks from the quay.';
    const of = among(sentence);
    expect(points(of, [tells(of, sentence, 'The company', 'the harbour office')])).toEqual([]);
  });

  it('does not take the subject of a passive for the speaker', () => {
    const sentence = 'They were announced on Friday after a storm broke four of the nine gates of the wall.';
    const of = among(sentence);
    const told = { ...tells(of, sentence, 'They', 'the crews'), cue: [find(of, 'were announced')] };
    expect(points(of, [told])).toEqual([]);
  });

  it('keeps a unique office', () => {
    const sentence = 'The president told reporters that the wall would hold.';
    const of = among(sentence);
    expect(points(of, [tells(of, sentence, 'The president', 'Ana Berg')])).toContain(sentence);
  });

  it.each<[sentence: string]>([
    [SAID],
    ['He told the council that the wall would hold.'],
    ['It will cost the town a third of its budget.'],
    ['On Monday, she opened the harbour to the crews again.'],
    ['These plans were made before the storm broke the harbour wall.'],
    ['Friday was the seventh day on which his boat lay behind the closed gate of the harbour.'],
  ])('is not chosen where nobody knows who or what: %s', (sentence) => {
    const of = among(sentence);
    expect(points(of, sentence === SAID ? [tells(of, sentence, 'he')] : [])).not.toContain(sentence);
  });

  it.each<[sentence: string]>([
    ['It is true that the town can borrow the money for the harbour.'],
    ['This week the council votes on the money for the harbour.'],
  ])('may look so and stand alone: %s', (sentence) => {
    expect(points(among(sentence))).toContain(sentence);
  });
});

describe('an opening that refers to another sentence', () => {
  it.each<[sentence: string, opening: string]>([
    ['However, two banks of the province rejected the loan of 9 million crowns in a letter to the mayor.', 'However, '],
    ['But two banks of the province rejected the loan of 9 million crowns in a letter to the mayor.', 'But '],
    ['During this meeting, the banks of the province rejected the loan of 9 million crowns.', 'During this meeting, '],
  ])('is cut: %s', (sentence, opening) => {
    const of = among(sentence);
    const at = find(of, sentence).start;
    const point = summarise(of.reading, of.sentences, []).keyPoints.find(({ span }) => span.start === at);
    expect(point?.cuts[0]).toEqual({ start: at, end: at + opening.length });
  });

  it('is not cut if a name would have to be put in for a pronoun behind it', () => {
    const sentence = 'Yet they said that the loan of 9 million crowns is no longer on the table of the council.';
    const of = among(sentence);
    expect(points(of, [tells(of, sentence, 'they', 'Ole Dahl')])).toEqual([]);
  });

  it('is not cut if the rest refers to another sentence as well', () => {
    const sentence = 'But they rejected the sea wall of the harbour town in a vote in the harbour town in May.';
    expect(points(among(sentence))).not.toContain(sentence);
  });
});

describe('a pronoun in the first clause', () => {
  it('stays where the subject of the sentence names the person', () => {
    const sentence = 'While he supports the wall, Ole Dahl said that its 9 gates must be widened before spring.';
    expect(points(among(sentence))).toContain(sentence);
  });

  it('dangles where only a name further on follows', () => {
    const sentence =
      'As they plan the new gates for the harbour, they are forced to follow a law of Norland from 1974.';
    expect(points(among(sentence, WORKS, FISHERS))).not.toContain(sentence);
  });
});

describe('a quotation', () => {
  const LONG = '“The storm took the wall. We will build it again,” Ana Berg told the council.';

  it('is never cut: several sentences in it are one key point', () => {
    const of = among(LONG);
    expect(points(of, [tells(of, LONG, 'Ana Berg', 'Ana Berg')])).toContain(LONG);
  });

  it('stays with the sentence that names its speaker', () => {
    const whole = '“The storm took the whole wall!” Ana Berg told the council in the morning.';
    const of = among(whole);
    expect(points(of, [tells(of, whole, 'Ana Berg', 'Ana Berg')])).toContain(whole);
  });

  it('is left out if it does not close, or no speaker is named', () => {
    const open = '“The storm took the wall and the harbour lights with it.';
    const bare = '“The storm took the wall and the harbour lights.”';
    const chosen = points(among(open, bare));
    expect(chosen).not.toContain(open);
    expect(chosen).not.toContain(bare);
  });
});

describe('sentences that are never a key point', () => {
  it.each<[line: string]>([
    ['Read more: the storm that broke the harbour wall in pictures.'],
    ['This story has been updated with the words of the mayor on the harbour.'],
    ['Follow us on the way to the harbour wall for the latest from the storm.'],
    ['Reporting by Ana Berg in the harbour; editing by Ole Dahl.'],
    ['Ana Berg contributed to this report from the harbour wall in the storm.'],
    ['The harbour wall in the storm (file photo)'],
    [LEAD],
    ['The harbour town of Alder will rebuild its sea wall after the storm, the mayor said.'],
  ])('%s', (line) => {
    expect(points(among(line))).not.toContain(line);
  });
});

describe('key points', () => {
  const sentences = Array.from({ length: 60 }, (_, i) => {
    const word = (n: number) => String.fromCharCode(97 + ((i * 7 + n * 3) % 26)).repeat(3 + ((i + n) % 4));
    return `Town ${word(1)}ville has put ${i + 2} million crowns of its ${word(3)} fund into ${word(2)} works at the ${word(4)} quay, after ${i + 90} days of ${word(5)}.`;
  });
  const long = story(TITLE, LEAD, ...sentences);

  it('are three in the short briefing and at most ten in the full', () => {
    const { keyPoints } = summarise(long.reading, long.sentences, []);
    expect(keyPoints.filter(({ minimumLength }) => minimumLength === 'short')).toHaveLength(3);
    expect(keyPoints).toHaveLength(10);
  });

  it('are fewer in a shorter story', () => {
    expect(points(story(TITLE, LEAD, WORKS))).toHaveLength(1);
  });
});

describe('reading time', () => {
  it.each<[words: number, minutes: number]>([
    [1, 1],
    [238, 1],
    [476, 2],
    [2380, 10],
  ])('%i words: %i min', (words, minutes) => {
    const of = story('A headline is not counted', `${'word '.repeat(words - 1)}end.`);
    expect(summarise(of.reading, of.sentences, []).readingTime).toBe(minutes);
  });
});

describe('any article', () => {
  const sentence = fc.oneof(
    fc.constantFrom(LEAD, WORKS, FISHERS, 'He said so.', '“Never!', 'But no.', '”', '“A wall. A harbour,” he said.'),
    anyText({ maxLength: 60 }),
  );
  const anyStory = fc
    .array(fc.array(sentence, { minLength: 1, maxLength: 4 }), { maxLength: 12 })
    .map((paragraphs) => story(TITLE, ...paragraphs.map((paragraph) => paragraph.join(' '))));

  it('gives whole sentences of the text, in order, none twice, deterministically', () => {
    fc.assert(
      fc.property(anyStory, (of) => {
        const points = [tells(of, 'He said so.', 'He', 'Ana Berg')].filter(() => find(of, 'He said so.').end > 0);
        const summary = summarise(of.reading, of.sentences, points);
        const lines = [...(summary.whatsNew ? [summary.whatsNew] : []), ...summary.keyPoints];
        const starts = new Set(of.sentences.map(({ span }) => span.start));
        const ends = new Set(of.sentences.map(({ span }) => span.end));
        for (const { span, substitutions } of lines) {
          expect(starts).toContain(span.start);
          expect(ends).toContain(span.end);
          for (const insert of substitutions)
            expect(insert.span.start >= span.start && insert.span.end <= span.end).toBe(true);
        }
        const places = summary.keyPoints.map(({ span }) => span.start);
        expect(places).toEqual([...places].sort((a, b) => a - b));
        expect(new Set(lines.map((line) => shown(of, line))).size).toBe(lines.length);
        expect(summarise(of.reading, of.sentences, points)).toEqual(summary);
      }),
    );
  });

  it.each<[why: string, text: string]>([
    ['one sentence', 'word '.repeat(50_000)],
    ['thousands of marks', '“a” '.repeat(60_000)],
    ['short sentences', 'Ana said no. '.repeat(19_000)],
  ])('gets through a quarter of a megabyte of %s', (_, text) => {
    const of = story(TITLE, text);
    const points = Array.from({ length: 5_000 }, (_, i): Statement => {
      const span = { start: 60 + i * 20, end: 62 + i * 20 };
      const sentences = { start: span.start, end: span.end + 10 };
      return {
        sentences,
        content: [],
        cue: [],
        quoted: [span],
        source: [span],
        speaker: { kind: 'unknown', why: 'test' },
      };
    });
    expect(() => summarise(of.reading, of.sentences, points)).not.toThrow();
  });
});

describe('apparent references to a speaker', () => {
  it('keeps “It is expected that”', () => {
    const sentence = 'It is expected that the town will open the north gate of the wall next month.';
    const of = among(sentence, WORKS);
    const { keyPoints, next } = summarise(of.reading, of.sentences, [tells(of, sentence, 'It', 'Ole Dahl')]);
    expect([...keyPoints, ...(next ? [next] : [])].map((line) => shown(of, line))).toContain(sentence);
  });
});

describe('the key points of a short briefing', () => {
  const short = (of: Story, points: readonly Statement[] = []) =>
    summarise(of.reading, of.sentences, points)
      .keyPoints.filter(({ minimumLength }) => minimumLength === 'short')
      .map((line) => shown(of, line));
  const FUNDS = 'The fund for the wall pays a third, and the harbour town borrows the rest from two banks.';
  const RIVAL = 'The fishing crews of Alder accused the mayor of leaving the harbour mouth too narrow for their boats.';

  it.each([
    ['The meeting was attended by dozens of crews from the harbour town.'],
    ['Members of the town council were also present at the session on the sea wall.'],
    ['The old north gate of the sea wall of the harbour town.'],
    ['The Harbour Weekly: “What comes now for the sea wall and for the crews of the harbour town?”'],
    ['What does the fund for the sea wall of the harbour town pay when the storm comes back?'],
    ['Ole Dahl, a fisherman who lives behind the sea wall of the harbour town, is among them.'],
    ['Ana Holm, who lives behind the old north gate of the harbour town, shares a similar fate.'],
    ['The 75-year-old has been a member of the council of the harbour town for more than forty years.'],
    ['4- Seeking to direct half of the funds of the harbour town to the works on the sea wall.'],
    [', the fishing crews of the harbour town replied that the sea wall is of no use to them.'],
    ['The works on the sea wall of the harbour town were opened under the auspices of the province.'],
    ['The announcement came a week after the harbour town had chosen four new members of its council.'],
    ['The hearing was moved to another week of the month, and then to another.'],
  ])('leave out: %s', (sentence) => {
    expect(short(among(sentence, WORKS, FUNDS, RIVAL))).not.toContain(sentence);
  });

  const QUAY =
    'The engineers of the province found in May that the old sea wall of the harbour town stands on sand, and that four of its nine gates will not survive another winter storm.';

  it('are two rather than three where a third would make them long, and short sentences do not fill the room', () => {
    const long = [
      QUAY,
      'The council of the harbour town of Alder voted 9 to 4 against a loan from the province in April, and put the costs of the sea wall on the owners of the houses behind it instead.',
      'The owners of the houses behind the sea wall have asked a court in the province to stop the levy, which comes to 2,300 crowns a year for each house in the harbour town.',
    ];
    const little = 'The sea wall has gates.';
    const chosen = short(among(little, ...long));
    expect(chosen).toHaveLength(2);
    expect(chosen).not.toContain(little);
  });

  it('prefer a sentence with the facts to a short one', () => {
    const remarks = ['Storms come often to Alder.', 'Many crews live in the town.', 'The harbour is old and small.'];
    const chosen = short(among(...remarks, QUAY, WORKS, RIVAL));
    expect(chosen).toContain(QUAY);
    expect(chosen.filter((line) => remarks.includes(line))).toEqual([]);
  });

  it.each([
    ['feelings', 'Crews of Alder were delighted with the old sea wall, and praised those who once built it.'],
    ['that someone spoke', 'Ana Holm of the town council confirmed the start of the works on the sea wall.'],
  ])('are worth less if they tell only %s', (_, sentence) => {
    expect(dependenceOf(sentence, LEAD)).toBeGreaterThan(dependenceOf(WORKS, LEAD));
  });

  it('are not more than one if the others tell little', () => {
    const little = ['The harbour is old.', 'Gulls sit on the quay there.', 'A quiet evening it was.'];
    expect(short(among(WORKS, ...little))).toEqual([WORKS]);
  });

  it('are those near the top of the story rather than those near its end', () => {
    const next =
      'The fishing crews of Alder will be paid 300 crowns by the province for each day on which the harbour is shut, as their union has agreed with it.';
    const late =
      'The tenants of the old quay will be paid 400 crowns by the province for each week in which the market is shut, as their lawyer has asked of it.';
    const between = Array.from({ length: 12 }, (_, week) => `In week ${week + 3} a crane moves stones to the quay.`);
    expect(short(among(next, ...between, late))).toContain(next);
    expect(short(among(next, ...between, late))).not.toContain(late);
  });

  it.each([
    [
      'without an aside if that makes them easy to read',
      'The council, which had put the same question to the owners of all the houses behind the wall in the spring of last year, voted 9 to 4 against a loan for the wall from the province.',
      'The council … voted 9 to 4 against a loan for the wall from the province.',
    ],
    [
      'without the occasion if that makes them easy to read',
      'Speaking in the old hall of the harbour town on Friday, Ole Dahl of the council said the loan for the sea wall that the province offers would cost the town a third of its yearly budget.',
      '… Ole Dahl of the council said the loan for the sea wall that the province offers would cost the town a third of its yearly budget.',
    ],
    [
      'with a clause at the end that may hold the news',
      'The council of the harbour town of Alder voted 9 to 4 against a loan from the province in April, putting the costs of the sea wall on the owners instead.',
      'The council of the harbour town of Alder voted 9 to 4 against a loan from the province in April, putting the costs of the sea wall on the owners instead.',
    ],
  ])('are shown %s', (_, long, shownAs) => {
    const { reading, sentences } = among(long);
    const [point] = summarise(reading, sentences, []).keyPoints;
    expect(point && excerptText({ text: reading.text, parts: [], edits: [] } as unknown as Article, point)).toBe(
      shownAs,
    );
  });

  it('give a speaker’s full name where what is new is shown without it', () => {
    const lead =
      'The harbour town of Alder will rebuild its sea wall after the storm broke four of its nine gates in May, where Ole Dahl had begun a long quarrel about them.';
    const said = 'Dahl said the wall of the harbour town would cost another 9 million crowns a year.';
    const of = story('Alder rebuilds its sea wall', lead, said, WORKS);
    expect(short(of, [tells(of, said, 'Dahl', 'Ole Dahl')])).toContain(`[Ole Dahl]${said.slice(4)}`);
  });

  it('give a speaker’s full name once, at its first use', () => {
    const [first, second] = [
      'Dahl said the wall of the harbour town would cost another 9 million crowns a year.',
      'Dahl accused the fishing crews of wanting a harbour without a wall for their own boats.',
    ];
    const of = among(first, second, WORKS);
    const points = [tells(of, first, 'Dahl', 'Ole Dahl'), tells(of, second, 'Dahl', 'Ole Dahl')];
    expect(short(of, points).slice(0, 2)).toEqual([`[Ole Dahl]${first.slice(4)}`, second]);
  });
});
