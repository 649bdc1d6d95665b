import { describe, expect, test } from 'vitest';
import type { AttributionRecord, Pair } from '#cli/extract-record';
import type { GoldQuote, Labelled } from '../../eval/gold.ts';
import { figuresOf } from '../../eval/report.ts';
import { judge } from '../../eval/score.ts';
import { complaints, showFigures } from '../../eval/show.ts';

const text = '“We will win,” Ann Lee said. She called it a “shake-up”. “Never,” somebody wrote.';

const at = (words: string): Pair => {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`not in the text: ${words}`);
  return [start, start + words.length];
};
const quote = (id: string, words: string, rest: Partial<GoldQuote>): GoldQuote => {
  const [start, end] = at(words);
  return { id, start, end, speech: true, ...rest };
};
const said = (words: string, name: string | null, rest: Partial<AttributionRecord> = {}): AttributionRecord => ({
  content: [at(words)],
  quoted: [at(words)],
  cue: [],
  source: [],
  speaker: name === null ? null : { name, type: 'person' },
  confidence: 0.9,
  unclear: [],
  stance: 'states',
  ...rest,
});

const document: Labelled = {
  id: 'tiny',
  file: 'tiny.txt',
  text,
  gold: {
    quoted: [
      quote('Q1', 'We will win,', { speaker: 'Ann Lee', also: ['Lee'], type: 'person' }),
      quote('Q2', 'shake-up', { speech: false }),
      quote('Q3', 'Never,', { speaker: null }),
    ],
    attributions: [
      {
        id: 'E1',
        kind: 'direct',
        source: [at('Ann Lee')],
        cue: [at('said')],
        content: [at('“We will win,”')],
        actor: 'Ann Lee',
        type: 'person',
        stance: 'pledges',
      },
      { id: 'E2', kind: 'indirect', source: [at('She')], cue: [at('called')], content: [at('it a “shake-up”')] },
    ],
  },
};

const figures = (found?: AttributionRecord[]) => figuresOf([judge(document, found)]);

describe('quotations and their speakers', () => {
  const cases: [why: string, found: AttributionRecord[], quotes: object, speakers: object][] = [
    ['nothing found', [], { p: 0, r: 0, f1: 0 }, { right: 0, wrong: 0, silent: 1 }],
    ['the fullest name', [said('We will win', 'Ann Lee')], { p: 1, r: 0.5 }, { right: 1, right_and_full_name: 1 }],
    ['another name of hers', [said('We will win', 'Lee')], { r: 0.5 }, { right: 1, right_and_full_name: 0 }],
    ['another speaker', [said('We will win', 'Bo Dahl')], { r: 0.5 }, { right: 0, wrong: 1, silent: 0 }],
    ['found but unsigned', [said('We will win', null)], { r: 0.5 }, { wrong: 0, silent: 1 }],
    ['a scare quote', [said('shake-up', 'Ann Lee')], { p: 0, scare_quotes_taken_for_speech: 1 }, { silent: 1 }],
    ['a name made up', [said('Never', 'Bo Dahl')], { p: 1, r: 0.5 }, { silent: 1, invented_for_unknown: 1 }],
    ['rightly unknown', [said('Never', null)], { p: 1, r: 0.5 }, { silent: 1, invented_for_unknown: 0 }],
    ['too short a stretch', [said('will', 'Ann Lee')], { p: 0, r: 0 }, { silent: 1 }],
  ];
  test.each(cases)('%s', (_, found, quotes, speakers) => {
    const got = figures(found);
    expect(got.quotes).toMatchObject(quotes);
    expect(got.speakers).toMatchObject({ quotes_with_known_speaker: 1, ...speakers });
  });
});

describe('attributions', () => {
  test('content overlapping by half, source, actor and stance', () => {
    const found = said('We will win', 'Ann Lee', { source: [at('Ann')], stance: 'pledges' });
    expect(figures([found])).toMatchObject({
      attributions: {
        p: 1,
        r: 0.5,
        exact_recall: 0.5,
        recall_by_kind: { direct: 1, mixed: null, indirect: 0 },
        source_recall: 0.5,
        actor_right: 1,
        actor_wrong: 0,
      },
      stance: { on_matched: 1, accuracy: 1, macro_f1: 1 },
    });
  });

  test('a wrong stance, and an extra attribution', () => {
    const got = figures([said('We will win', 'Bo Dahl'), said('somebody', null, { quoted: [] })]);
    expect(got.attributions).toMatchObject({ p: 0.5, r: 0.5, actor_right: 0, actor_wrong: 1, source_recall: 0 });
    expect(got.stance).toMatchObject({ accuracy: 0, macro_f1: 0 });
  });

  test('excludes articles without labelled attributions', () => {
    const only = { ...document, gold: { quoted: document.gold.quoted } };
    expect(figuresOf([judge(only, [said('We will win', 'Ann Lee')])])).not.toHaveProperty('attributions');
  });

  test('the article itself is no actor', () => {
    const [first] = document.gold.attributions ?? [];
    if (!first) throw new Error('the example has an attribution');
    const only = { ...document, gold: { quoted: [], attributions: [{ ...first, type: 'author' }] } };
    expect(figuresOf([judge(only, [said('We will win', 'Ann Lee')])]).attributions?.actor_right).toBeNull();
  });
});

test('a file without results is missing, and its labels still count', () => {
  expect(figures(undefined)).toMatchObject({ documents: 1, missing: 1, quotes: { gold: 2, r: 0 } });
});

test('spans outside the text are counted', () => {
  const outside = said('We will win', null, { content: [[0, text.length + 1]] });
  expect(figures([outside])).toMatchObject({ spans_checked: 2, spans_out_of_text: 1 });
});

test('every error is reported in a line', () => {
  const judgement = judge(document, [said('We will win', 'Bo Dahl'), said('shake-up', null)]);
  expect(complaints(judgement)).toEqual([
    'tiny Q1 wrong speaker: gold=Ann Lee got=Bo Dahl | We will win,',
    'tiny Q3 quote missed: gold=none got=none | Never,',
    'tiny — not speech: shake-up',
    'tiny E1 wrong actor: gold=Ann Lee got=Bo Dahl | “We will win,”',
    'tiny E1 stance: gold=pledges got=states | said | “We will win,”',
  ]);
});

test('figures are shown as counts and percentages', () => {
  const shown = showFigures(figures([said('We will win', 'Ann Lee')]));
  expect(shown).toMatch(/^documents +1$/m);
  expect(shown).toMatch(/^ {2}p +100\.0 %$/m);
  expect(shown).toMatch(/^ {4}mixed +none labelled$/m);
});
