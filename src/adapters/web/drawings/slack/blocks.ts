import type { types } from '@slack/bolt';
import { type Child, type Element, h, picture } from '../elements.ts';
import { drawAction } from './controls.ts';
import { drawMarkup } from './markup.ts';
import { drawRichText } from './rich-text.ts';

type Block = types.KnownBlock;
/** The blocks used in messages. Those of forms are drawn in modal.ts. */
const DRAWN = ['header', 'rich_text', 'section', 'context', 'table', 'image', 'divider', 'actions'] as const;
type DrawnType = (typeof DRAWN)[number];

type Drawing<T extends DrawnType> = (block: Extract<Block, { type: T }>) => Element;

/** A drawing for each block type in use; a missing one is a compile error. */
const DRAWINGS: { readonly [T in DrawnType]: Drawing<T> } = {
  header: ({ text }) => h('p.header', { role: 'heading', ariaLevel: 2 }, text.text),
  rich_text: drawRichText,
  section: ({ text, accessory }) =>
    h('div.section', text ? h('p', ...drawText(text)) : '', accessory ? drawAction(accessory) : ''),
  context: ({ elements }) =>
    h(
      'p.context',
      ...elements.flatMap((element): readonly Child[] => [
        h('span', ...(element.type === 'image' ? [`[picture: ${element.alt_text}]`] : drawText(element))),
        ' ',
      ]),
    ),
  table: ({ rows }) => drawTable(rows),
  image: (block) => drawImage(block),
  divider: () => h('hr'),
  actions: ({ elements, block_id }) => h('div.actions', ...elements.map((element) => drawAction(element, block_id))),
};

const isDrawn = (type: string): type is DrawnType => (DRAWN as readonly string[]).includes(type);

/** Draws blocks as Slack shows them. Unsupported types are named, never omitted. */
export const drawBlocks = (blocks: readonly Block[]): readonly Child[] =>
  blocks.map((block) =>
    isDrawn(block.type)
      ? (DRAWINGS[block.type] as Drawing<DrawnType>)(block as never)
      : h('p.not-drawn', `A block of the type “${block.type}” is not drawn here.`),
  );

/** Draws a text object: plain text or markup. */
export const drawText = (text: types.TextObject): readonly Child[] =>
  text.type === 'mrkdwn' ? drawMarkup(text.text) : [text.text];

type Rows = types.TableBlock['rows'];

/** Draws a table; the first row contains the column names. */
function drawTable([head = [], ...rows]: Rows): Element {
  const cell = (cellBlock: Rows[number][number]): readonly Child[] =>
    cellBlock.type === 'raw_text' ? [cellBlock.text] : [drawRichText(cellBlock as types.RichTextBlock)];
  return h('div.table', { tabIndex: 0, role: 'region', ariaLabel: 'Table' }, [
    h('table', [
      h('thead', h('tr', ...head.map((cellBlock) => h('th', { scope: 'col' }, ...cell(cellBlock))))),
      h('tbody', ...rows.map((row) => h('tr', ...row.map((cellBlock) => h('td', ...cell(cellBlock)))))),
    ]),
  ]);
}

/** Names an external picture without loading it: the page makes no external requests. */
function drawImage(block: types.ImageBlock): Element {
  if ('slack_file' in block && block.slack_file && 'id' in block.slack_file)
    return picture(String(block.slack_file.id), block.alt_text);
  const url = 'image_url' in block ? block.image_url : undefined;
  return h(
    'figure',
    h('figcaption', h('a', { href: url, rel: 'noopener noreferrer' }, `[picture: ${block.alt_text}]`)),
  );
}
