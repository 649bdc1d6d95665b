import { describe, expect, it } from 'vitest';
import { type Attribution, KINDS, STANCES } from '#core/attribution';
import type { Speaker, SpeakerRef } from '#core/speaker';
import { positionsOf as positionsIn, rankQuotes, standoffOf } from '../../../src/briefing/positions/index.ts';
import { groupPositions } from '../../../src/briefing/positions/positions.ts';
import fc from '../../support/property.ts';

const TEXT = 'the gate will be closed '.repeat(2_000);
/** Groups statements that are all taken for positions. */
const positionsOf = (all: readonly Attribution[], text = TEXT, probability = 0.9) =>
  groupPositions(
    all.flatMap((attribution) =>
      attribution.speaker.kind === 'named' ? [{ attribution, speaker: attribution.speaker.speaker, probability }] : [],
    ),
    text,
  );

const person = (name: string, side?: string): Speaker => ({
  id: name.toLowerCase(),
  name,
  aliases: [],
  type: 'person',
  ...(side && { side }),
});
const ANA = person('Ana', 'Peru');
const BEN = person('Ben', 'Peru');
const CY = person('Cy');

let count = 0;
function said(speaker: Speaker | undefined, more: Partial<Attribution> = {}): Attribution {
  count += 1;
  const span = { start: count * 100, end: count * 100 + 50 };
  const ref: SpeakerRef = speaker ? { kind: 'named', speaker, mention: span } : { kind: 'unknown', why: 'nobody' };
  return {
    id: `a${count}`,
    kind: 'direct',
    content: [span],
    quoted: [span],
    cue: [span],
    source: [],
    speaker: ref,
    confidence: speaker ? 0.9 : 0,
    stanceConfidence: 0.9,
    stance: 'warns',
    why: { rule: 'test', span },
    sentences: span,
    paragraph: count,
    ...more,
  };
}

