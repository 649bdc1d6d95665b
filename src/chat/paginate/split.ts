import { inEnglish, type Translate } from '#core/messages/index';
import type { Evidence, QuoteBlock, RichText } from '#core/reply';
import type { Cost, Drawable } from './drawable.ts';
import { sentencesOf } from './sentences.ts';
import { repeatLeadingCells } from './table-rows.ts';
import { textLength, tooLongNotice } from './too-long-notice.ts';

/** The smallest part that may be a message of its own. */
interface Piece {
  readonly block: Drawable;
  /** The block as the start of a message: a row of a table then shows the values that it repeats. */
  readonly atStart: Drawable;
}

const pieceOf = (block: Drawable, atStart = block): Piece => ({ block, atStart });

export type CostOf = (block: Drawable) => Cost;

/** Blocks with content of their own; headings and context lines stay with what follows them. */
const isContent = ({ type }: Drawable): boolean => !['heading', 'context', 'divider'].includes(type);

/**
 * Splits blocks into messages, each within the budget: between blocks, between items and rows, at the ends of
 * sentences, never inside a quotation. A piece that fits no message is replaced by its length and place.
 */
export function split(
  blocks: readonly Drawable[],
  limit: Cost,
  costOf: CostOf,
  t: Translate = inEnglish,
): readonly (readonly Drawable[])[] {
  const parts: Drawable[][] = [];
  let part: Drawable[] = [];
  let cost = EMPTY_COST;
  const begin = (carried: Drawable[]): void => {
    part = carried;
    cost = carried.map(costOf).reduce(addCosts, EMPTY_COST);
  };
  const fits = (piece: Piece): boolean => fitsWithin(costAfter(part, piece, cost, costOf), limit);
  const add = (piece: Piece): void => {
    if (part.some(isContent) && !fits(piece)) {
      const carried = carriedWith(piece, part);
      parts.push(part.slice(0, part.length - carried.length));
      begin(carried);
    }
    // Headings that are too long to fit with their content get a part of their own.
    if (part.length > 0 && !fits(piece)) {
      parts.push(part);
      begin([]);
    }
    cost = costAfter(part, piece, cost, costOf);
    part = append(part, piece);
  };
  for (const block of blocks) {
    // Row by row, the rows before would be measured again with each one, so it is first tried as a whole.
    const whole = pieceOf(block);
    for (const piece of rowsIn(block) > 1 && fits(whole) ? [whole] : piecesOf(block, { limit, costOf, t })) add(piece);
  }
  if (part.length > 0) parts.push(part);
  return parts;
}

const EMPTY_COST: Cost = { pieces: 0, characters: 0, marks: 0 };

const addCosts = (a: Cost, b: Cost): Cost => ({
  pieces: a.pieces + b.pieces,
  characters: a.characters + b.characters,
  marks: a.marks + b.marks,
});

const rowsIn = (block: Drawable): number =>
  block.type === 'list' ? block.items.length : block.type === 'table' ? block.rows.length : 1;

/** Returns the number of omitted units: quotations, items, rows, paragraphs. */
export const countOf = (blocks: readonly Drawable[]): number =>
  blocks
    .map((block) => (block.type === 'list' || block.type === 'table' ? rowsIn(block) : Number(isContent(block))))
    .reduce((sum, count) => sum + count, 0);

export const fitsWithin = (cost: Cost, limit: Cost): boolean =>
  cost.pieces <= limit.pieces && cost.characters <= limit.characters && cost.marks <= limit.marks;

export const subtractCosts = (a: Cost, b: Cost): Cost => ({
  pieces: a.pieces - b.pieces,
  characters: a.characters - b.characters,
  marks: a.marks - b.marks,
});

export const totalCost = (blocks: readonly Drawable[], costOf: CostOf): Cost =>
  blocks.map(costOf).reduce(addCosts, EMPTY_COST);

function costAfter(part: readonly Drawable[], piece: Piece, cost: Cost, costOf: CostOf): Cost {
  const last = part.at(-1);
  const joined = last && merge(last, piece.block);
  return joined ? addCosts(subtractCosts(cost, costOf(last)), costOf(joined)) : addCosts(cost, costOf(piece.atStart));
}

function append(part: readonly Drawable[], piece: Piece): Drawable[] {
  const last = part.at(-1);
  const joined = last && merge(last, piece.block);
  return joined ? [...part.slice(0, -1), joined] : [...part, piece.atStart];
}

/** Returns what moves to the next part with a piece: its headings, or the paragraph of a context line. */
function carriedWith({ block }: Piece, part: readonly Drawable[]): Drawable[] {
  if (block.type !== 'context' || part.at(-1)?.type !== 'paragraph') return trailingHeadings(part);
  const start = part.length - 1 - trailingHeadings(part.slice(0, -1)).length;
  return start > 0 ? part.slice(start) : [];
}

