import type { Inline, QuoteBlock, RichText } from '#core/reply';
import type { Cost, Drawable } from './drawable.ts';
import { sentencesOf } from './sentences.ts';
import { beginning, rememberRows } from './table-rows.ts';

/** The smallest stretch that may stand in a message of its own. */
type Piece = Drawable;

export type CostOf = (block: Drawable) => Cost;

/** Blocks that say something by themselves; headings and lines of context go with what follows them. */
const isContent = ({ type }: Drawable): boolean => !['heading', 'context', 'divider'].includes(type);

/**
 * Shares blocks out into messages, each within the budget: cut between blocks, between items and rows, at the ends of
 * sentences, never inside a quotation. A piece too big for any message is named by its length and its place.
 */
export function partsOf(blocks: readonly Drawable[], most: Cost, costOf: CostOf): readonly (readonly Drawable[])[] {
  const parts: Drawable[][] = [];
  let part: Drawable[] = [];
  let cost = NOTHING;
  const begin = (carried: Drawable[]): void => {
    part = carried;
    cost = carried.map(costOf).reduce(plus, NOTHING);
  };
  const fits = (piece: Piece): boolean => within(costAfter(part, piece, cost, costOf), most);
  for (const piece of blocks.flatMap((block) => piecesOf(block, most, costOf))) {
    if (part.some(isContent) && !fits(piece)) {
      const carried = carriedWith(piece, part);
      parts.push(part.slice(0, part.length - carried.length));
      begin(carried);
    }
    // Headings too long to stand with what they head have a part of their own.
    if (part.length > 0 && !fits(piece)) {
      parts.push(part);
      begin([]);
    }
    cost = costAfter(part, piece, cost, costOf);
    part = appended(part, piece);
  }
  if (part.length > 0) parts.push(part);
  return parts;
}

const NOTHING: Cost = { pieces: 0, characters: 0, marks: 0 };

const plus = (a: Cost, b: Cost): Cost => ({
  pieces: a.pieces + b.pieces,
  characters: a.characters + b.characters,
  marks: a.marks + b.marks,
});

/** How many things a reader would miss: quotations, items, rows, paragraphs. */
export const countOf = (blocks: readonly Drawable[]): number =>
  blocks
    .map((block) =>
      block.type === 'list'
        ? block.items.length
        : block.type === 'table'
          ? block.rows.length
          : Number(isContent(block)),
    )
    .reduce((sum, count) => sum + count, 0);

export const within = (cost: Cost, most: Cost): boolean =>
  cost.pieces <= most.pieces && cost.characters <= most.characters && cost.marks <= most.marks;

export const minus = (a: Cost, b: Cost): Cost => ({
  pieces: a.pieces - b.pieces,
  characters: a.characters - b.characters,
  marks: a.marks - b.marks,
});

export const total = (blocks: readonly Drawable[], costOf: CostOf): Cost => blocks.map(costOf).reduce(plus, NOTHING);

function costAfter(part: readonly Drawable[], piece: Piece, cost: Cost, costOf: CostOf): Cost {
  const last = part.at(-1);
  const joined = last && join(last, piece);
  return joined ? plus(minus(cost, costOf(last)), costOf(joined)) : plus(cost, costOf(beginning(piece)));
}

function appended(part: readonly Drawable[], piece: Piece): Drawable[] {
  const last = part.at(-1);
  const joined = last && join(last, piece);
  return joined ? [...part.slice(0, -1), joined] : [...part, beginning(piece)];
}

/** What goes on to the next part with a piece: the headings over it, or the paragraph that it is a line about. */
function carriedWith(piece: Piece, part: readonly Drawable[]): Drawable[] {
  if (piece.type !== 'context' || part.at(-1)?.type !== 'paragraph') return trailing(part);
  const start = part.length - 1 - trailing(part.slice(0, -1)).length;
  return start > 0 ? part.slice(start) : [];
}

/** The headings at the end, with what stands under them: they belong to what comes next. */
function trailing(part: readonly Drawable[]): Drawable[] {
  const tail = part.slice(part.findLastIndex(isContent) + 1);
  const heading = tail.findIndex(({ type }) => type === 'heading' || type === 'divider');
  return heading < 0 ? [] : tail.slice(heading);
}

