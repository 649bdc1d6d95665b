import type { Block, RichText } from '#core/reply';
import { TABLE_WIDTH } from './limits.ts';
import { ownText, run, toRuns } from './text.ts';
import { lineWidth, type Run, type TextLine, wrap } from './wrap.ts';

type Table = Extract<Block, { type: 'table' }>;

const GAP = 2;
const MIN_COLUMN_WIDTH = 8;

/** Draws columns if they fit, small lists otherwise. */
export const drawTable = (table: Table, width: number): readonly TextLine[] =>
  width < TABLE_WIDTH ? drawCards(table, width) : drawColumns(table, width);

function drawColumns({ columns, rows }: Table, width: number): readonly TextLine[] {
  const cells = rows.map((row) => columns.map((_, index) => toRuns(row[index] ?? [])));
  const natural = columns.map((name, index) =>
    Math.max(...[[run(name)], ...cells.map((row) => row[index] ?? [])].map((runs) => lineWidth(runs))),
  );
  const widths = columnWidths(natural, width - GAP * (columns.length - 1));
  const bodies = cells.map((row) =>
    joinCells(
      row.map((runs, index) => wrap(runs, widths[index] ?? 0)),
      widths,
    ),
  );
  const spacious = bodies.some((lines) => lines.length > 1);
  const total = widths.reduce((sum, line) => sum + line, 0) + GAP * (columns.length - 1);
  return [
    ...joinCells(
      columns.map((name, index) => wrap([run(name, 'faint')], widths[index] ?? 0)),
      widths,
    ),
    [ownText('─'.repeat(total))],
    ...bodies.flatMap((lines, index) => (spacious && index > 0 ? [[], ...lines] : lines)),
  ];
}

/**
 * Calculates the column widths. Narrow columns get their full width; the others share the rest by the square root of
 * their length, so that the longest gets most without starving its neighbours.
 */
function columnWidths(natural: readonly number[], width: number): readonly number[] {
  const even = width / natural.length;
  const long = natural.map((need) => need > even);
  const rest = width - natural.reduce((sum, need, index) => sum + (long[index] ? 0 : need), 0);
  const roots = natural.reduce((sum, need, index) => sum + (long[index] ? Math.sqrt(need) : 0), 0);
  return natural.map((need, index) =>
    long[index] ? Math.min(need, Math.max(MIN_COLUMN_WIDTH, Math.floor((rest * Math.sqrt(need)) / roots))) : need,
  );
}

/** Joins cells side by side, each padded to its column except the last. */
function joinCells(cells: readonly (readonly TextLine[])[], widths: readonly number[]): readonly TextLine[] {
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, row) =>
    cells.flatMap((lines, column): readonly Run[] => {
      const line = lines[row] ?? [];
      if (column === cells.length - 1) return line;
      const padding = ' '.repeat(Math.max(0, (widths[column] ?? 0) - lineWidth(line)) + GAP);
      return [...line, { text: padding, style: 'plain' }];
    }),
  );
}

/** Draws each row below its first cell; with more than two columns, the others are labelled. */
function drawCards({ columns, rows }: Table, width: number): readonly TextLine[] {
  return rows.flatMap((row, at) => {
    const [first = [], ...others] = row;
    const head = first.length > 0 ? wrap(toRuns(first, 'strong'), width) : [];
    const rest = others.flatMap((cell, index) => drawField(columns, index + 1, cell, width));
    return at > 0 ? [[], ...head, ...rest] : [...head, ...rest];
  });
}

function drawField(columns: readonly string[], index: number, cell: RichText, width: number): readonly TextLine[] {
  if (cell.length === 0) return [];
  const label = columns.length > 2 ? [run(`${columns[index]}: `, 'faint')] : [];
  return wrap([...label, ...toRuns(cell)], width - 2).map((line) => [ownText('  '), ...line]);
}
