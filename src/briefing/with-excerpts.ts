import type { Attribution } from '#core/attribution';
import { contains } from '#core/span';
import type { Reading } from './normalise.ts';
import type { Quotation } from './quotes/marks.ts';
import { cutsFor } from './summary/cuts/shorten.ts';

/** How many words the sentence around quoted words has at most, where it can be cut at clause borders. */
const MAX_WORDS = 35;

/** The attributions with the sentences around quoted words shortened, where they are long. */
export const withExcerpts = (
  attributions: readonly Attribution[],
  { text }: Reading,
  quotations: readonly Quotation[],
): readonly Attribution[] =>
  attributions.map((attribution): Attribution => {
    if (attribution.kind !== 'mixed') return attribution;
    const { sentences: span } = attribution;
    const quoted = quotations.map(({ outer }) => outer).filter((outer) => contains(span, outer));
    const statements = [attribution];
    const cuts = cutsFor({ span, text: text.slice(span.start, span.end), quoted, statements }, MAX_WORDS);
    return cuts && cuts.length > 0 ? { ...attribution, excerpt: { span, cuts, substitutions: [] } } : attribution;
  });
