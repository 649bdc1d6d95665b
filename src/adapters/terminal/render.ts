import { fileLines } from '#chat/file-blocks';
import type { Invocation } from '#core/commands/invocation';
import {
  type Action,
  type Block,
  type BlockType,
  quoteText,
  type Reply,
  type RichText,
  type SelectBlock,
} from '#core/reply';
import { sanitize } from '#text/sanitize';
import { MARGIN_FROM, MAX_WIDTH, MIN_WIDTH } from './limits.ts';
import { drawTable } from './table.ts';
import { addressesOf, ownText, run, toRuns } from './text.ts';
import { type Run, type Style, type TextLine, widthOf, wrap } from './wrap.ts';

/** Applies a style to a text that is safe to print. */
export type Paint = (style: Style, text: string) => string;

/** No colours or weights: for files, pipes and tests. */
export const plainPaint: Paint = (_, text) => text;

export interface RenderOptions {
  /** The width of the terminal. */
  readonly columns: number;
  readonly paint: Paint;
  /** The line to type for an invocation. */
  readonly formatLine: (invocation: Invocation) => string;
}

/** Renders a reply as text for a terminal. */
export function render(reply: Reply, { columns, paint, formatLine }: RenderOptions): string {
  const width = Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, columns));
  const margin = columns >= MARGIN_FROM ? '  ' : '';
  const blocks = joinDrawn(reply.blocks);
  return blocks
    .flatMap((block, index): readonly TextLine[] => {
      const lines = draw(block, width - margin.length * 2, formatLine);
      return index > 0 && isApart(blocks, index) ? [[], ...lines] : lines;
    })
    .map((line) => `${margin}${paintLine(line, paint)}`.trimEnd())
    .map((line) => `${line}\n`)
    .join('');
}

/** Appends selects to the actions before them, so that all are shown in one list. */
function joinDrawn(blocks: readonly Block[]): readonly Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (block.type !== 'select' || last?.type !== 'actions') joined.push(block);
    else joined[joined.length - 1] = { type: 'actions', actions: [...last.actions, toType(block)] };
  }
  return joined;
}

/** The line to type for a choice, without its value; Tab completes it. */
const toType = ({ label, command, options, option }: SelectBlock): Action => ({
  label,
  command,
  options: { ...options, [option]: '…' },
});

const paintLine = (line: TextLine, paint: Paint): string =>
  line.map(({ text, style }) => (style === 'plain' ? text : paint(style, text))).join('');

/** Whether a block is preceded by an empty line: related blocks stay together. */
function isApart(blocks: readonly Block[], index: number): boolean {
  const [before, here] = [blocks[index - 1]?.type, blocks[index]?.type];
  const name = blocks[index - 2];
  const underName = before === 'context' && name?.type === 'heading' && name.level === 3;
  const saysMore = here === 'context' && before === 'paragraph';
  return before !== 'heading' && !underName && !saysMore;
}

type Drawing<T extends BlockType> = (
  block: Extract<Block, { type: T }>,
  width: number,
  formatLine: RenderOptions['formatLine'],
) => readonly TextLine[];

/** A drawing for each block type; a missing one is a compile error. */
const DRAWINGS: { readonly [T in BlockType]: Drawing<T> } = {
  heading: ({ text, level }, width) =>
    wrap([run(text, level === 1 ? 'title' : level === 2 ? 'section' : 'strong')], width),
  paragraph: ({ text }, width) => drawText(text, 'plain', width),
  context: ({ text }, width) => drawText(text, 'faint', width),
  list: ({ items }, width) => items.flatMap((item) => indent(wrap(toRuns(item), width - 2), '• ')),
  table: drawTable,
  quote: drawQuote,
  image: ({ url, alt }, width) => wrap([run(`[picture: ${alt}]`), run(` ${url}`, 'faint')], width),
  file: (block, width) => fileLines(block).flatMap((text) => drawText(text, 'plain', width)),
  divider: (_, width) => [[ownText('─'.repeat(Math.min(width, 24)))]],
  select: (block, width, formatLine) => drawActions([toType(block)], width, formatLine),
  actions: ({ actions }, width, formatLine) => drawActions(actions, width, formatLine),
};

const draw = (block: Block, width: number, formatLine: RenderOptions['formatLine']): readonly TextLine[] =>
  (DRAWINGS[block.type] as Drawing<BlockType>)(block, width, formatLine);

/** Draws a text with its URLs below it. */
const drawText = (text: RichText, style: Style, width: number): readonly TextLine[] =>
  [toRuns(text, style), ...addressesOf(text).map((address) => [address])].flatMap((runs) => wrap(runs, width));

const indent = (lines: readonly TextLine[], first: string, rest = '  '): readonly TextLine[] =>
  lines.map((line, index) => [ownText(index === 0 ? first : rest), ...line]);

function drawQuote({ text, by, leadIn, evidence }: Extract<Block, { type: 'quote' }>, width: number) {
  const words = quoteText(text);
  const place = evidence && (evidence.label ?? `¶${evidence.paragraph}`);
  const about: Run[][] = [
    leadIn ? [...toRuns(leadIn, 'faint')] : [],
    by ? [run('— ', 'faint'), ...toRuns(by, 'faint')] : [],
  ].filter((runs) => runs.length > 0);
  if (place !== undefined) {
    const last = about.pop();
    about.push(last ? [...last, run(` · ${place}`, 'faint')] : [run(place, 'faint')]);
  }
  return [
    ...indent(wrap([run(words)], width - 2), '▎ ', '▎ '),
    ...about.flatMap((runs) => indent(wrap(runs, width - 2), '  ')),
  ];
}

/** Draws each action with the line to type: next to its label, or below it if a word would have to be cut. */
function drawActions(
  actions: readonly Action[],
  width: number,
  formatLine: RenderOptions['formatLine'],
): readonly TextLine[] {
  const room = Math.max(...actions.map(({ label }) => widthOf(label))) + 2;
  const typed = actions.map((action) => formatLine(action));
  const longest = Math.max(...typed.flatMap((line) => line.split(' ')).map(widthOf));
  const roomy = room <= width / 3 && longest <= width - room;
  return actions.flatMap(({ label }, index) => {
    const lines = wrap([run(typed[index] ?? '', 'code')], width - (roomy ? room : 2));
    if (!roomy) return [...wrap([run(label, 'faint')], width), ...indent(lines, '  ')];
    return indent(lines, sanitize(label).padEnd(room), ' '.repeat(room));
  });
}
