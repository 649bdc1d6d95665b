import type { APIComponentInContainer } from 'discord.js';
import type { Drawable, DrawableType } from '#chat/paginate/drawable';
import { drawButtons, drawFile, drawMenu, drawPicture, SEPARATOR, type UsedTokens } from './components.ts';
import type { MarkupLine } from './links.ts';
import { drawQuote, prefixed, richLine } from './rich-text.ts';
import { drawTable } from './table.ts';

/** A rendered block: lines, which are merged with adjacent ones, or components. */
export type Drawn =
  | {
      readonly lines: readonly MarkupLine[];
      /** Whether a new section begins here. */
      readonly rule?: true;
    }
  | { readonly components: readonly APIComponentInContainer[] };

type Drawing<T extends DrawableType> = (block: Extract<Drawable, { type: T }>, used: UsedTokens) => Drawn;

/** A longer title would fill a phone screen in large type, so it gets the smallest heading. */
const MAX_LARGE_TITLE = 120;
const SMALLEST_HEADING = 3;

/** A renderer for every block type; a missing one does not compile. */
const DRAWINGS: { readonly [T in DrawableType]: Drawing<T> } = {
  heading: ({ text, level }) => {
    const lines = prefixed(
      `${'#'.repeat(text.length > MAX_LARGE_TITLE ? SMALLEST_HEADING : level)} `,
      richLine([text]),
    );
    return level < 3 ? { lines, rule: true } : { lines };
  },
  paragraph: ({ text }) => ({ lines: prefixed('', richLine(text)) }),
  quote: (block) => ({ lines: drawQuote(block) }),
  table: (block) => ({ lines: drawTable(block) }),
  list: ({ items }) => ({ lines: items.flatMap((item) => prefixed('- ', richLine(item))) }),
  context: ({ text }) => ({ lines: prefixed('-# ', richLine(text)) }),
  image: ({ url, alt }) => {
    const picture = drawPicture(url, alt);
    return picture ? { components: [picture] } : { lines: prefixed('-# ', richLine([`[picture: ${alt}]`])) };
  },
  file: (block) => ({ components: [drawFile(block)] }),
  divider: () => ({ components: [SEPARATOR] }),
  buttons: ({ buttons }, used) => ({ components: drawButtons(buttons, used) }),
  menu: (block, used) => ({ components: drawMenu(block, used) }),
};

/** Renders a block without its context. `used` contains the tokens used in its message so far. */
export const drawBlock = (block: Drawable, used: UsedTokens): Drawn =>
  (DRAWINGS[block.type] as Drawing<DrawableType>)(block, used);