describe('positions', () => {
  it('shows the same words of a side once, as the row with fewer of them', () => {
    const whole = { start: 9_000, end: 9_090 };
    const part = { start: 9_040, end: 9_090 };
    const at = (span: typeof whole) => ({ content: [span], quoted: [span], sentences: whole });
    const rows = (second: Speaker) =>
      positionsOf([said(ANA, at(whole)), said(second, at(part))]).map(({ speaker }) => speaker.name);
    expect(rows(BEN)).toEqual(['Ben']);
    expect(rows(CY)).toEqual(['Ana', 'Cy']);
  });

  it('keeps a side together, the strongest first', () => {
    const positions = positionsOf([said(CY), said(ANA), said(BEN), said(CY), said(ANA, { stance: 'denies' })]);
    expect(positions.map(({ side, speaker, stance }) => [side, speaker.name, stance])).toEqual([
      ['Peru', 'Ana', 'denies'],
      ['Peru', 'Ana', 'warns'],
      ['Peru', 'Ben', 'warns'],
      ['Cy', 'Cy', 'warns'],
    ]);
  });

  it('ranks text that fits a line, direct speech and a verb first', () => {
    const indirect = said(ANA, { kind: 'indirect' });
    const bare = said(ANA, { cue: [] });
    const long = said(ANA, { quoted: [{ start: 9_000, end: 9_400 }] });
    const direct = said(ANA);
    const mixed = said(ANA, { kind: 'mixed' });
    const [position] = positionsOf([indirect, bare, long, direct, mixed]);
    expect(position?.evidence).toEqual([direct, bare, mixed, indirect, long]);
  });

  it('shows the clearest position first, before a quotation', () => {
    const [direct, indirect] = [said(ANA), said(ANA, { kind: 'indirect' })];
    const stands = [direct, indirect].map((attribution) => ({ attribution, speaker: ANA, probability: 0.6 }));
    const clearer = stands.map((stand, at) => (at === 1 ? { ...stand, probability: 0.9 } : stand));
    expect(groupPositions(stands, TEXT)[0]?.evidence[0]).toBe(direct);
    expect(groupPositions(clearer, TEXT)[0]?.evidence[0]).toBe(indirect);
  });

  it('leaves out a headline that repeats what the side says in the story', () => {
    const headline = said(BEN, { paragraph: 0 });
    const story = said(ANA);
    expect(positionsOf([headline, story]).map(({ evidence }) => evidence)).toEqual([[story]]);
    expect(positionsOf([headline, said(CY)])).toHaveLength(2);
  });

  type More = Partial<Attribution> & { readonly role?: string; readonly group?: boolean; readonly comma?: boolean };
  const spoken = (words: string, cue: string, name: string, more: More) => {
    const { role, group, comma, ...rest } = more;
    const text = `${name}${comma ? ',' : ''} ${cue} ${words}`;
    const source = { start: 0, end: name.length };
    const verb = { start: text.indexOf(cue), end: text.indexOf(cue) + cue.length };
    const content = { start: verb.end + 1, end: text.length };
    const speaker: Speaker = { ...person(name), ...(role && { role }), ...(group && { type: 'group' }) };
    const statement = said(speaker, {
      kind: 'indirect',
      source: [source],
      cue: [verb],
      content: [content],
      quoted: [],
      ...rest,
    });
    return positionsIn([statement], text);
  };

  it.each<[why: string, words: string, cue: string, name: string, more: More]>([
    ['a demand', 'on the council to reopen the harbour', 'called', 'Ana Berg', { stance: 'demands', role: 'mayor' }],
    ['a charge', 'the ministry of hiding the report', 'has accused', 'the dockers’ union', { stance: 'condemns' }],
    ['a denial', 'that the police had lost the files', 'denied', 'Ana Berg', { stance: 'denies', role: 'minister' }],
  ])('has a row for %s', (_, words, cue, name, more) => {
    expect(spoken(words, cue, name, { stanceRule: 'verb', ...more })).toHaveLength(1);
  });

  it.each<[why: string, words: string, cue: string, name: string, more: More]>([
    ['a fact', 'that the old harbour is closed', 'said', 'Ana Berg', { stance: 'states' }],
    ['a forecast', 'that the old harbour will close', 'said', 'Ana Berg', { stance: 'predicts' }],
    [
      'a guess at the speaker',
      'the council of hiding it',
      'accused',
      'Ana Berg',
      { stance: 'condemns', confidence: 0.6 },
    ],
    ['a courtesy', 'the former mayor for his kind words', 'thanked', 'Ana Berg', { stance: 'supports', role: 'mayor' }],
    ['an ordinary plan', 'to sell the socks in a market', 'plans', 'Ana Berg', { stance: 'pledges' }],
    ['no actor', 'that the old harbour must be closed', 'demanded', 'a news conference', { stance: 'demands' }],
    ['a thing', 'the council to go further', 'urged', 'the sudden closure', { stance: 'demands', group: true }],
    ['a quantity', 'that the old harbour must be closed', 'demanded', '40 schools', { stance: 'demands' }],
    [
      'two that are not named',
      'that the old harbour must be closed',
      'demanded',
      'The two countries',
      { stance: 'demands', group: true },
    ],
    [
      'both that are not named',
      'that the old harbour must be closed',
      'demanded',
      'both governments',
      { stance: 'demands', group: true },
    ],
    ['two sides', 'that the old harbour must be closed', 'demanded', 'the sides', { stance: 'demands', group: true }],
    ['one of two', 'that the old harbour must be closed', 'demanded', 'the latter', { stance: 'demands', group: true }],
    ['what one undergoes', 'of hiding the report', 'was accused', 'Ana Berg', { stance: 'condemns', role: 'mayor' }],
    ['a place where it happens', 'the mayor’s resignation', 'demanding', 'Oslo', { stance: 'demands', comma: true }],
    [
      'a charge against one',
      'hiding the report',
      'accused of',
      'Ana Berg',
      { stance: 'condemns', comma: true, role: 'mayor' },
    ],
    ['a habit', 'for songs every night', 'would ask', 'Ana Berg', { stance: 'demands', role: 'mayor' }],
    ['what describes one', 'the old plan of the council', 'opposing', 'residents', { stance: 'opposes', group: true }],
    ['what one might do', 'for a new inquiry', 'should have called', 'Ana Berg', { stance: 'demands', role: 'mayor' }],
  ])('leaves out %s', (_, words, cue, name, more) => {
    expect(spoken(words, cue, name, { stanceRule: 'verb', ...more })).toEqual([]);
  });

  it('shows the part of a long quotation that states the position', () => {
    const text = `${'We have met the engineers and looked at every gate and every wall in the harbour today. '.repeat(2)}We will not sign it.`;
    const start = text.indexOf('We will not');
    const parts = [
      { start: 0, end: start - 1 },
      { start, end: text.length },
    ];
    const statement = said(ANA, {
      stance: 'opposes',
      quoted: parts,
      content: parts,
      cue: [],
      sentences: { start: 0, end: text.length },
    });
    const [position] = positionsOf([statement], text);
    expect(position?.words).toEqual({ span: parts[1], cuts: [], substitutions: [] });
  });

  it('gives each attribution at most one row, deterministically', () => {
    const attribution = fc
      .record({
        speaker: fc.constantFrom(ANA, BEN, CY, undefined),
        stance: fc.constantFrom(...STANCES),
        kind: fc.constantFrom(...KINDS),
      })
      .map(({ speaker, ...more }) => said(speaker, more));
    fc.assert(
      fc.property(fc.array(attribution, { maxLength: 30 }), (all) => {
        const evidence = positionsOf(all).flatMap((position) => position.evidence);
        expect(new Set(evidence).size).toBe(evidence.length);
        expect(evidence.every((one) => all.includes(one))).toBe(true);
        expect(positionsOf(all)).toEqual(positionsOf(all));
      }),
    );
  });
});

