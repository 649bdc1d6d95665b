import type { Cost, Drawable, Room } from '#chat/present';
import { LONGEST_TOKEN } from './ids.ts';
import { BUDGET, LIMITS } from './limits.ts';
import { render } from './render.ts';

/** The block's own id, which Slack makes and keeps beside it; and a comma. */
const ID = '"block_id":"Abc1=",,'.length;

/** What Slack takes, as far as an answer has to be cut for it; its own count is not documented (see `LIMITS.message`). */
export const ROOM: Room = {
  most: { pieces: BUDGET.blocks, characters: BUDGET.characters, marks: BUDGET.marks },
  costOf,
  token: LONGEST_TOKEN,
  value: LIMITS.optionValue,
};

/** A table is a list where another stands before it: it costs what the dearer of the two does. */
function costOf(block: Drawable): Cost {
  const alone = measured([block]);
  if (block.type !== 'table') return alone;
  const second = measured([EMPTY_TABLE, block]);
  return {
    pieces: Math.max(alone.pieces, second.pieces),
    characters: Math.max(alone.characters, second.characters),
    marks: Math.max(alone.marks, second.marks),
  };
}

const EMPTY_TABLE: Drawable = { type: 'table', columns: ['-'], rows: [] };

function measured(drawables: readonly Drawable[]): Cost {
  const { blocks } = render(drawables);
  const json = JSON.stringify(blocks);
  // Of two budgets the one that is used up sooner counts.
  const letters = Math.ceil((lettersOf(blocks) * BUDGET.characters) / BUDGET.letters);
  return {
    pieces: blocks.length,
    characters: Math.max(json.length + blocks.length * ID, letters),
    // Everything that has a type: blocks, and what is in them.
    marks: json.match(/"type":/g)?.length ?? 0,
  };
}

/** Letters that a reader sees: every text, wherever it stands. */
function lettersOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value)
    .map(([key, inner]) => (key === 'text' && typeof inner === 'string' ? inner.length : lettersOf(inner)))
    .reduce((sum, letters) => sum + letters, 0);
}
