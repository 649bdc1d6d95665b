import type { Drawable } from '#chat/paginate/drawable';
import type { Inline, RichText } from '#core/reply';
import { escapeText } from './escape.ts';
import { bareLine, type MarkupLine } from './links.ts';
import { prefixed, richLine } from './rich-text.ts';

type Table = Extract<Drawable, { type: 'table' }>;

// Discord has no tables. The cells that name a row become a line above it, the others a list item:
//
//   Side          Speaker        Stance   Words         ### Upland
//   Upland        José Álvarez   states   “We fill…”    **José Álvarez**
//                                pledges  readings      - states: “We fill…”
//                                                       - pledges: readings

/** Renders a table as lines: rows under their common cells. A blank cell repeats the one above. */
export function drawTable({ columns, rows }: Table): readonly MarkupLine[] {
  const names = namingColumns(columns, rows);
  const labelled = isLabels(rows.map((row) => row[names] ?? []));
  let isVacant = false;
  return rows.flatMap((row) => {
    const cells = row.slice(names, columns.length);
    if (names === 0) return prefixed('- ', dashed(cells));
    const heads = drawNames(row.slice(0, names), isVacant);
    isVacant = heads.isVacant;
    return [
      ...heads.lines,
      ...(labelled ? prefixed('- ', labelledItem(cells)) : columnItems(cells, columns.slice(names))),
    ];
  });
}

/**
 * Returns how many leading columns name a row: those with only blank or strong cells, but at least 1, leaving 2.
 * Returns 0 for fewer than 3 columns.
 */
function namingColumns(columns: readonly string[], rows: Table['rows']): number {
  const isName = (cell: RichText = []): boolean => cell.length === 0 || styleOf(cell[0]) === 'strong';
  const plain = columns.findIndex((_, at) => !rows.every((row) => isName(row[at])));
  const limit = columns.length - 2;
  return limit < 1 ? 0 : Math.max(1, Math.min(plain < 0 ? limit : plain, limit));
}

const styleOf = (inline: Inline | undefined): string | undefined =>
  typeof inline === 'object' ? inline.style : undefined;

/** Whether every cell is a short label that can start an item: `considers`. */
const isLabels = (cells: readonly RichText[]): boolean =>
  cells.every(
    ([only, ...others]) => typeof only === 'string' && others.length === 0 && only.length <= MAX_LABEL_LENGTH,
  );

const MAX_LABEL_LENGTH = 24;

/**
 * Renders the names of a row. The innermost is a line of its own, outer ones are headings; if an outer name is unknown
 * (`—`), the innermost becomes a heading, or it would seem to belong to the preceding group.
 */
function drawNames(names: readonly RichText[], isVacant: boolean): { lines: readonly MarkupLine[]; isVacant: boolean } {
  const lines: MarkupLine[] = [];
  let vacant = isVacant;
  for (const [at, cell] of names.entries()) {
    const outer = at < names.length - 1;
    if (outer && cell.length > 0) vacant = isDash(cell);
    if (outer && isDash(cell)) continue;
    lines.push(...(outer || vacant ? prefixed('### ', richLine(cell.map(unstyled))) : prefixed('', richLine(cell))));
  }
  return { lines, isVacant: vacant };
}

const isDash = (cell: RichText): boolean => bareLine(richLine(cell.map(unstyled))).trim() === '—';

const unstyled = (inline: Inline): Inline => {
  if (typeof inline === 'string') return inline;
  const { style: _, ...rest } = inline;
  return rest;
};

/**
 * `considers: “…” ·
 * 2`
 */
const labelledItem = ([label = [], ...cells]: readonly RichText[]): MarkupLine => {
  const words = richLine(label);
  return [...words, ...(words.length === 0 ? [] : [': ']), ...dashed(cells)];
};

/** Each cell with the name of its column: `South Korea: …` */
const columnItems = (cells: readonly RichText[], columns: readonly string[]): readonly MarkupLine[] =>
  cells.flatMap((cell, at) => {
    const words = richLine(cell);
    return words.length === 0 ? [] : [['- ', `${escapeText(columns[at] ?? '')}: `, ...words]];
  });

const dashed = (cells: readonly RichText[]): MarkupLine =>
  cells
    .map(richLine)
    .filter((line) => line.length > 0)
    .flatMap((line, at) => (at === 0 ? line : [' — ', ...line]));
