import { describe, expect, test } from 'vitest';
import type { Cost, Drawable } from '#chat/paginate/drawable';
import { split } from '#chat/paginate/split';
import type { RichText } from '#core/reply';

const costOf = (block: Drawable): Cost => ({ pieces: 1, characters: JSON.stringify(block).length, marks: 0 });
const parts = (blocks: readonly Drawable[], characters: number) =>
  split(blocks, { pieces: 100, characters, marks: 100 }, costOf);

const paragraph = (text: string): Drawable => ({ type: 'paragraph', text: [text] });
const context = (text: string): Drawable => ({ type: 'context', text: [text] });
const heading = (text: string): Drawable => ({ type: 'heading', text, level: 3 });

describe('splitting between two messages', () => {
  test('keeps a paragraph with its context line and headings', () => {
    const before = paragraph('a'.repeat(80));
    const said = [heading('Kim'), paragraph('b'.repeat(80)), context('paraphrased')];
    const all = [before, ...said].map((block) => costOf(block).characters).reduce((sum, cost) => sum + cost, 0);
    expect(parts([before, ...said], all)).toEqual([[before, ...said]]);
    expect(parts([before, ...said], all - 1)).toEqual([[before], said]);
  });

  test('does not join headings and lines that exceed one message', () => {
    const long = Array.from({ length: 9 }, (_, at) => heading(`${at}`.repeat(150)));
    for (const part of parts([...long, paragraph('a')], 600)) {
      expect(part.map((block) => costOf(block).characters).reduce((sum, cost) => sum + cost, 0)).toBeLessThanOrEqual(
        600,
      );
    }
  });

  const rows: readonly (readonly RichText[])[] = [
    [['Upland'], ['José'], ['states']],
    [[], [], ['pledges']],
    [[], ['Ola'], ['warns']],
    [[], [], ['denies']],
  ];

  test('measures a table that fits once, however many rows it has', () => {
    const long: Drawable = {
      type: 'table',
      columns: ['Side', 'Stance'],
      rows: Array(500).fill([['Upland'], ['states']]),
    };
    let measured = 0;
    const limit = { pieces: 100, characters: 100_000, marks: 100 };
    expect(
      split([long], limit, (block) => {
        measured += 1;
        return costOf(block);
      }),
    ).toEqual([[long]]);
    expect(measured).toBeLessThan(5);
  });

  test('repeats leading cells where a table continues', () => {
    const table: Drawable = { type: 'table', columns: ['Side', 'Speaker', 'Stance'], rows };
    const shown = parts([table], 135).map(([one]) => (one?.type === 'table' ? one.rows : []));
    expect(shown).toEqual([
      [rows[0], rows[1]],
      [[['Upland'], ['Ola'], ['warns']], rows[3]],
    ]);
    expect(parts([table], 110).map(([one]) => (one?.type === 'table' ? one.rows[0] : undefined))).toEqual([
      rows[0],
      [['Upland'], ['José'], ['pledges']],
      [['Upland'], ['Ola'], ['warns']],
      [['Upland'], ['Ola'], ['denies']],
    ]);
  });
});
