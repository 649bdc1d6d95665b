import type { types } from '@slack/bolt';
import type { Drawable } from '#chat/paginate/drawable';
import { inEnglish } from '#core/messages/index';
import { type Drawn, drawBlock, type RenderState, type Rich } from './blocks.ts';
import { fallbackText, fullText } from './fallback-text.ts';
import { type Element, literal, mergeRuns } from './rich-text.ts';

/** A message without its channel: text for notifications and screen readers, and the blocks. */
export interface Message {
  readonly text: string;
  readonly blocks: types.KnownBlock[];
}

/** Disables link previews: only the text was requested. */
export const NO_UNFURL = { unfurl_links: false, unfurl_media: false } as const;

/** The message as sent. Plain text is sent without blocks. */
export const bodyOf = ({ text, blocks }: Message): Readonly<Record<string, unknown>> => ({
  text,
  ...(blocks.length > 0 ? { blocks } : {}),
  ...NO_UNFURL,
});

/** Renders an answer as Slack blocks. Article text in it is always shown literally. */
export function render(drawables: readonly Drawable[]): Message {
  const blocks = blocksOf(drawables);
  return { text: fallbackText(drawables), blocks: blocks.length > 0 ? blocks : blocksOf([EMPTY_REPLY]) };
}

/** Renders an answer as text alone, for a message whose blocks Slack refuses. */
export const renderText = (drawables: readonly Drawable[]): Message => ({ text: fullText(drawables), blocks: [] });

/** The blocks only; an empty array if there is nothing to render. */
export function blocksOf(drawables: readonly Drawable[]): types.KnownBlock[] {
  let state: RenderState = { titled: false, tables: 0, controls: 0 };
  return mergeRichText(
    drawables.map((drawable) => {
      const drawn = drawBlock(drawable, state);
      state = nextState(state, drawable);
      return drawn;
    }),
  );
}

const EMPTY_REPLY: Drawable = { type: 'paragraph', text: [inEnglish('chat.nothing')] };

const nextState = ({ titled, tables, controls }: RenderState, drawable: Drawable): RenderState => ({
  titled: titled || (drawable.type === 'heading' && drawable.level === 1),
  tables: tables + Number(drawable.type === 'table'),
  controls: controls + (drawable.type === 'buttons' ? drawable.buttons.length : Number(drawable.type === 'menu')),
});

/** Merges adjacent rich text into one block. */
function mergeRichText(drawn: readonly Drawn[]): types.KnownBlock[] {
  const blocks: types.KnownBlock[] = [];
  let open: Rich[] = [];
  const close = (): void => {
    if (open.length > 0) blocks.push(rich(open));
    open = [];
  };
  for (const item of drawn) {
    if ('rich' in item) open.push(...item.rich);
    else {
      close();
      blocks.push(...item.blocks);
    }
  }
  close();
  return blocks;
}

const rich = (all: readonly Rich[]): types.RichTextBlock => ({
  type: 'rich_text',
  elements: all.map((part, at) => withSpacing(part, all[at - 1], all[at + 1])),
});

/** Adds an empty line between sections that do not belong together. */
function withSpacing(
  { element, close }: Rich,
  before: Rich | undefined,
  next: Rich | undefined,
): types.RichTextBlockElement {
  if (element.type !== 'rich_text_section') return element;
  const apart = before !== undefined && before.close !== 'below' && close !== 'above';
  const followed = next !== undefined && next.element.type === 'rich_text_quote' && close !== 'below';
  const elements = mergeRuns([
    ...(apart ? literal('\n') : []),
    ...(element.elements as Element[]),
    ...(followed ? literal('\n') : []),
  ]);
  return { ...element, elements: [...elements] };
}
