import type { types } from '@slack/bolt';
import type { Drawable, DrawableType } from '#chat/paginate/drawable';
import { type QuoteBlock, quoteText, type RichText } from '#core/reply';
import { sanitize } from '#text/sanitize';
import { LIMITS } from '../limits.ts';
import { buttonRows, labelOf, menuBlock } from './actions.ts';
import { contextBlock } from './context-line.ts';
import { addressOf, type Element, elementsOf, literal, mergeRuns, plainText } from './rich-text.ts';
import { tableBlock, tableItems, withoutEmptyColumns } from './table.ts';

/** A rendered block: rich text that is merged with its neighbours, or separate blocks. */
export type Drawn = { readonly rich: readonly Rich[] } | { readonly blocks: readonly types.KnownBlock[] };

export interface Rich {
  readonly element: types.RichTextBlockElement;
  /** Whether it belongs to the block above, or is the heading of the block below. */
  readonly close?: 'above' | 'below';
}

/** The state of a message while it is rendered: Slack accepts one table, and no duplicate IDs. */
export interface RenderState {
  /** The message has a title, above its other headings. */
  readonly titled: boolean;
  readonly tables: number;
  readonly controls: number;
}

type Drawing<T extends DrawableType> = (block: Extract<Drawable, { type: T }>, state: RenderState) => Drawn;

/** A renderer for each block type; a missing one is a compile error. */
const DRAWINGS: { readonly [T in DrawableType]: Drawing<T> } = {
  heading: ({ text, level }, { titled }) => heading(sanitize(text).trim(), level < (titled ? 2 : 3)),
  paragraph: ({ text }) => inRich(text),
  context: ({ text }) => {
    const block = contextBlock(text);
    return block ? { blocks: [block] } : inRich(text);
  },
  quote: (block) => ({ rich: quote(block) }),
  list: ({ items }) => listed(items.map(elementsOf)),
  table: (given, { tables }) => {
    const table = withoutEmptyColumns(given);
    const block = tables === 0 ? tableBlock(table) : undefined;
    return block ? { blocks: [block] } : listed(tableItems(table));
  },
  image: ({ url, alt }) => image(addressOf(url), sanitize(alt).trim()),
  file: ({ uploaded, alt }) => file(uploaded, sanitize(alt).trim()),
  divider: () => ({ blocks: [{ type: 'divider' }] }),
  buttons: ({ buttons }, { controls }) => ({ blocks: buttonRows(buttons, controls) }),
  menu: (menu, { controls }) => ({ blocks: [menuBlock(menu, controls)] }),
};

/** Renders one block at its place in a message. */
export const drawBlock = (block: Drawable, state: RenderState): Drawn =>
  (DRAWINGS[block.type] as Drawing<DrawableType>)(block as never, state);

/**
 * Renders a heading. Slack has one large size only: headings below a title are bold instead, as are names above their
 * quotations and headings that are too long.
 */
function heading(text: string, isBig: boolean): Drawn {
  if (text === '') return { rich: [] };
  if (isBig && text.length <= LIMITS.header) return { blocks: [{ type: 'header', text: plainText(text) }] };
  return { rich: [{ element: section([{ text, style: 'strong' }]), close: 'below' }] };
}

function image(url: string | undefined, alt: string): Drawn {
  if (url === undefined) return inRich([`[picture: ${alt}]`]);
  return { blocks: [{ type: 'image', image_url: url, alt_text: labelOf(alt, LIMITS.alt).text }] };
}

/** A picture that was uploaded to Slack; as text if it was not. */
function file(id: string | undefined, alt: string): Drawn {
  if (id === undefined) return inRich([alt]);
  return { blocks: [{ type: 'image', slack_file: { id }, alt_text: labelOf(alt, LIMITS.alt).text }] };
}

const section = (text: RichText): types.RichTextSection => ({
  type: 'rich_text_section',
  elements: [...elementsOf(text)],
});

function inRich(text: RichText): Drawn {
  const element = section(text);
  return { rich: hasLetters(element.elements) ? [{ element }] : [] };
}

const hasLetters = (elements: readonly types.RichTextElement[]): boolean =>
  elements.some((element) => element.type === 'channel' || ('text' in element && element.text?.trim()));

function listed(items: readonly (readonly Element[])[]): Drawn {
  const elements = items
    .filter(hasLetters)
    .map((item): types.RichTextSection => ({ type: 'rich_text_section', elements: [...item] }));
  return { rich: elements.length > 0 ? [{ element: { type: 'rich_text_list', style: 'bullet', elements } }] : [] };
}

/** The quoted words; below them, the sentence around them, the speaker and the source. */
function quote({ text, by, leadIn, evidence }: QuoteBlock): readonly Rich[] {
  const words: Rich = { element: { type: 'rich_text_quote', elements: [...literal(quoteText(text.map(sanitize)))] } };
  const place = evidence && {
    text: evidence.label ?? `¶${evidence.paragraph}`,
    ...(evidence.href === undefined ? {} : { href: evidence.href }),
  };
  const lines = [leadIn ?? [], by ? ['— ', ...by] : []].map(elementsOf).filter(hasLetters);
  const last = lines.pop() ?? [];
  const end = place ? elementsOf([...(last.length > 0 ? [' · '] : []), place]) : [];
  const about = [...lines, [...last, ...end]].flatMap((line, at) => [...(at > 0 ? literal('\n') : []), ...line]);
  if (about.length === 0) return [words];
  return [words, { element: { type: 'rich_text_section', elements: [...mergeRuns(about)] }, close: 'above' }];
}