describe('a standoff', () => {
  const text =
    'The concrete harbour wall must be built at once. The concrete harbour wall is a waste; never will we build it.';
  const demand = { start: 0, end: 48 };
  const refusal = { start: 49, end: text.length };
  const [peru, chile] = [ANA, person('Eva', 'Chile')];
  const asks = (who: Speaker, more: Partial<Attribution> = {}) =>
    said(who, { stance: 'demands', quoted: [demand], content: [demand], sentences: demand, ...more });
  const refuses = (who: Speaker) =>
    said(who, { stance: 'opposes', quoted: [refusal], content: [refusal], sentences: refusal });

  it.each<[why: string, all: Attribution[], sides: string[]]>([
    ['two camps on one question', [asks(peru), refuses(chile)], ['Chile', 'Peru']],
    ['one camp', [asks(peru), refuses(BEN)], []],
    ['two camps of one mind', [asks(peru), asks(chile)], []],
    ['two people without a camp', [asks(CY), refuses(person('Dan'))], []],
  ])('%s', (_, all, sides) => {
    expect(standoffOf(positionsOf(all, text), text, '').map(({ side }) => side)).toEqual(sides);
  });

  it('begins with the position of a camp that is nearest to the headline', () => {
    const more = `${text} We may paint the gate.`;
    const paint = { start: text.length + 1, end: more.length };
    const may = said(person('Pia', 'Peru'), {
      stance: 'considers',
      quoted: [paint],
      content: [paint],
      sentences: paint,
    });
    const all = positionsOf([asks(peru), may, refuses(chile)], more);
    const stances = (headline: string) => standoffOf(all, more, headline).map(({ stance }) => stance);
    expect(stances('Peru may paint the gate')).toEqual(['opposes', 'considers', 'demands']);
    expect(stances('Peru wants a harbour wall')).toEqual(['opposes', 'demands', 'considers']);
  });
});

describe('ranking of quotations', () => {
  const words = new Map<Attribution, string>();
  function quote(text: string, speaker: Speaker | undefined, more: Partial<Attribution> = {}): Attribution {
    const attribution = said(speaker, { paragraph: 1, ...more });
    words.set(attribution, text);
    return attribution;
  }
  const rank = (...all: Attribution[]) =>
    rankQuotes(all, (span) => words.get(all.find(({ quoted }) => quoted.includes(span)) as Attribution) ?? '');
  const READABLE = 'The harbour will not be sold to anybody while I hold this office';

  it.each<[why: string, first: Attribution, second: Attribution]>([
    ['known before unknown', quote(READABLE, ANA), quote(READABLE, undefined)],
    ['a stand before a remark', quote(READABLE, ANA), quote(READABLE, BEN, { stance: 'states' })],
    ['whole words before a fragment', quote(READABLE, ANA, { stance: 'states' }), quote('cruel', BEN)],
    ['readable before endless', quote(READABLE, ANA), quote('never again '.repeat(60), BEN)],
    ['early before late', quote(READABLE, ANA), quote(READABLE, BEN, { paragraph: 20 })],
    ['standing alone before leaning on others', quote(READABLE, ANA), quote(`It is so: ${READABLE}`, BEN)],
  ])('%s', (_, first, second) => {
    expect(rank(second, first)).toEqual([first, second]);
  });

  it('alternates between speakers', () => {
    const [one, two, three] = [quote(READABLE, ANA), quote(READABLE, ANA), quote(READABLE, CY, { paragraph: 2 })];
    expect(rank(one, two, three)).toEqual([one, three, two]);
  });

  it('leaves out what has no quotation marks', () => {
    expect(rank(quote('a paraphrase', ANA, { quoted: [] }))).toEqual([]);
  });
});
