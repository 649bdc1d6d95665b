import type { Drawable } from './drawable.ts';

type Row = Extract<Drawable, { type: 'table' }>['rows'][number];

/** Rows with blank leading cells, each with the values that these repeat. */
const FULL_ROWS = new WeakMap<Row, Row>();

// Upland | José | states  |        If a message begins with the second row, it reads: Upland | José | pledges
//        |      | pledges |        A blank cell at the start of a row repeats the one above.
/** Records the values that each row repeats from the rows above, before the table is split. */
export function rememberRows(rows: readonly Row[]): void {
  let above: Row = [];
  for (const row of rows) {
    const named = row.findIndex((cell) => cell.length > 0);
    const whole = row.map((cell, at) => (at < named ? (above[at] ?? cell) : cell));
    if (named > 0) FULL_ROWS.set(row, whole);
    above = whole;
  }
}

/** Returns the block as the start of a message: the first row of a table shows its repeated values. */
export function repeatLeadingCells(block: Drawable): Drawable {
  if (block.type !== 'table') return block;
  const [first = [], ...others] = block.rows;
  const whole = FULL_ROWS.get(first);
  return whole ? { ...block, rows: [whole, ...others] } : block;
}
