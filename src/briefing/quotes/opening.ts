import type { Span } from '#core/span';
import { after, before, CLOSES, LETTER, type Mark } from './mark.ts';

/** What may stand before a mark that opens. */
const BEFORE_OPENING = /[\s([“"‘'—–/-]/;
/** Words that begin with an apostrophe of their own. */
const CLIPPED = /^[‘'](?:(?:\d0s|em|til|tis|twas|cause|bout)\b|n['’])/i;

/** Whether the mark can open a quotation, by what stands on either side of it. */
export function opens(text: string, part: Span, mark: Mark): boolean {
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

/** An inch mark, or one word at a line's end, is not a quotation left open. */
export const worthLeavingOpen = (text: string, part: Span, mark: Mark): boolean =>
  (mark.mark !== '"' || part.end - mark.end > 12) && isWords(text, mark.end, Math.min(part.end, mark.end + 200));

/** Where the last space stands: behind it no mark has more than one word. */
export function lastBlankIn(text: string, part: Span): number {
  let at = part.end - 1;
  while (at >= part.start && !isBlank(text.charCodeAt(at))) at -= 1;
  return at;
}

/** A reading has no white space but spaces and line feeds. */
const isBlank = (code: number): boolean => code === 32 || code === 10;

/** Whether more than one word stands there. */
function isWords(text: string, from: number, to: number): boolean {
  let words = 0;
  let inside = false;
  for (let at = from; at < to && words < 2; at += 1) {
    const blank = isBlank(text.charCodeAt(at));
    if (!blank && !inside) words += 1;
    inside = !blank;
  }
  return words > 1;
}
