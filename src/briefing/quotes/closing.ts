import type { Span } from '#core/span';
import { after, before, LETTER, type Mark, SINGLE, type SingleMark } from './mark.ts';

/** The index in `marks` of the mark that closes the one at `from`, or of the next opening mark if it is unclosed. */
export function closingOf(
  text: string,
  part: Span,
  marks: readonly Mark[],
  from: number,
  closers: string,
): number | undefined {
  const open = marks[from];
  if (!open) return undefined;
  if (SINGLE.has(open.mark)) return closingSingle(text, part, marks, from, closers);
  for (let i = from + 1; i < Math.min(marks.length, from + WINDOW); i += 1) {
    const mark = marks[i];
    if (!mark) break;
    if (mark.mark === open.mark && '“„«「『'.includes(mark.mark) && reopens(text, mark)) return i;
    if (!closers.includes(mark.mark)) continue;
    if (mark.mark === '"' && opensOnly(text, part, mark)) continue;
    return i;
  }
  return undefined;
}

/** “We saw it. “We will act,” he said.: the first is unclosed, as the second mark begins a new sentence. */
const reopens = (text: string, mark: Span): boolean => {
  const left = text.charAt(mark.start - 1);
  return '.!?…'.includes(left === ' ' ? text.charAt(mark.start - 2) : left);
};

/** A straight mark after a space and before a letter cannot close: it opens a nested quotation. */
const opensOnly = (text: string, part: Span, mark: Span): boolean =>
  /[\s([]/.test(before(text, part, mark)) && LETTER.test(after(text, part, mark));

/** The maximum number of marks searched for a closing mark; a quotation with more marks inside is not one. */
const WINDOW = 64;

/**
 * ‘We don’t know the ministers’ plan,’ he said.
 *  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^  an apostrophe has a letter after it, or an s before it and no stop
 */
function closingSingle(
  text: string,
  part: Span,
  marks: readonly Mark[],
  from: number,
  closers: string,
): number | undefined {
  let possessive: number | undefined;
  for (let i = from + 1; i < Math.min(marks.length, from + WINDOW); i += 1) {
    const mark = marks[i];
    if (!mark) break;
    if (mark.mark === '‘' && possessive !== undefined) return possessive;
    if (!closers.includes(mark.mark)) continue;
    mark.single ??= singleMark(text, part, mark);
    if (mark.single === 'quotation') return i;
    if (mark.single === 'possessive') possessive ??= i;
  }
  return possessive;
}

function singleMark(text: string, part: Span, mark: Span): SingleMark {
  const left = before(text, part, mark);
  const right = after(text, part, mark);
  if (LETTER.test(right) || /\s/.test(left)) return 'nothing';
  return !/s/i.test(left) || /[.,!?;:)]/.test(right) ? 'quotation' : 'possessive';
}
