import type { Cost, Drawable, MessageBudget } from '#chat/paginate/drawable';
import { BUDGET, BUTTON, MENU } from '../limits.ts';
import { drawBlock } from './blocks.ts';
import { TYPE } from './components.ts';
import { costOfLines } from './links.ts';

/** The container around all components, and its first text. */
const CONTAINER_BLOCKS = 2;

/**
 * The budget of one message. A block costs its text as sent, including escapes and formatting marks, but only the URLs
 * that serve as evidence of a quotation: other URLs are omitted before any text is.
 */
export const MESSAGE_BUDGET: MessageBudget = {
  limit: { ...BUDGET, pieces: BUDGET.pieces - CONTAINER_BLOCKS },
  costOf: cachedCost,
  token: BUTTON.token,
  value: MENU.value,
};

/** Adjacent texts are one component. A block between two texts is counted together with the text after it. */
const TEXT_BLOCKS = 1;

/** Costs are cached: paginating requests them many times, and a block never changes. */
const COSTS = new WeakMap<Drawable, Cost>();

function cachedCost(block: Drawable): Cost {
  const known = COSTS.get(block) ?? costOf(block);
  COSTS.set(block, known);
  return known;
}

function costOf(block: Drawable): Cost {
  const drawn = drawBlock(block, new Set());
  if ('components' in drawn) {
    const pieces = drawn.components.reduce(
      (sum, component) => sum + 1 + (component.type === TYPE.row ? component.components.length : 0),
      TEXT_BLOCKS,
    );
    return { pieces, characters: 0, marks: 0 };
  }
  const { characters, marks } = costOfLines(drawn.lines);
  // A line break after each line, and an empty line before the first.
  return { pieces: drawn.rule ? 1 + TEXT_BLOCKS : 0, characters: characters + drawn.lines.length + 1, marks };
}
