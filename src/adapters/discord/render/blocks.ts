import type { APIComponentInContainer } from 'discord.js';
import type { Drawable, DrawableType } from '#chat/paginate/drawable';
import { drawButtons, drawMenu, drawPicture, SEPARATOR, type Tokens } from './components.ts';
import type { Line } from './links.ts';
import { drawQuote, marked, rich } from './rich-text.ts';
import { drawTable } from './table.ts';

/** What becomes of a block: lines, which are put together with those around them, or components. */
export type Drawn =
  | {
      readonly lines: readonly Line[];
      /** Something new begins here. */
      readonly rule?: true;
    }
  | { readonly components: readonly APIComponentInContainer[] };

type Drawing<T extends DrawableType> = (block: Extract<Drawable, { type: T }>, used: Tokens) => Drawn;

/** A title longer than this would fill a telephone in large letters: it is as small as a heading can be. */
const LONG_TITLE = 120;
const SMALLEST = 3;

/** Every block has its drawing; one without it does not compile. */
const DRAWINGS: { readonly [T in DrawableType]: Drawing<T> } = {
  heading: ({ text, level }) => {
    const lines = marked(`${'#'.repeat(text.length > LONG_TITLE ? SMALLEST : level)} `, rich([text]));
    return level < 3 ? { lines, rule: true } : { lines };
  },
  paragraph: ({ text }) => ({ lines: marked('', rich(text)) }),
  quote: (block) => ({ lines: drawQuote(block) }),
  table: (block) => ({ lines: drawTable(block) }),
  list: ({ items }) => ({ lines: items.flatMap((item) => marked('- ', rich(item))) }),
  context: ({ text }) => ({ lines: marked('-# ', rich(text)) }),
  image: ({ url, alt }) => {
    const picture = drawPicture(url, alt);
    return picture ? { components: [picture] } : { lines: marked('-# ', rich([`[picture: ${alt}]`])) };
  },
  divider: () => ({ components: [SEPARATOR] }),
  buttons: ({ buttons }, used) => ({ components: drawButtons(buttons, used) }),
  menu: (block, used) => ({ components: drawMenu(block, used) }),
};

/** A block without what stands around it. `used` are the tokens of its message so far. */
export const draw = (block: Drawable, used: Tokens): Drawn =>
  (DRAWINGS[block.type] as Drawing<DrawableType>)(block, used);
