import { fileLines } from '#chat/file-blocks';
import type { Invocation } from '#core/commands/invocation';
import {
  type Block,
  type BlockType,
  type Evidence,
  type Inline,
  quoteText,
  type Reply,
  type RichText,
} from '#core/reply';
import { codeSpan, escapeAddress, escapeLineStart, escapeText } from './escape.ts';

/** Returns the line to type for an invocation. */
type FormatLine = (invocation: Invocation) => string;

/**
 * Renders a reply as CommonMark with tables; article text is never parsed as markup.
 *
 * mdast-util-to-markdown is not used: it escapes CommonMark syntax, but not what a chat platform parses as a mention, a
 * bare link or strikethrough (`@here`, `www.`, `~`), where a briefing may be pasted.
 */
export const render = ({ blocks }: Reply, formatLine: FormatLine): string =>
  `${blocks.map((block) => draw(block, formatLine)).join('\n\n')}\n`;

type Drawing<T extends BlockType> = (block: Extract<Block, { type: T }>, formatLine: FormatLine) => string;

/** A drawing for each block type; a missing one is a compile error. */
const DRAWINGS: { readonly [T in BlockType]: Drawing<T> } = {
  heading: ({ text, level }) => `${'#'.repeat(level)} ${escapeText(text)}`,
  paragraph: ({ text }) => richText(text),
  quote: drawQuote,
  table: drawTable,
  list: ({ items }) => items.map((item) => `- ${richText(item)}`).join('\n'),
  image: ({ url, alt }) => `![${escapeText(alt)}](${escapeAddress(url)})`,
  file: (block) => fileLines(block).map(richText).join('\n'),
  context: ({ text }) => richText(text),
  divider: () => '---',
  select: ({ label, command, options, option }, formatLine) =>
    `- ${escapeText(label)}: ${codeSpan(formatLine({ command, options: { ...options, [option]: '…' } }))}`,
  actions: ({ actions }, formatLine) =>
    actions.map(({ label, ...invocation }) => `- ${escapeText(label)}: ${codeSpan(formatLine(invocation))}`).join('\n'),
};

const draw = (block: Block, formatLine: FormatLine): string =>
  (DRAWINGS[block.type] as Drawing<BlockType>)(block, formatLine);

const richText = (text: RichText): string => escapeLineStart(text.map(inline).join(''));

function inline(piece: Inline): string {
  if (typeof piece === 'string') return escapeText(piece);
  const { text, style, href } = piece;
  const words = style === 'code' ? codeSpan(text) : styled(escapeText(text), style);
  return withLink(words, href);
}

/** Only http and https URLs become links, even if the article contains other kinds. */
const withLink = (words: string, href: string | undefined): string =>
  href !== undefined && /^https?:\/\//i.test(href) ? `[${words}](${escapeAddress(href)})` : words;

const EMPHASIS = { strong: '**', emphasis: '*' } as const;

/** Emphasis characters only work directly next to the text: surrounding white space is kept outside them. */
function styled(text: string, style: keyof typeof EMPHASIS | undefined): string {
  const words = text.trim();
  if (style === undefined || words === '') return text;
  return text.replace(words, () => `${EMPHASIS[style]}${words}${EMPHASIS[style]}`);
}

function drawQuote({ text, by, leadIn, evidence }: Extract<Block, { type: 'quote' }>): string {
  const words = quoteText(text.map(escapeText));
  const about = [
    ...(leadIn ? [richText(leadIn)] : []),
    ...(by || evidence
      ? [`— ${[...(by ? [richText(by)] : []), ...(evidence ? [evidenceLink(evidence)] : [])].join(' · ')}`]
      : []),
  ];
  return [words, ...about].map((line) => `> ${line}`).join('\n>\n');
}

function evidenceLink({ paragraph, label, href }: Evidence): string {
  const text = label ?? `¶${paragraph}`;
  return withLink(text, href);
}

/** A vertical bar ends a cell, even in a code span. */
const cell = (text: RichText): string => richText(text).replace(/(?<!\\)\|/g, '\\|');

function drawTable({ columns, rows }: Extract<Block, { type: 'table' }>): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map(escapeText)),
    line(columns.map(() => '---')),
    ...rows.map((row) => line(columns.map((_, index) => cell(row[index] ?? [])))),
  ].join('\n');
}
