import type { Span } from '#core/span';
import type { Reading } from '../normalise.ts';
import { closingOf } from './closing.ts';
import { CLOSES, type Mark, marksIn, SINGLE } from './mark.ts';
import { lastBlankIn, opens, worthLeavingOpen } from './opening.ts';

/** The words between two quotation marks. */
export interface Quotation {
  /** Without the marks and surrounding white space. */
  readonly inner: Span;
  /** Including the marks. */
  readonly outer: Span;
  /** The index of its part in `Reading.parts`. */
  readonly part: number;
  /** False if the closing mark is missing: the quotation then extends to the end of its paragraph. */
  readonly closed: boolean;
  /** Whether it continues the unclosed last quotation of the previous paragraph. */
  readonly continues: boolean;
}

/**
 * Pairs the outermost marks of each part: marks inside a quotation belong to its text.
 *
 * Paragraphs are processed separately, so that one missing mark cannot invert the rest of the article. An unclosed
 * quotation extends to the end of its paragraph; if the next paragraph begins with one, that one continues it.
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
    // An unpaired single mark is an apostrophe; an unpaired double one is an unclosed quotation.
    if (!closing && (SINGLE.has(open.mark) || open.end > lastBlank || !worthLeavingOpen(text, part, open))) continue;
    push(pairOf(text, open, closing ?? { start: part.end, end: part.end }, closing !== undefined));
    if (close === undefined) break;
    i = close;
  }
  return pairs;
}

/** The last index of each mark: a mark that opens after its last closer needs no search. */
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
