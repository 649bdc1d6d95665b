import type { Article } from '#core/article';
import type { Attribution } from '#core/attribution';
import type { Inline, RichText } from '#core/reply';
import type { ShownSentence } from '#core/shown-sentence';
import { contains, overlaps, type Span } from '#core/span';
import { spanText } from '#core/text/span-text';
import { strong } from './blocks.ts';

const MARK = /["“”„‟«»'‘’‚‹›]/u;
/** A quotation mark at the end and at the start of a text; some newspapers write two apostrophes for one. */
const OPENING = /(?:''|``|["“”„‟«»'‘’‚‹›])$/u;
const CLOSING = /^(?:''|["“”„‟«»'‘’‚‹›])/u;

/**
 * The sentence that contains a quotation, the quoted words highlighted, so that a fragment keeps a preceding “not”.
 *
 * He does not “feel the need to comment on such rumors”. → He does not **“feel the need to comment on such rumors”**.
 */
export function quotedInPlace(article: Article, { sentences, quoted, excerpt }: Attribution): RichText {
  const { span, cuts } = excerpt ?? ({ span: sentences, cuts: [] } satisfies Partial<ShownSentence>);
  const outer = quoted
    .filter((inner) => contains(span, inner) && !cuts.some((cut) => overlaps(cut, inner)))
    .map((inner) => withMarks(article, inner))
    .toSorted((a, b) => a.start - b.start);
  const pieces: Inline[] = [];
  let at = span.start;
  const add = (piece: Inline, text: string, start: number): void => {
    if (text === '') return;
    if (pieces.length > 0 && /\s/.test(article.text.slice(Math.max(0, start - 1), start + 1))) pieces.push(' ');
    pieces.push(piece);
  };
  const plain = (end: number): void => {
    const between = { start: at, end };
    const inside = cuts.filter((cut) => contains(between, cut)).map((cut) => ({ ...cut, replacement: ' … ' }));
    const text = end > at ? spanText(article, between, inside) : '';
    add(text, text, at);
  };
  for (const quotation of outer) {
    plain(quotation.start);
    const text = spanText(article, quotation);
    add(strong(text), text, quotation.start);
    at = quotation.end;
  }
  plain(span.end);
  return pieces;
}

/** Quoted words including their quotation marks in the file, written as characters or as entities. */
function withMarks({ text, edits }: Article, { start, end }: Span): Span {
  const before = edits.find((edit) => edit.end === start && MARK.test(edit.replacement));
  const after = edits.find((edit) => edit.start === end && MARK.test(edit.replacement));
  return {
    start: before?.start ?? start - lengthOf(OPENING, text.slice(Math.max(0, start - 2), start)),
    end: after?.end ?? end + lengthOf(CLOSING, text.slice(end, end + 2)),
  };
}

const lengthOf = (mark: RegExp, text: string): number => mark.exec(text)?.[0].length ?? 0;
