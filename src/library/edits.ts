import type { Edit } from '#core/article';
import type { Span } from '#core/span';

/** A stretch that a reader sees: as it stands, or as something else. */
export interface Piece extends Span {
  readonly as?: string;
}

/** What a reader sees of a block made of pieces in order: from the first to the last, all between them hidden. */
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

/** A stretch of a text as a reader sees it. `edits` are sorted; those that reach out of the stretch do not count. */
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

/** White space folded, ends trimmed. */
export const collapseSpace = (text: string): string => text.replace(/[\s\u200b\ufeff]+/g, ' ').trim();

/** The index of the first edit that starts at `start` or after it. */
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
