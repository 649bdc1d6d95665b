import { type Evidence, type Inline, inMarks, type QuoteBlock, type RichText } from '#core/reply';
import { plain } from '#text/sanitize';
import { isSnowflake } from '../snowflake.ts';
import { beginsList, escapeBeginning, escapeText } from './escape.ts';
import { bareLine, type Ink, type Line, linked } from './links.ts';

const MARKS = { strong: '**', emphasis: '*' } as const;

/** Rich text as one line; empty where it says nothing. */
export function rich(text: RichText): Line {
  const line: Ink[] = [];
  for (const piece of text) {
    line.push(inline(piece, bareLine(line).slice(-1)));
  }
  if (bareLine(line).trim() === '') return [];
  const [first, ...rest] = line;
  const begun = typeof first === 'string' ? [escapeBeginning(first), ...rest] : line;
  return beginsList(bareLine(begun)) ? [escapeBeginning(escapeText(lettersOf(text)))] : begun;
}

const lettersOf = (text: RichText): string =>
  text.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');

/** @param before the letter it follows: marks that touch each other are read as others, so that this one goes without. */
function inline(piece: Inline, before: string): Ink {
  if (typeof piece === 'string') return escapeText(piece);
  const { text, style, href, channel } = piece;
  if (channel !== undefined && isSnowflake(channel)) return `<#${channel}>`;
  const words = plain(text);
  if (style === 'code') return linked(words, before === '`' ? escapeText(words) : codeSpan(words), { href });
  const mark = style === undefined || before === '*' ? '' : MARKS[style];
  return linked(words, styled(escapeText(words), mark), { href, mark: words === words.trim() ? mark : '' });
}

/** Marks stand next to letters or they are no marks: white space stays outside. */
function styled(markup: string, mark: string): string {
  const words = markup.trim();
  return words === '' ? markup : markup.replace(words, () => `${mark}${words}${mark}`);
}

/** Backslashes mean nothing in a code span, so that one with backticks in it is drawn as plain letters. */
const codeSpan = (words: string): string =>
  words.trim() === '' || words.includes('`') ? escapeText(words) : `\`${words}\``;

/** A line that begins with a mark of its own, or none where it says nothing. */
export const marked = (mark: string, line: Line): readonly Line[] => (line.length === 0 ? [] : [[mark, ...line]]);

/** The words, then in small print the sentence around them, who said them and where they stand. */
export function drawQuote({ text, by, leadIn, evidence }: QuoteBlock): readonly Line[] {
  const about = [...(leadIn ? [rich(leadIn)] : []), ...(by ? [['— ', ...rich(by)]] : [])].filter(
    (line) => line.length > 0,
  );
  if (evidence) {
    const last = about.pop();
    about.push([...(last ? [...last, ' · '] : []), place(evidence)]);
  }
  return [[`> ${inMarks(text.map(escapeText))}`], ...about.map((line) => ['> -# ', ...line])];
}

function place({ paragraph, href }: Evidence): Ink {
  const words = paragraph === 0 ? 'headline' : `¶${paragraph}`;
  return linked(words, words, { href, sure: true });
}
