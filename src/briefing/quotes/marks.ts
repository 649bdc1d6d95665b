import type { Span } from '#core/span';
import type { Reading } from '../normalise.ts';
import { closingOf } from './closing.ts';
import { CLOSES, type Mark, marksIn, SINGLE } from './mark.ts';
import { lastBlankIn, opens, worthLeavingOpen } from './opening.ts';

/** Words between two quotation marks. */
export interface Quotation {
  /** Without the marks, white space at its ends left off. */
  readonly inner: Span;
  /** With the marks that are there. */
  readonly outer: Span;
  /** Which of `Reading.parts` it stands in. */
  readonly part: number;
  /** False where the closing mark is missing: it then runs to the end of its paragraph. */
  readonly closed: boolean;
  /** Whether it goes on from the paragraph before, whose last quotation stands open. */
  readonly continues: boolean;
}

/**
 * Pairs the marks of each part, the outermost only: marks inside a quotation are its own words.
 *
 * Paragraph by paragraph, so that one forgotten mark cannot turn the rest of the article inside out. A quotation that
 * opens and does not close runs to its paragraph's end; if the next paragraph opens too, that one continues it.
 */
export function pairMarks(reading: Reading): Quotation[] {
  const found: Quotation[] = [];
  reading.parts.forEach((part, index) => {
    const previous = found.at(-1);
    const open = previous !== undefined && !previous.closed && previous.part === index - 1;
    for (const { inner, outer, closed } of pairsIn(reading.text, part.span)) {
      const continues = open && outer.start === part.span.start;
      found.push({ inner, outer, part: index, closed, continues });
    }
  });
  return found;
}

interface Pair {
  readonly inner: Span;
  readonly outer: Span;
  readonly closed: boolean;
}

function pairsIn(text: string, part: Span): Pair[] {
  const marks = marksIn(text, part);
  const lasts = lastOfEach(marks);
  const lastBlank = lastBlankIn(text, part);
  const pairs: Pair[] = [];
  const push = (pair: Pair | undefined): void => {
    if (pair) pairs.push(pair);
  };
  for (let i = 0; i < marks.length; i += 1) {
    const open = marks[i];
    if (!open || !opens(text, part, open)) continue;
    const closers = CLOSES[open.mark] ?? '';
    const closable = hasCloser(lasts, closers, i);
    const close = closable ? closingOf(text, part, marks, i, closers) : undefined;
    const closing = close === undefined ? undefined : marks[close];
    if (closing && close !== undefined && !closers.includes(closing.mark)) {
      push(pairOf(text, open, { start: closing.start, end: closing.start }, false));
      i = close - 1;
      continue;
    }
    // A lone single mark is an apostrophe; a lone double one is a quotation left open.
    if (!closing && (SINGLE.has(open.mark) || open.end > lastBlank || !worthLeavingOpen(text, part, open))) continue;
    push(pairOf(text, open, closing ?? { start: part.end, end: part.end }, closing !== undefined));
    if (close === undefined) break;
    i = close;
  }
  return pairs;
}

/** Where each mark stands last: what opens behind its last closer need not look for one. */
function lastOfEach(marks: readonly Mark[]): ReadonlyMap<string, number> {
  const lasts = new Map<string, number>();
  marks.forEach(({ mark }, index) => {
    lasts.set(mark, index);
  });
  return lasts;
}

function hasCloser(lasts: ReadonlyMap<string, number>, closers: string, behind: number): boolean {
  for (const closer of closers) if ((lasts.get(closer) ?? -1) > behind) return true;
  return false;
}

function pairOf(text: string, open: Span, close: Span, closed: boolean): Pair | undefined {
  let { end: start } = open;
  let { start: end } = close;
  while (start < end && /\s/.test(text.charAt(start))) start += 1;
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1;
  return start < end ? { inner: { start, end }, outer: { start: open.start, end: close.end }, closed } : undefined;
}
