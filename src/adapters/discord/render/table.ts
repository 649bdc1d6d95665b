import type { Drawable } from '#chat/paginate/drawable';
import type { Inline, RichText } from '#core/reply';
import { escapeText } from './escape.ts';
import { bareLine, type Line } from './links.ts';
import { marked, rich } from './rich-text.ts';

type Table = Extract<Drawable, { type: 'table' }>;

// There are no tables here. What names a row becomes a line above it, the rest of it an item:
//
//   Side          Speaker        Stance   Words         ### Upland
//   Upland        José Álvarez   states   “We fill…”    **José Álvarez**
//                                pledges  readings      - states: “We fill…”
//                                                       - pledges: readings

/** A table as lines: rows under what they have in common, a blank cell being the same as the one above. */
export function drawTable({ columns, rows }: Table): readonly Line[] {
  const names = namingColumns(columns, rows);
  const labelled = isLabels(rows.map((row) => row[names] ?? []));
  let isVacant = false;
  return rows.flatMap((row) => {
    const cells = row.slice(names, columns.length);
    if (names === 0) return marked('- ', dashed(cells));
    const heads = drawNames(row.slice(0, names), isVacant);
    isVacant = heads.isVacant;
    return [...heads.lines, ...(labelled ? marked('- ', said(cells)) : named(cells, columns.slice(names)))];
  });
}

/** How many columns name the rest: those in which every cell is blank or strong, two being left; one of three. */
function namingColumns(columns: readonly string[], rows: Table['rows']): number {
  const isName = (cell: RichText = []): boolean => cell.length === 0 || styleOf(cell[0]) === 'strong';
  const plain = columns.findIndex((_, at) => !rows.every((row) => isName(row[at])));
  const most = columns.length - 2;
  return most < 1 ? 0 : Math.max(1, Math.min(plain < 0 ? most : plain, most));
}

const styleOf = (inline: Inline | undefined): string | undefined =>
  typeof inline === 'object' ? inline.style : undefined;

/** A word that every item can begin with: `considers`. */
const isLabels = (cells: readonly RichText[]): boolean =>
  cells.every(([only, ...others]) => typeof only === 'string' && others.length === 0 && only.length <= LABEL);

const LABEL = 24;

/**
 * The names over a row. The one closest to it is a line of its own, those above it are headings; where nothing is known
 * (`—`), the closest takes that place, or it would seem to belong to the group before.
 */
function drawNames(names: readonly RichText[], isVacant: boolean): { lines: readonly Line[]; isVacant: boolean } {
  const lines: Line[] = [];
  let vacant = isVacant;
  for (const [at, cell] of names.entries()) {
    const outer = at < names.length - 1;
    if (outer && cell.length > 0) vacant = isDash(cell);
    if (outer && isDash(cell)) continue;
    lines.push(...(outer || vacant ? marked('### ', rich(cell.map(unstyled))) : marked('', rich(cell))));
  }
  return { lines, isVacant: vacant };
}

const isDash = (cell: RichText): boolean => bareLine(rich(cell.map(unstyled))).trim() === '—';

const unstyled = (inline: Inline): Inline => {
  if (typeof inline === 'string') return inline;
  const { style: _, ...rest } = inline;
  return rest;
};

/** `considers: “…” · ¶2` */
const said = ([label = [], ...cells]: readonly RichText[]): Line => {
  const words = rich(label);
  return [...words, ...(words.length === 0 ? [] : [': ']), ...dashed(cells)];
};

/** Each cell with the name of its column: `South Korea: …` */
const named = (cells: readonly RichText[], columns: readonly string[]): readonly Line[] =>
  cells.flatMap((cell, at) => {
    const words = rich(cell);
    return words.length === 0 ? [] : [['- ', `${escapeText(columns[at] ?? '')}: `, ...words]];
  });

const dashed = (cells: readonly RichText[]): Line =>
  cells
    .map(rich)
    .filter((line) => line.length > 0)
    .flatMap((line, at) => (at === 0 ? line : [' — ', ...line]));
