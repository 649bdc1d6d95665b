import { turnsOf } from '#text/turns';
import type { Reading } from '../normalise.ts';
import type { Quotation } from './marks.ts';

/** The ratio of marked quotations to paragraphs above which names at line starts do not indicate a transcript. */
const MAX_MARKED = 0.2;

/** The turns of a transcript without quotation marks, as quotations. @param marked the quotations with marks. */
export function turnQuotations(reading: Reading, marked: readonly Quotation[]): Quotation[] {
  if (marked.length > reading.parts.length * MAX_MARKED) return [];
  const paragraphs = reading.parts.flatMap(({ kind, span }, part) => (kind === 'paragraph' ? [{ span, part }] : []));
  const turns = turnsOf(paragraphs.map(({ span }) => reading.text.slice(span.start, span.end)));
  if (!turns) return [];
  const quoted = new Set(marked.map(({ part }) => part));
  const first = turns.findIndex(Boolean);
  return paragraphs.flatMap(({ span, part }, at) => {
    if (at < first || quoted.has(part)) return [];
    const words = { start: span.start + (turns[at]?.start ?? 0), end: span.end };
    const closed = at + 1 >= paragraphs.length || turns[at + 1] !== undefined;
    return [{ inner: words, outer: words, part, closed, continues: turns[at] === undefined }];
  });
}