/** Returns the trailing headings, with their context lines: they belong to the next block. */
function trailingHeadings(part: readonly Drawable[]): Drawable[] {
  const tail = part.slice(part.findLastIndex(isContent) + 1);
  const heading = tail.findIndex(({ type }) => type === 'heading' || type === 'divider');
  return heading < 0 ? [] : tail.slice(heading);
}

/** Merges the items of one list and the rows of one table again. */
function merge(a: Drawable, b: Drawable): Drawable | undefined {
  if (a.type === 'list' && b.type === 'list') return { ...a, items: [...a.items, ...b.items] };
  if (a.type === 'table' && b.type === 'table' && a.columns === b.columns)
    return { ...a, rows: [...a.rows, ...b.rows] };
  return undefined;
}

/** The available space, and how omitted content is described. */
interface Fit {
  readonly limit: Cost;
  readonly costOf: CostOf;
  readonly t: Translate;
}

function piecesOf(block: Drawable, fit: Fit): readonly Piece[] {
  const { limit, costOf, t } = fit;
  const fitting = (piece: Piece, text: RichText): Piece =>
    fitsWithin(costOf(piece.atStart), limit) ? piece : pieceOf(tooLongNotice('sentence', textLength(text), text, t));
  switch (block.type) {
    case 'list':
      return block.items.map((item) => fitting(pieceOf({ type: 'list', items: [item] }), item));
    case 'table':
      return block.rows.length === 0
        ? [pieceOf(block)]
        : rowPieces(block).map((piece, at) => fitting(piece, block.rows[at]?.flat() ?? []));
    case 'paragraph':
      return (fitsWithin(costOf(block), limit) ? [block] : sentencePieces(block.text, fit)).map((part) =>
        pieceOf(part),
      );
    case 'quote':
      return [pieceOf(fittingQuote(block, fit))];
    case 'heading':
      return [pieceOf(fitsWithin(costOf(block), limit) ? block : tooLongNotice('heading', block.text.length, [], t))];
    case 'context':
      return fitsWithin(costOf(block), limit) ? [pieceOf(block)] : [];
    default:
      return [pieceOf(block)];
  }
}

/** One piece for each row of a table. */
function rowPieces(table: Extract<Drawable, { type: 'table' }>): readonly Piece[] {
  const full = repeatLeadingCells(table.rows);
  return table.rows.map((row, at) => pieceOf({ ...table, rows: [row] }, { ...table, rows: [full[at] ?? row] }));
}

/** Returns as much of a quotation as fits: first the text, then the speaker, then the lead-in sentence. */
function fittingQuote(block: QuoteBlock, { limit, costOf, t }: Fit): Drawable {
  const { leadIn: _, ...bare } = block;
  const { by, evidence, text } = block;
  const fits = (drawable: Drawable): boolean => fitsWithin(costOf(drawable), limit);
  if (fits(block)) return block;
  if (fits(bare)) return bare;
  const length = text.reduce((sum, part) => sum + part.length, 0);
  const place =
    evidence &&
    (evidence.href === undefined ? placeLabel(evidence, t) : { text: placeLabel(evidence, t), href: evidence.href });
  const about = [...(by ?? []), ...(by && place ? [' · '] : []), ...(place ? [place] : [])];
  const named = tooLongNotice('quotation', length, about, t);
  return fits(named) ? named : tooLongNotice('quotation', length, [], t);
}

const placeLabel = ({ paragraph }: Evidence, t: Translate): string =>
  paragraph === 0 ? t('place.headline') : `¶${paragraph}`;

/** Returns groups of sentences that fit. A styled paragraph is not split, as styles may span sentences. */
function sentencePieces(text: RichText, { limit, costOf, t }: Fit): readonly Drawable[] {
  const plain = text.every((inline) => typeof inline === 'string');
  const pieces: string[] = [];
  const fits = (words: string): boolean => fitsWithin(costOf({ type: 'paragraph', text: [words] }), limit);
  for (const sentence of plain ? sentencesOf(text.join('')) : []) {
    const longer = `${pieces.at(-1) ?? ''}${sentence}`;
    if (pieces.length > 0 && fits(longer)) pieces[pieces.length - 1] = longer;
    else pieces.push(sentence);
  }
  if (!plain) return [tooLongNotice('paragraph', textLength(text), text, t)];
  return pieces.map((words) =>
    fits(words) ? { type: 'paragraph', text: [words.trim()] } : tooLongNotice('sentence', words.length, [], t),
  );
}
