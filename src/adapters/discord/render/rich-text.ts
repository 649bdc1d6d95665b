import { type Evidence, type Inline, type QuoteBlock, quoteText, type RichText } from '#core/reply';
import { sanitize } from '#text/sanitize';
import { isSnowflake } from '../snowflake.ts';
import { escapeListMarker, escapeText, startsWithListMarker } from './escape.ts';
import { bareLine, type InlineMarkup, type MarkupLine, makeLink } from './links.ts';

const STYLE_MARKERS = { strong: '**', emphasis: '*' } as const;

/** Renders rich text as one line; empty if it has no content. */
export function richLine(text: RichText): MarkupLine {
  const line: InlineMarkup[] = [];
  let before = '';
  for (const piece of text) {
    const markup = inline(piece, before);
    line.push(markup);
    before = bareLine([markup]).slice(-1) || before;
  }
  if (bareLine(line).trim() === '') return [];
  const [first, ...rest] = line;
  const begun = typeof first === 'string' ? [escapeListMarker(first), ...rest] : line;
  return startsWithListMarker(bareLine(begun)) ? [escapeListMarker(escapeText(plainTextOf(text)))] : begun;
}

const plainTextOf = (text: RichText): string =>
  text.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');

/** @param before the preceding character: adjacent marks would be read as different ones, so this text gets none. */
function inline(piece: Inline, before: string): InlineMarkup {
  if (typeof piece === 'string') return escapeText(piece);
  const { text, style, href, channel, mention } = piece;
  if (mention !== undefined) return mention;
  if (channel !== undefined && isSnowflake(channel)) return `<#${channel}>`;
  const words = sanitize(text);
  if (style === 'code') return makeLink(words, before === '`' ? escapeText(words) : codeSpan(words), { href });
  const mark = style === undefined || before === '*' ? '' : STYLE_MARKERS[style];
  return makeLink(words, styled(escapeText(words), mark), { href, mark: words === words.trim() ? mark : '' });
}

/** Emphasis marks only work directly next to the text: surrounding white space stays outside them. */
function styled(markup: string, mark: string): string {
  const words = markup.trim();
  return words === '' ? markup : markup.replace(words, () => `${mark}${words}${mark}`);
}

/** Backslashes do not escape in a code span, so text that contains backticks is shown as plain text. */
const codeSpan = (words: string): string =>
  words.trim() === '' || words.includes('`') ? escapeText(words) : `\`${words}\``;

/** A line with the given prefix; none if it has no content. */
export const prefixed = (mark: string, line: MarkupLine): readonly MarkupLine[] =>
  line.length === 0 ? [] : [[mark, ...line]];

/** Renders the quotation, then in small print its sentence, its speaker and its place in the article. */
export function drawQuote({ text, by, leadIn, evidence }: QuoteBlock): readonly MarkupLine[] {
  const about = [...(leadIn ? [richLine(leadIn)] : []), ...(by ? [['— ', ...richLine(by)]] : [])].filter(
    (line) => line.length > 0,
  );
  if (evidence) {
    const last = about.pop();
    about.push([...(last ? [...last, ' · '] : []), evidenceLink(evidence)]);
  }
  return [[`> ${quoteText(text.map(escapeText))}`], ...about.map((line) => ['> -# ', ...line])];
}

function evidenceLink({ paragraph, label, href }: Evidence): InlineMarkup {
  const words = label ?? `¶${paragraph}`;
  return makeLink(words, words, { href, required: true });
}
