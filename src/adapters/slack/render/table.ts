import type { types } from '@slack/bolt';
import type { Block, RichText } from '#core/reply';
import { sanitize } from '#text/sanitize';
import { LIMITS } from '../limits.ts';
import { type Element, elementsOf, literal, mergeRuns } from './rich-text.ts';

export type Table = Extract<Block, { type: 'table' }>;

type Cell = types.TableBlock['rows'][number][number];

/** Slack rejects an empty cell; this one is shown as empty. */
const EMPTY_CELL = '\u00a0';
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** Removes columns that are empty in all rows, since a table may be only as wide as a phone. */
export function withoutEmptyColumns({ columns, rows }: Table): Table {
  const says = (cell: RichText): boolean =>
    cell.some((piece) => LETTER_OR_DIGIT.test(typeof piece === 'string' ? piece : (piece.channel ?? piece.text)));
  const kept = columns.flatMap((_, at) => (rows.some((row) => says(row[at] ?? [])) ? [at] : []));
  if (kept.length === 0 || kept.length === columns.length) return { type: 'table', columns, rows };
  const only = <T>(all: readonly T[]): T[] => kept.flatMap((at) => all.slice(at, at + 1));
  return { type: 'table', columns: only(columns), rows: rows.map(only) };
}

/** Renders the table as Slack's own; undefined if Slack does not accept it. */
export function tableBlock({ columns, rows }: Table): types.TableBlock | undefined {
  const all = [columns.map((name) => [name]), ...rows];
  if (columns.length === 0 || columns.length > LIMITS.tableColumns) return undefined;
  if (all.length > LIMITS.tableRows || characterCount(all) > LIMITS.tableCharacters) return undefined;
  return {
    type: 'table',
    column_settings: columns.map(() => ({ is_wrapped: true })),
    rows: all.map((row) => cellsOf(row, columns.length)),
  };
}

/** Returns the cells of a row, as many as there are columns. */
export const cellsOf = (row: readonly RichText[], columns: number): Cell[] =>
  Array.from({ length: columns }, (_, at) => cellOf(row[at] ?? []));

const characterCount = (cells: readonly (readonly RichText[])[]): number =>
  cells
    .flat(2)
    .map((piece) => (typeof piece === 'string' ? piece : piece.text).length)
    .reduce((sum, length) => sum + length, 0);

function cellOf(text: RichText): Cell {
  const elements = elementsOf(text);
  if (elements.every((element) => element.type !== 'channel' && !element.text?.trim()))
    return { type: 'raw_text', text: EMPTY_CELL };
  const [first] = elements;
  // A dash for an empty value does not need bold type.
  if (
    elements.length === 1 &&
    first?.type === 'text' &&
    (first.style === undefined || !LETTER_OR_DIGIT.test(first.text))
  ) {
    return { type: 'raw_text', text: first.text };
  }
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [...elements] }] };
}

/** The rows as list items: the first cell, then the others; with more than two columns, they are labelled. */
export const tableItems = ({ columns, rows }: Table): readonly (readonly Element[])[] =>
  rows.map((row) => {
    const fields = columns
      .map((name, at) => ({ name, at, elements: elementsOf(row[at] ?? []) }))
      .filter(({ elements }) => elements.length > 0);
    const pieces = fields.flatMap(({ name, at, elements }, index): readonly Element[] => {
      const gap = index === 0 ? '' : fields[index - 1]?.at === 0 ? ' — ' : ' · ';
      const label = at > 0 && columns.length > 2 ? `${sanitize(name)}: ` : '';
      return [...literal(gap + label), ...elements];
    });
    return mergeRuns(pieces);
  });
