import type { Attribution } from '#core/attribution';
import { contains, type Span } from '#core/span';
import type { Reading } from './normalise.ts';
import type { Quotation } from './quotes/marks.ts';
import { cutsFor, MAX_LENGTH } from './summary/cuts/shorten.ts';

/** How many words the sentence around quoted words has at most, where it can be cut at clause borders. */
const MAX_WORDS = 35;

/** The attributions with the sentences around quoted words shortened, where they are long. */
export const withExcerpts = (
  attributions: readonly Attribution[],
  { text }: Reading,
  quotations: readonly Quotation[],
): readonly Attribution[] =>
  attributions.map((attribution): Attribution => {
    const { sentences: span } = attribution;
    // Thousands of statements may share one sentence of a megabyte, which is not shortened.
    if (attribution.kind !== 'mixed' || span.end - span.start > MAX_LENGTH) return attribution;
    const quoted = marksWithin(span, quotations);
    const statements = [attribution];
    const cuts = cutsFor({ span, text: text.slice(span.start, span.end), quoted, statements }, MAX_WORDS);
    return cuts && cuts.length > 0 ? { ...attribution, excerpt: { span, cuts, substitutions: [] } } : attribution;
  });

/** The quotations within a sentence, with their marks. */
function marksWithin(span: Span, quotations: readonly Quotation[]): Span[] {
  const found: Span[] = [];
  for (let at = firstFrom(span.start, quotations); at < quotations.length; at += 1) {
    const outer = quotations[at]?.outer;
    if (!outer || outer.start >= span.end) break;
    if (contains(span, outer)) found.push(outer);
  }
  return found;
}

/** The index of the first quotation that starts at or after an offset, by binary search. */
function firstFrom(start: number, quotations: readonly Quotation[]): number {
  let [low, high] = [0, quotations.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((quotations[middle]?.outer.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
