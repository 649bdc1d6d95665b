import type { Article } from '#core/article';
import type { ShownSentence } from '#core/shown-sentence';
import { overlaps, type Span } from '#core/span';

/** A stretch shown as something else. */
interface Replacement extends Span {
  readonly replacement: string;
}

/**
 * The one place where spans become strings: the article's own letters, its edits applied, white space folded.
 * A span that runs over several parts shows only what is in them, so that a caption between two paragraphs of
 * one quotation is left out.
 *
 * @param replacements stretches inside the span that are shown as something else; sorted, never overlapping.
 */
export function spanText(article: Article, span: Span, replacements: readonly Replacement[] = []): string {
  const parts = article.parts.filter((part) => overlaps(part.span, span)).map((part) => intersection(part.span, span));
  return (parts.length > 0 ? parts : [span])
    .map((part) => editedText(article, part, replacements))
    .join(' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

/**
 * Quoted words on their own. The comma that typesetters put inside the marks leads on to “he said”: where nothing
 * follows it is left out.
 */
export const quotedText = (article: Article, span: Span): string => spanText(article, span).replace(/,$/, '');

/**
 * A sentence as shown: what would dangle is resolved in square brackets, what is left out is “…”, as editors do; in
 * front of it the time of its entry in a live report.
 */
export const excerptText = (article: Article, { span, cuts, substitutions, time }: ShownSentence): string =>
  (time ? `${spanText(article, time)} · ` : '') +
  spanText(
    article,
    span,
    [
      ...substitutions.map((insert) => ({ ...insert.span, replacement: `[${insert.replacement}]` })),
      ...cuts.map((cut) => ({ ...cut, replacement: ' … ' })),
    ].sort((a, b) => a.start - b.start),
  );

const intersection = (a: Span, b: Span): Span => ({ start: Math.max(a.start, b.start), end: Math.min(a.end, b.end) });

function editedText({ text, edits }: Article, span: Span, replacements: readonly Replacement[]): string {
  const inside = [...editsWithin(edits, span), ...replacements.filter((replacement) => overlaps(replacement, span))];
  let shown = '';
  let at = span.start;
  // Where a swap and an edit meet, the swap wins: it starts first, or it is the longer of the two.
  for (const { start, end, replacement } of inside.sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (start >= at) shown += text.slice(at, start) + replacement;
    at = Math.max(at, Math.min(end, span.end));
  }
  return shown + text.slice(at, span.end);
}

/** The edits that touch the span. A saved page has thousands, so that they are searched by halves. */
function editsWithin(edits: Article['edits'], span: Span): Article['edits'] {
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
