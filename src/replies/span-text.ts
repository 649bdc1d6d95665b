import type { Article } from '#core/article';
import type { Line } from '#core/briefing';
import { overlaps, type Span } from '#core/span';

/** A stretch shown as something else. */
interface Swap extends Span {
  readonly as: string;
}

/**
 * The one place where spans become strings: the article's own letters, its edits applied, white space folded.
 * A span that runs over several parts shows only what is in them, so that a caption between two paragraphs of
 * one quotation is left out.
 *
 * @param swaps stretches inside the span that are shown as something else; sorted, never overlapping.
 */
export function show(article: Article, span: Span, swaps: readonly Swap[] = []): string {
  const parts = article.parts.filter((part) => overlaps(part.span, span)).map((part) => common(part.span, span));
  return (parts.length > 0 ? parts : [span])
    .map((part) => letters(article, part, swaps))
    .join(' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

/**
 * Quoted words on their own. The comma that typesetters put inside the marks leads on to “he said”: where nothing
 * follows it is left out.
 */
export const showQuoted = (article: Article, span: Span): string => show(article, span).replace(/,$/, '');

/** A sentence as shown: what would dangle is resolved in square brackets, as editors do. */
export const showLine = (article: Article, { span, inserts }: Line): string =>
  show(
    article,
    span,
    inserts.map((insert) => ({ ...insert.span, as: `[${insert.as}]` })),
  );

/** A span with the spans inside it, in any order, shown as something else: `“…” he said.` */
export const showAround = (article: Article, span: Span, inside: readonly Span[], as = '…'): string =>
  show(
    article,
    span,
    inside.toSorted((a, b) => a.start - b.start).map((one) => ({ ...one, as })),
  );

const common = (a: Span, b: Span): Span => ({ start: Math.max(a.start, b.start), end: Math.min(a.end, b.end) });

function letters({ text, edits }: Article, span: Span, swaps: readonly Swap[]): string {
  const inside = [...within(edits, span), ...swaps.filter((swap) => overlaps(swap, span))];
  let shown = '';
  let at = span.start;
  // Where a swap and an edit meet, the swap wins: it starts first, or it is the longer of the two.
  for (const { start, end, as } of inside.sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (start >= at) shown += text.slice(at, start) + as;
    at = Math.max(at, Math.min(end, span.end));
  }
  return shown + text.slice(at, span.end);
}

/** The edits that touch the span. A saved page has thousands, so that they are searched by halves. */
function within(edits: Article['edits'], span: Span): Article['edits'] {
  let low = 0;
  let high = edits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edits[middle]?.end ?? 0) <= span.start) low = middle + 1;
    else high = middle;
  }
  const first = low;
  while ((edits[low]?.start ?? span.end) < span.end) low++;
  return edits.slice(first, low);
}