/** Items of one list and rows of one table that were taken apart, put together again. */
function join(a: Drawable, b: Drawable): Drawable | undefined {
  if (a.type === 'list' && b.type === 'list') return { ...a, items: [...a.items, ...b.items] };
  if (a.type === 'table' && b.type === 'table' && a.columns === b.columns)
    return { ...a, rows: [...a.rows, ...b.rows] };
  return undefined;
}

function piecesOf(block: Drawable, most: Cost, costOf: CostOf): readonly Piece[] {
  const fitting = (piece: Piece, text: RichText): Piece =>
    within(costOf(beginning(piece)), most) ? piece : tooLong('sentence', lengthOf(text), text);
  switch (block.type) {
    case 'list':
      return block.items.map((item) => fitting({ type: 'list', items: [item] }, item));
    case 'table':
      rememberRows(block.rows);
      return block.rows.length === 0
        ? [block]
        : block.rows.map((row) => fitting({ ...block, rows: [row] }, row.flat()));
    case 'paragraph':
      return within(costOf(block), most) ? [block] : sentencePieces(block.text, most, costOf);
    case 'quote':
      return quotePieces(block, most, costOf);
    case 'heading':
      return within(costOf(block), most) ? [block] : [tooLong('heading', block.text.length, [])];
    case 'context':
      return within(costOf(block), most) ? [block] : [];
    default:
      return [block];
  }
}

/** As much of a quotation's surroundings as fits: the words come first, then who said them, then the sentence around. */
function quotePieces(block: QuoteBlock, most: Cost, costOf: CostOf): readonly Piece[] {
  const { leadIn: _, ...bare } = block;
  const { by, evidence, text } = block;
  const fits = (piece: Piece): boolean => within(costOf(piece), most);
  if (fits(block)) return [block];
  if (fits(bare)) return [bare];
  const length = text.reduce((sum, one) => sum + one.length, 0);
  const place =
    evidence &&
    (evidence.href === undefined
      ? pilcrow(evidence.paragraph)
      : { text: pilcrow(evidence.paragraph), href: evidence.href });
  const named = tooLong('quotation', length, [
    ...(by ?? []),
    ...(by && place ? [' · '] : []),
    ...(place ? [place] : []),
  ]);
  return [fits(named) ? named : tooLong('quotation', length, [])];
}

const pilcrow = (paragraph: number): string => (paragraph === 0 ? 'headline' : `¶${paragraph}`);

/** As many sentences together as fit. Where a paragraph has styles it stays in one piece: they may run over sentences. */
function sentencePieces(text: RichText, most: Cost, costOf: CostOf): readonly Piece[] {
  const plain = text.every((one) => typeof one === 'string');
  const pieces: string[] = [];
  const fits = (words: string): boolean => within(costOf({ type: 'paragraph', text: [words] }), most);
  for (const sentence of plain ? sentencesOf(text.join('')) : []) {
    const longer = `${pieces.at(-1) ?? ''}${sentence}`;
    if (pieces.length > 0 && fits(longer)) pieces[pieces.length - 1] = longer;
    else pieces.push(sentence);
  }
  if (!plain) return [tooLong('paragraph', lengthOf(text), text)];
  return pieces.map((words) =>
    fits(words) ? { type: 'paragraph', text: [words.trim()] } : tooLong('sentence', words.length, []),
  );
}

const lengthOf = (text: RichText): number =>
  text.reduce((sum, one) => sum + (typeof one === 'string' ? one : one.text).length, 0);

/** What stands where something fits no message: what it is, how long, and where to read it. */
function tooLong(what: string, characters: number, where: RichText): Drawable {
  const links = where.filter(
    (one): one is Exclude<Inline, string> => typeof one !== 'string' && one.href !== undefined,
  );
  const about = what === 'quotation' ? where : links.slice(0, 1);
  const said = `A ${what} of ${characters.toLocaleString('en')} characters is too long to show here.`;
  return { type: 'paragraph', text: [{ text: said, style: 'emphasis' }, ...(about.length > 0 ? [' ', ...about] : [])] };
}
