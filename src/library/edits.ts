import type { Edit } from '#core/article';
import type { Span } from '#core/span';

/** A visible span of text, unchanged or with a replacement. */
export interface Piece extends Span {
  readonly as?: string;
}

/** Returns the edits of a block of ordered pieces: everything between the first and the last piece is hidden. */
export function editsAround(pieces: readonly Piece[]): Edit[] {
  const edits: Edit[] = [];
  let at = pieces[0]?.start ?? 0;
  for (const { start, end, as } of pieces) {
    if (start > at) edits.push({ start: at, end: start, replacement: '' });
    if (as !== undefined) edits.push({ start, end, replacement: as });
    at = end;
  }
  return edits;
}

/** Returns a span of text with its edits applied. `edits` are sorted; those that extend beyond the span are ignored. */
export function readAs(text: string, { start, end }: Span, edits: readonly Edit[]): string {
  let read = '';
  let at = start;
  for (let index = firstEditFrom(edits, start); index < edits.length; index++) {
    const edit = edits[index] as Edit;
    if (edit.end > end) break;
    read += text.slice(at, edit.start) + edit.replacement;
    at = edit.end;
  }
  return read + text.slice(at, end);
}

/** White space other than single spaces: most texts have none, and testing is faster than replacing each space. */
const UNEVEN_SPACE = /[^\S ]| {2}|[\u200b\ufeff]/;

/** Collapses white space, and trims both ends. */
export const collapseSpace = (text: string): string =>
  (UNEVEN_SPACE.test(text) ? text.replace(/[\s\u200b\ufeff]+/g, ' ') : text).trim();

/** Returns the index of the first edit that starts at or after `start`. */
function firstEditFrom(edits: readonly Edit[], start: number): number {
  let low = 0;
  let high = edits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edits[middle] as Edit).start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
