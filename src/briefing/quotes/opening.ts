import type { Span } from '#core/span';
import { after, before, CLOSES, LETTER, type Mark } from './mark.ts';

/** Characters that may precede an opening mark. */
const BEFORE_OPENING = /[\s([“"‘'—–/-]/;
/** Words with a leading apostrophe. */
const CLIPPED = /^[‘'](?:(?:\d0s|em|til|tis|twas|cause|bout)\b|n['’])/i;

/** Returns whether the mark can open a quotation, based on the adjacent characters. */
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

/** An inch mark, or a single word at the end of a line, is not an unclosed quotation. */
export const worthLeavingOpen = (text: string, part: Span, mark: Mark): boolean =>
  (mark.mark !== '"' || part.end - mark.end > 12) && isWords(text, mark.end, Math.min(part.end, mark.end + 200));

/** The offset of the last space: after it, no mark is followed by more than one word. */
export function lastBlankIn(text: string, part: Span): number {
  let at = part.end - 1;
  while (at >= part.start && !isBlank(text.charCodeAt(at))) at -= 1;
  return at;
}

/** The only white space in a reading is spaces and line feeds. */
const isBlank = (code: number): boolean => code === 32 || code === 10;

/** Returns whether the range contains more than one word. */
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
