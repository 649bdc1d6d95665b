import type { Span } from '#core/span';

/** A non-empty line without white space and invisible characters at its ends. */
export interface Line extends Span {
  readonly text: string;
  /** Whether it follows an empty line or the start of the file. */
  readonly afterGap: boolean;
}

const LINE_END = /\r\n?|[\n\f\v\u0085\u2028\u2029]/g;
// White space and invisible characters: byte-order mark, zero-width space, direction marks.
const INVISIBLE = /[\s\u200b\u200e\u200f\u2060\ufeff]/;

/** Returns the non-empty lines of a text, in order; offsets refer to `text`. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let afterGap = true;
  let from = 0;
  const add = (to: number) => {
    const span = trimmed(text, from, to);
    if (span) lines.push({ ...span, text: text.slice(span.start, span.end), afterGap });
    afterGap = !span;
  };
  for (const match of text.matchAll(LINE_END)) {
    add(match.index);
    from = match.index + match[0].length;
  }
  add(text.length);
  return lines;
}

/** Trims invisible characters at both ends; returns undefined if nothing is left. */
function trimmed(text: string, from: number, to: number): Span | undefined {
  let start = from;
  let end = to;
  while (start < end && INVISIBLE.test(text[start] as string)) start++;
  while (end > start && INVISIBLE.test(text[end - 1] as string)) end--;
  return start < end ? { start, end } : undefined;
}
