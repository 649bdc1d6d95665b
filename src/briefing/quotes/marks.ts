import type { Span } from '#core/span';
import type { Reading } from '../normalise.ts';

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

/** Which mark closes what each mark opens; German „…“ and Swedish ”…” share marks with others. */
const CLOSES: Readonly<Record<string, string>> = {
  '“': '”"',
  '„': '“”"',
  '‟': '”',
  '«': '»',
  '»': '«',
  '「': '」',
  '『': '』',
  '"': '"”',
  '＂': '＂',
  '”': '”',
  '‘': "’'",
  '‚': '‘’',
  '‹': '›',
  "'": "'’",
};

const MARK = /''|``|["“”„‟«»「」『』＂‘’‚‹›']/g;
const SINGLE = new Set(['‘', '‚', '‹', "'"]);

/** One mark where it stands. Typewritten '' and `` are one double mark, and read as ". */
interface Mark extends Span {
  readonly mark: string;
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
  const pairs: Pair[] = [];
  const push = (pair: Pair | undefined): void => {
    if (pair) pairs.push(pair);
  };
  for (let i = 0; i < marks.length; i += 1) {
    const open = marks[i];
    if (!open || !opens(text, part, open)) continue;
    const closers = CLOSES[open.mark] ?? '';
    const closable = [...closers].some((closer) => (lasts.get(closer) ?? -1) > i);
    const close = closable ? closingOf(text, part, marks, i, closers) : undefined;
    const closing = close === undefined ? undefined : marks[close];
    if (closing && close !== undefined && !closers.includes(closing.mark)) {
      push(pairOf(text, open, { start: closing.start, end: closing.start }, false));
      i = close - 1;
      continue;
    }
    // A lone single mark is an apostrophe; a lone double one is a quotation left open.
    if (!closing && (SINGLE.has(open.mark) || !worthLeavingOpen(text, part, open))) continue;
    push(pairOf(text, open, closing ?? { start: part.end, end: part.end }, closing !== undefined));
    if (close === undefined) break;
    i = close;
  }
  return pairs;
}

function marksIn(text: string, part: Span): Mark[] {
  const marks: Mark[] = [];
  MARK.lastIndex = part.start;
  for (let match = MARK.exec(text); match && match.index < part.end; match = MARK.exec(text)) {
    const [mark] = match;
    marks.push({ start: match.index, end: match.index + mark.length, mark: mark.length > 1 ? '"' : mark });
  }
  return marks;
}

/** Where each mark stands last: what opens behind its last closer need not look for one. */
function lastOfEach(marks: readonly Mark[]): ReadonlyMap<string, number> {
  const lasts = new Map<string, number>();
  marks.forEach(({ mark }, index) => {
    lasts.set(mark, index);
  });
  return lasts;
}

const LETTER = /[\p{L}\p{N}]/u;
/** What may stand before a mark that opens. */
const BEFORE_OPENING = /[\s([“"‘'—–/-]/;
/** Words that begin with an apostrophe of their own. */
const CLIPPED = /^[‘'](?:(?:\d0s|em|til|tis|twas|cause|bout)\b|n['’])/i;

const before = (text: string, part: Span, mark: Span): string =>
  mark.start > part.start ? text.charAt(mark.start - 1) : ' ';
const after = (text: string, part: Span, mark: Span): string => (mark.end < part.end ? text.charAt(mark.end) : ' ');

/** Whether the mark can open a quotation, by what stands on either side of it. */
function opens(text: string, part: Span, mark: Mark): boolean {
  if (!(mark.mark in CLOSES)) return false;
  const left = before(text, part, mark);
  const right = after(text, part, mark);
  switch (mark.mark) {
    case "'":
    case '‘':
      return BEFORE_OPENING.test(left) && !/\s/.test(right) && !CLIPPED.test(text.slice(mark.start, mark.start + 7));
    case '"':
      return !LETTER.test(left) || !/[\s.,;:!?)]/.test(right);
    case '”':
    case '»':
      return BEFORE_OPENING.test(left) && LETTER.test(right);
    default:
      return true;
  }
}

/** The index in `marks` of the mark that closes the one at `from`, or of the next that opens where it was left open. */
function closingOf(
  text: string,
  part: Span,
  marks: readonly Mark[],
  from: number,
  closers: string,
): number | undefined {
  const open = marks[from];
  if (!open) return undefined;
  if (SINGLE.has(open.mark)) return closingSingle(text, part, marks, from, closers);
  for (let i = from + 1; i < Math.min(marks.length, from + REACH); i += 1) {
    const mark = marks[i];
    if (!mark) break;
    if (mark.mark === open.mark && '“„«「『'.includes(mark.mark) && reopens(text, mark)) return i;
    if (!closers.includes(mark.mark)) continue;
    if (mark.mark === '"' && opensOnly(text, part, mark)) continue;
    return i;
  }
  return undefined;
}

/** “We saw it. “We will act,” he said.: the first was left open; that a new sentence begins says so. */
const reopens = (text: string, mark: Span): boolean => {
  const left = text.charAt(mark.start - 1);
  return '.!?…'.includes(left === ' ' ? text.charAt(mark.start - 2) : left);
};

/** A straight mark with a space before and a letter behind cannot close: it opens one inside. */
const opensOnly = (text: string, part: Span, mark: Span): boolean =>
  /[\s([]/.test(before(text, part, mark)) && LETTER.test(after(text, part, mark));

/** How many marks on a mark may look for its partner; a quotation with more marks and apostrophes inside is not one. */
const REACH = 64;

/**
 * ‘We don’t know the ministers’ plan,’ he said.
 *  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^  an apostrophe has a letter behind it, or an s before it and no stop
 */
function closingSingle(
  text: string,
  part: Span,
  marks: readonly Mark[],
  from: number,
  closers: string,
): number | undefined {
  let possessive: number | undefined;
  for (let i = from + 1; i < Math.min(marks.length, from + REACH); i += 1) {
    const mark = marks[i];
    if (!mark) break;
    if (mark.mark === '‘' && possessive !== undefined) return possessive;
    if (!closers.includes(mark.mark)) continue;
    const left = before(text, part, mark);
    const right = after(text, part, mark);
    if (LETTER.test(right) || /\s/.test(left)) continue;
    if (!/s/i.test(left) || /[.,!?;:)]/.test(right)) return i;
    possessive ??= i;
  }
  return possessive;
}

/** An inch mark, or one word at a line's end, is not a quotation left open. */
const worthLeavingOpen = (text: string, part: Span, mark: Mark): boolean =>
  (mark.mark !== '"' || part.end - mark.end > 12) &&
  /\S\s+\S/.test(text.slice(mark.end, Math.min(part.end, mark.end + 200)));

function pairOf(text: string, open: Span, close: Span, closed: boolean): Pair | undefined {
  let { end: start } = open;
  let { start: end } = close;
  while (start < end && /\s/.test(text.charAt(start))) start += 1;
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1;
  return start < end ? { inner: { start, end }, outer: { start: open.start, end: close.end }, closed } : undefined;
}
