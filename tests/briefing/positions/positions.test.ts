import { describe, expect, it } from 'vitest';
import { type Attribution, KINDS, STANCES } from '#core/attribution';
import type { Speaker, SpeakerRef } from '#core/speaker';
import { positionsOf, rankQuotes } from '../../../src/briefing/positions/index.ts';
import fc from '../../support/property.ts';

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
    stance: 'warns',
    why: { rule: 'test', span },
    sentences: span,
    paragraph: count,
    ...more,
  };
}

describe('positions', () => {
  it('keeps a side together, the one with most evidence first', () => {
    const positions = positionsOf([said(CY), said(ANA), said(BEN), said(CY), said(ANA, { stance: 'denies' })]);
    expect(positions.map(({ side, speaker, stance }) => [side, speaker.name, stance])).toEqual([
      ['Peru', 'Ana', 'warns'],
      ['Peru', 'Ana', 'denies'],
      ['Peru', 'Ben', 'warns'],
      ['Cy', 'Cy', 'warns'],
    ]);
  });

  it('puts own words before a paraphrase, a verb before none, the longer first', () => {
    const indirect = said(ANA, { kind: 'indirect' });
    const bare = said(ANA, { cue: [] });
    const long = said(ANA, { content: [{ start: 9_000, end: 9_400 }] });
    const direct = said(ANA);
    const mixed = said(ANA, { kind: 'mixed' });
    const [position] = positionsOf([indirect, bare, long, direct, mixed]);
    expect(position?.evidence).toEqual([long, direct, bare, mixed, indirect]);
  });

  it('puts statements and silence behind a stand, however often they are made', () => {
    const all = [said(ANA, { stance: 'declines' }), said(ANA, { stance: 'states' }), said(ANA, { stance: 'states' })];
    const positions = positionsOf([...all, said(ANA, { stance: 'demands' })]);
    expect(positions.map(({ stance }) => stance)).toEqual(['demands', 'states', 'declines']);
  });

  it('leaves out whose words are unknown', () => {
    expect(positionsOf([said(undefined)])).toEqual([]);
  });

  it('loses nobody: each attribution of a known speaker is evidence once', () => {
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
        const known = all.filter(({ speaker }) => speaker.kind === 'named');
        expect(evidence.map(({ id }) => id).sort()).toEqual(known.map(({ id }) => id).sort());
        expect(positionsOf(all)).toEqual(positionsOf(all));
      }),
    );
  });
});

describe('the weightiest quotations', () => {
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

  it('lets others speak before the same speaker speaks again', () => {
    const [one, two, three] = [quote(READABLE, ANA), quote(READABLE, ANA), quote(READABLE, CY, { paragraph: 2 })];
    expect(rank(one, two, three)).toEqual([one, three, two]);
  });

  it('leaves out what has no quotation marks', () => {
    expect(rank(quote('a paraphrase', ANA, { quoted: [] }))).toEqual([]);
  });
});
