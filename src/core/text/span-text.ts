import type { Article } from '#core/article';
import type { ShownSentence } from '#core/shown-sentence';
import { overlaps, type Span } from '#core/span';

/** A span displayed as other text. */
interface Replacement extends Span {
  readonly replacement: string;
}

/**
 * The only place where spans become strings: the article's own characters, edits applied, white space collapsed.
 * A span across several parts shows only the text of the parts, so that a caption between two paragraphs of
 * one quotation is omitted.
 *
 * @param replacements spans inside the span that are displayed as other text; sorted, not overlapping.
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
 * Quoted words on their own. A comma that typesetters put inside the marks leads to “he said”: it is removed if nothing
 * follows.
 */
export const quotedText = (article: Article, span: Span): string => spanText(article, span).replace(/,$/, '');

/**
 * A sentence as displayed: unresolved references are resolved in square brackets, omissions are marked “…”, and
 * an entry of a live report is preceded by its time.
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
  // If a replacement and an edit overlap, the replacement wins: it starts first, or it is the longer of the two.
  for (const { start, end, replacement } of inside.sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (start >= at) shown += text.slice(at, start) + replacement;
    at = Math.max(at, Math.min(end, span.end));
  }
  return shown + text.slice(at, span.end);
}

/** The edits that touch the span. A saved page has thousands, so this is a binary search. */
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
