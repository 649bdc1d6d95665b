import type { types } from '@slack/bolt';
import { type Child, type Element, h, link, withBreaks } from '../elements.ts';

type Piece = types.RichTextElement;
type Part = types.RichTextBlockElement;

type PieceDrawing<T extends Piece['type']> = (piece: Extract<Piece, { type: T }>) => readonly Child[];

/** A drawing for each rich text element; a missing one is a compile error. */
const PIECES: { readonly [T in Piece['type']]: PieceDrawing<T> } = {
  text: ({ text, style }) => styled(withBreaks(text), style),
  link: ({ url, text, style }) => styled([link(url, text ?? url)], style),
  channel: ({ channel_id, style }) => styled([mention(`#${channel_id}`)], style),
  user: ({ user_id, style }) => styled([mention(`@${user_id}`)], style),
  usergroup: ({ usergroup_id, style }) => styled([mention(`@${usergroup_id}`)], style),
  team: ({ team_id, style }) => styled([mention(team_id)], style),
  broadcast: ({ range, style }) => styled([mention(`@${range}`)], style),
  emoji: ({ name, style }) => styled([`:${name}:`], style),
  color: ({ value, style }) => styled([value], style),
  date: ({ fallback, timestamp, style }) => styled([fallback ?? new Date(timestamp * 1000).toISOString()], style),
};

const drawPieces = (pieces: readonly Piece[]): readonly Child[] =>
  pieces.flatMap((piece) => (PIECES[piece.type] as PieceDrawing<Piece['type']>)(piece as never));

interface Style {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly strike?: boolean;
  readonly code?: boolean;
}

function styled(children: readonly Child[], { bold, italic, strike, code }: Style = {}): readonly Child[] {
  let drawn = children;
  if (code) drawn = [h('code', ...drawn)];
  if (strike) drawn = [h('s', ...drawn)];
  if (italic) drawn = [h('em', ...drawn)];
  if (bold) drawn = [h('strong', ...drawn)];
  return drawn;
}

const mention = (text: string): Element => h('span.mention', text);

type PartDrawing<T extends Part['type']> = (part: Extract<Part, { type: T }>) => Element;

/** A drawing for each part of a rich text block; a missing one is a compile error. */
const PARTS: { readonly [T in Part['type']]: PartDrawing<T> } = {
  rich_text_section: ({ elements }) => h('p', ...drawPieces(withoutTrailingBreak(elements))),
  rich_text_quote: ({ elements }) => h('blockquote', { dir: 'auto' }, ...drawPieces(elements)),
  rich_text_preformatted: ({ elements }) => h('pre', ...drawPieces(elements)),
  rich_text_list: ({ elements, style }) =>
    h(style === 'ordered' ? 'ol' : 'ul', ...elements.map((item) => h('li', ...drawPieces(item.elements)))),
};

/** Removes a trailing line break: a section is a paragraph already, so the break would add an empty line. */
function withoutTrailingBreak(elements: readonly Piece[]): readonly Piece[] {
  const last = elements.at(-1);
  if (last?.type !== 'text' || !last.text.endsWith('\n')) return elements;
  return [...elements.slice(0, -1), { ...last, text: last.text.slice(0, -1) }];
}

export const drawRichText = ({ elements }: types.RichTextBlock): Element =>
  h('div.rich', ...elements.map((part) => (PARTS[part.type] as PartDrawing<Part['type']>)(part as never)));
