import type { Drawable } from './drawable.ts';

type Row = Extract<Drawable, { type: 'table' }>['rows'][number];

// Upland | José | states  |        If a message begins with the second row, it reads: Upland | José | pledges
//        |      | pledges |        A blank cell at the start of a row repeats the one above.
/** The rows with the values that their blank leading cells repeat from the rows above. */
export function repeatLeadingCells(rows: readonly Row[]): readonly Row[] {
  const full: Row[] = [];
  for (const row of rows) {
    const above = full.at(-1) ?? [];
    const named = row.findIndex((cell) => cell.length > 0);
    full.push(named > 0 ? row.map((cell, at) => (at < named ? (above[at] ?? cell) : cell)) : row);
  }
  return full;
}
