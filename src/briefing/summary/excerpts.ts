import type { ShownSentence, Substitution } from '#core/shown-sentence';
import { overlaps, type Span } from '#core/span';
import { afterDateline } from '../dateline.ts';
import { countWords } from '../words/clauses.ts';
import type { Showable } from './candidates.ts';
import { type Care, cutsFor } from './cuts/shorten.ts';

/**
 * A passage as an excerpt of at most `limit` words, without the dateline, cut at clause borders if it is
 * longer. Undefined if it cannot be cut to that length.
 */
export function shortExcerpt(
  passage: Showable & { readonly keeps?: string },
  text: string,
  limit: number,
  how?: Care,
): ShownSentence | undefined {
  const start = startOf(passage, text);
  const span = { start, end: passage.span.end };
  const cuts = cutsFor({ ...passage, span, text: text.slice(start, span.end) }, limit, how);
  return cuts && excerptOf(passage, text, span, cuts);
}

/** The whole passage without the dateline. */
export const wholeExcerpt = (passage: Showable, text: string): ShownSentence =>
  excerptOf(passage, text, { start: startOf(passage, text), end: passage.span.end }, []);

/** Where a passage begins without its dateline, or without an opening that refers to another sentence. */
const startOf = ({ span, opening }: Showable, text: string): number =>
  opening > 0 ? span.start + opening : afterDateline(text, span);

function excerptOf(passage: Showable, text: string, rest: Span, shortened: readonly Span[]): ShownSentence {
  const { substitutions, opening } = passage;
  const span = opening > 0 ? passage.span : rest;
  const cuts = opening > 0 ? [{ start: span.start, end: rest.start }, ...shortened] : shortened;
  const kept = substitutions.filter((substitution) => !cuts.some((cut) => overlaps(cut, substitution.span)));
  return {
    span,
    cuts,
    substitutions: kept.map((substitution) => ({
      ...substitution,
      replacement: withDefiniteArticle(substitution, text, substitution.span.start === rest.start),
    })),
  };
}

/** Adds the article, as in “[the Port Authority] said”, if the story uses it and the name is complete. */
function withDefiniteArticle({ replacement }: Substitution, text: string, first: boolean): string {
  const name = replacement.replace(/’s$/u, '');
  const at = text.indexOf(` the ${name}`);
  const isWhole = at >= 0 && !/^[\p{L}\p{N}-]| \p{Lu}/u.test(text.slice(at + 5 + name.length, at + 7 + name.length));
  return isWhole && name.includes(' ') ? `${first ? 'The' : 'the'} ${replacement}` : replacement;
}

/** The words shown in an excerpt. */
export function shownText({ span, cuts }: ShownSentence, text: string): string {
  let words = '';
  let at = span.start;
  for (const cut of cuts) {
    words += `${text.slice(at, cut.start)} `;
    at = cut.end;
  }
  return words + text.slice(at, span.end);
}

/** The number of words shown in an excerpt. */
export const shownWords = (excerpt: ShownSentence, text: string): number => countWords(shownText(excerpt, text));
