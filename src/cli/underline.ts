import stringWidth from 'string-width';
import type { Span } from '#core/span';
import { sanitize } from '#text/sanitize';

/** A span to underline, and the character to use. */
export interface Underline {
  readonly span: Span;
  readonly sign: string;
}

const MAX_WIDTH = 100;

/**
 * Returns a span of text with lines of underlines; if marks overlap, the first one wins.
 *
 *   “We saw it,” Ann Lee said.
 *    ^^^^^^^^^^  ======= ----
 */
export function underlined(text: string, { start, end }: Span, marks: readonly Underline[]): string[] {
  const lines: string[] = [];
  let words = '';
  let signs = '';
  const flush = (): void => {
    if (words.trim() !== '') lines.push(words.trimEnd());
    if (signs.trim() !== '') lines.push(signs.trimEnd());
    words = '';
    signs = '';
  };
  let at = start;
  for (const letter of text.slice(start, end)) {
    const shown = sanitize(letter);
    const sign = marks.find(({ span }) => span.start <= at && at < span.end)?.sign ?? ' ';
    at += letter.length;
    if (shown === ' ' && (words === '' || signs.length >= MAX_WIDTH)) {
      flush();
      continue;
    }
    words += shown;
    signs += sign.repeat(stringWidth(shown));
  }
  flush();
  return lines;
}
