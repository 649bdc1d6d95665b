import { COMES_NEXT, NOT_KNOWN } from '../words/outlook.ts';
import type { Showable } from './candidates.ts';

/** What the story says is not yet known, and what comes next. */
export interface Outlook {
  readonly notYetKnown: Showable | undefined;
  readonly next: Showable | undefined;
}

/** Finds both among passages that no other part of the briefing shows; the highest-scoring of each. */
export function outlookOf(passages: readonly Showable[]): Outlook {
  const notYetKnown = heaviest(passages.filter((passage) => NOT_KNOWN.test(ownWords(passage))));
  const next = heaviest(passages.filter((passage) => passage !== notYetKnown && COMES_NEXT.test(ownWords(passage))));
  return { notYetKnown, next };
}

/** The article’s own text only: text inside quotation marks is a speaker’s claim. */
function ownWords({ text, span, quoted }: Showable): string {
  let words = '';
  let at = 0;
  for (const { start, end } of quoted) {
    words += `${text.slice(at, Math.max(at, start - span.start))} “” `;
    at = Math.max(at, end - span.start);
  }
  return words + text.slice(at);
}

const heaviest = (passages: readonly Showable[]): Showable | undefined =>
  passages.reduce<Showable | undefined>(
    (best, passage) => (best && best.score >= passage.score ? best : passage),
    undefined,
  );
