import type { Cost, Drawable, MessageBudget } from '#chat/paginate/drawable';
import type { RichText } from '#core/reply';
import { BUDGET, LIMITS } from '../limits.ts';
import { MAX_TOKEN_LENGTH } from './action-ids.ts';
import { blocksOf } from './message.ts';
import { elementsOf } from './rich-text.ts';
import { cellsOf, type Table } from './table.ts';

/** Slack's limits by which an answer is split; Slack's own count is not documented (see `LIMITS.message`). */
export const MESSAGE_BUDGET: MessageBudget = {
  limit: { pieces: BUDGET.blocks, characters: BUDGET.characters, marks: BUDGET.marks },
  costOf,
  token: MAX_TOKEN_LENGTH,
  value: LIMITS.optionValue,
};

/** The `block_id` that Slack adds to each block, and a comma. */
const BLOCK_ID_COST = '"block_id":"Abc1=",,'.length;

/** Cached costs: an answer is measured piece by piece, and again whenever a piece has been added. */
const known = new WeakMap<object, Cost>();

const cachedCost = (key: object, weigh: () => Cost): Cost => {
  const cost = known.get(key) ?? weigh();
  known.set(key, cost);
  return cost;
};

function costOf(block: Drawable): Cost {
  if (block.type === 'list') return block.items.map(itemCost).reduce(plus, LIST);
  if (block.type === 'table') return tableCost(block);
  if (block.type === 'heading') return cachedCost(block, () => headingCost(block));
  return cachedCost(block, () => measure(blocksOf([block])));
}

/** The preceding blocks determine whether it is a header or bold text. */
const headingCost = (block: Extract<Drawable, { type: 'heading' }>): Cost =>
  maxCost(measure(blocksOf([block])), measure(blocksOf([{ ...block, level: 3 }])));

const itemCost = (item: RichText): Cost =>
  cachedCost(item, () => measure([{ ...SECTION, elements: elementsOf(item) }], 0));

/** A table after another is rendered as a list: the higher cost of the two is used. */
function tableCost({ columns, rows }: Table): Cost {
  const head = cachedCost(columns, () => maxCost(measure(blocksOf([{ type: 'table', columns, rows: [] }])), LIST));
  const names = cachedCost(head, () =>
    measure(
      columns.map((name) => ({ ...TEXT, text: ` · ${name}: ` })),
      0,
    ),
  );
  return rows
    .map((row) =>
      plus(
        cachedCost(row, () => rowCost(row, columns.length)),
        names,
      ),
    )
    .reduce(plus, head);
}

const rowCost = (row: readonly RichText[], width: number): Cost =>
  maxCost(measure([cellsOf(row, width)], 0), measure([{ ...SECTION, elements: row.flatMap(elementsOf) }], 0));

const SECTION = { type: 'rich_text_section' } as const;
const TEXT = { type: 'text' } as const;

function measure(drawn: readonly unknown[], pieces = drawn.length): Cost {
  const json = JSON.stringify(drawn);
  // Of the two budgets, the one that is used up sooner counts.
  const letters = Math.ceil((visibleCharacters(drawn) * BUDGET.characters) / BUDGET.letters);
  return {
    pieces,
    characters: Math.max(json.length + pieces * BLOCK_ID_COST, letters),
    // Everything that has a type: blocks and their elements.
    marks: json.match(/"type":/g)?.length ?? 0,
  };
}

/** The cost of a list without its items. */
const LIST = measure(blocksOf([{ type: 'list', items: [['.']] }]));

const plus = (a: Cost, b: Cost): Cost => ({
  pieces: a.pieces + b.pieces,
  characters: a.characters + b.characters,
  marks: a.marks + b.marks,
});

const maxCost = (a: Cost, b: Cost): Cost => ({
  pieces: Math.max(a.pieces, b.pieces),
  characters: Math.max(a.characters, b.characters),
  marks: Math.max(a.marks, b.marks),
});

/** Counts the visible characters: all texts, at any depth. */
function visibleCharacters(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value)
    .map(([key, inner]) => (key === 'text' && typeof inner === 'string' ? inner.length : visibleCharacters(inner)))
    .reduce((sum, letters) => sum + letters, 0);
}
