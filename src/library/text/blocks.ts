import type { Span } from '#core/span';
import { firstPart } from '#text/truncate';
import { type Line, linesOf } from './lines.ts';

/** A paragraph, headline or other separate block; the white space in `text` is collapsed. */
export interface Block extends Span {
  readonly text: string;
}

/**
 * Returns the blocks of a plain text, in order; offsets refer to `text`.
 *
 * Empty lines always separate blocks. A single line break separates them in a text with one paragraph per line, and
 * joins lines in hard-wrapped text.
 */
export function blocksOf(text: string): Block[] {
  const lines = linesOf(text);
  const width = wrapWidth(lines);
  const blocks: Block[] = [];
  let from = 0;
  for (let at = 1; at <= lines.length; at++) {
    const next = lines[at];
    if (next && !next.afterGap && joins(lines[at - 1] as Line, next, width)) continue;
    blocks.push(blockOf(lines.slice(from, at)));
    from = at;
  }
  return blocks;
}

function blockOf(lines: readonly Line[]): Block {
  const text = lines.map((line) => line.text.replace(/\s+/g, ' ')).join(' ');
  return { start: (lines[0] as Line).start, end: (lines.at(-1) as Line).end, text };
}

/** Lines longer than this are paragraphs: hard-wrapped lines are shorter. */
const MAX_WRAP_WIDTH = 120;
const MIN_WRAP_WIDTH = 30;

/**
 * Returns the width at which a text is wrapped, or 0 if it has one paragraph per line.
 *
 * In wrapped text, every break was forced: the first word of the next line did not fit. And most breaks are inside a
 * sentence.
 */
function wrapWidth(lines: readonly Line[]): number {
  const breaks = lines.flatMap((line, at) =>
    at > 0 && !line.afterGap ? [[lines[at - 1] as Line, line] as const] : [],
  );
  const width = breaks.reduce((widest, [line]) => Math.max(widest, line.text.length), 0);
  if (width > MAX_WRAP_WIDTH || width < MIN_WRAP_WIDTH) return 0;
  const forced = breaks.filter(([line, next]) => isForced(line, next, width)).length;
  const final = breaks.filter(([line]) => endsSentence(line.text)).length;
  return forced >= breaks.length * 0.7 && final < breaks.length / 2 ? width : 0;
}

function joins(line: Line, next: Line, width: number): boolean {
  if (startsItem(next.text)) return false;
  if (width > 0 && isForced(line, next, width)) return true;
  // A sentence that continues is never split into two paragraphs: “…, the mayor said⏎on Tuesday.”
  return !endsSentence(line.text) && (/^\p{Ll}/u.test(next.text) || line.text.endsWith(','));
}

const isForced = (line: Line, next: Line, width: number): boolean =>
  line.text.length + 1 + firstWordLength(next.text) > width;

function firstWordLength(text: string): number {
  const at = firstPart(text, MAX_WRAP_WIDTH).search(/\s/);
  return at < 0 ? Math.min(text.length, MAX_WRAP_WIDTH) : at;
}

const endsSentence = (text: string): boolean => /[.!?…:]["'’”»)\]]*$/.test(text.slice(-8));

// - an item   • an item   1. an item
const startsItem = (text: string): boolean => /^(?:[-*•‣▪–—]|\d{1,2}[.)])\s/.test(text);
