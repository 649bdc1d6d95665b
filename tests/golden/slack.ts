import type { types } from '@slack/bolt';
import { readActionId } from '#adapters/slack/render/action-ids';
import { MESSAGE_BUDGET } from '#adapters/slack/render/budget';
import { render } from '#adapters/slack/render/message';
import { decodeToken } from '#chat/button-token';
import type { Drawable } from '#chat/paginate/drawable';
import { paginate } from '#chat/paginate/paginate';
import { formatLine } from '#commandline';
import { commands } from '#commands';
import type { Invocation } from '#core/commands/invocation';
import type { Reply } from '#core/reply';

type Known = types.KnownBlock;
type Inline = types.RichTextElement;

/** An answer in Slack, at least one line per block; each further part follows a separator. */
export function drawForSlack(reply: Reply, invocation: Invocation | undefined): string {
  const messages: string[] = [];
  for (let part = 1; ; part += 1) {
    const drawables = paginate(reply, {
      commands,
      budget: MESSAGE_BUDGET,
      invocation,
      part,
      extras: ['form', 'share'],
    });
    messages.push(drawMessage(drawables));
    if (!hasMore(drawables)) return messages.join('\n--- the next part ---\n\n');
  }
}

const hasMore = (drawables: readonly Drawable[]): boolean =>
  drawables.some((block) => block.type === 'buttons' && block.buttons.some(({ label }) => label.startsWith('More (')));

function drawMessage(drawables: readonly Drawable[]): string {
  const { text, blocks } = render(drawables);
  return [`[text] ${text}`, ...blocks.map(drawBlock)].join('\n\n').concat('\n');
}

function drawBlock(block: Known): string {
  switch (block.type) {
    case 'header':
      return `[header] ${block.text.text}`;
    case 'context':
      return `[context] ${block.elements.map((one) => ('text' in one ? drawText(one) : '[picture]')).join('  ')}`;
    case 'divider':
      return '[divider]';
    case 'image':
      return `[image] ${block.alt_text} ${'image_url' in block ? block.image_url : ''}`;
    case 'rich_text':
      return drawRich(block);
    case 'table':
      return ['[table]', ...block.rows.map((row) => `| ${row.map(drawCell).join(' | ')} |`)].join('\n');
    case 'actions':
      return block.elements.map((element) => drawElement(element, block.block_id ?? '')).join('\n');
    default:
      return JSON.stringify(block);
  }
}

/** Markup is labelled as such; plain text is shown literally. */
const drawText = (text: types.TextObject): string => (text.type === 'mrkdwn' ? `{${text.text}}` : text.text);

const drawRich = ({ elements }: types.RichTextBlock): string =>
  elements
    .map((element) => {
      switch (element.type) {
        case 'rich_text_list':
          return element.elements.map((item) => `• ${drawInline(item.elements)}`).join('\n');
        case 'rich_text_quote':
          return `┃ ${drawInline(element.elements)}`;
        default:
          return drawInline(element.elements);
      }
    })
    .join('\n');

const drawInline = (elements: readonly Inline[]): string =>
  elements
    .map((element) => {
      if (element.type !== 'text' && element.type !== 'link') return JSON.stringify(element);
      const { bold, italic, code } = element.style ?? {};
      const mark = bold ? '**' : italic ? '_' : code ? '`' : '';
      const words = `${mark}${element.text ?? ''}${mark}`;
      return element.type === 'link' ? `[${words}](${element.url})` : words;
    })
    .join('');

const drawCell = (cell: types.TableBlock['rows'][number][number]): string =>
  cell.type === 'rich_text' ? drawRich(cell) : cell.text;

function drawElement(element: types.ActionsBlockElement, block_id: string): string {
  if (element.type === 'button') {
    const mark = element.style === undefined ? '' : ` (${element.style})`;
    return `(button ${element.text.text}${mark} → ${drawToken({ ...element, block_id })})`;
  }
  if (element.type === 'static_select') {
    const options = (element.options ?? []).map(({ text, value }) => `  ${text.text} = ${value}`);
    return [`(menu ${element.placeholder?.text} → ${drawToken({ ...element, block_id })}`, ...options]
      .join('\n')
      .concat(')');
  }
  return JSON.stringify(element);
}

/** The action of a control: `go /quotes article:river-dam`. */
function drawToken({
  action_id = '',
  block_id,
  value,
}: {
  action_id?: string;
  block_id: string;
  value?: string;
}): string {
  const text = readActionId({ action_id, block_id, ...(value === undefined ? {} : { value }) });
  const token = text === undefined ? undefined : decodeToken(text, commands);
  if (!token) return `nothing: ${text}`;
  const line = formatLine(token.invocation);
  return [token.action, line, token.option && `${token.option}:?`, token.part > 1 && `part ${token.part}`]
    .filter(Boolean)
    .join(' ');
}
