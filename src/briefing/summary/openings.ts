import { CONNECTS } from '../words/back-references.ts';
import { removableClauses } from './cuts/clauses.ts';
import type { Passage } from './passages.ts';

/** The maximum number of characters of an opening that refers to another sentence. */
const MAX_OPENING = 90;

/**
 * The lengths of the openings without which a sentence may be understood alone.
 *
 * However, the owners rejected the offer.      During this review, the board said it would leave.
 * ^^^^^^^^                                     ^^^^^^^^^^^^^^^^^^^
 */
export function openingsOf({ text, span, quoted }: Passage): readonly number[] {
  const connective = CONNECTS.exec(text)?.[0].length ?? 0;
  const inside = quoted.map(({ start, end }) => ({ start: start - span.start, end: end - span.start }));
  const rest = text.slice(connective);
  const comma = rest.indexOf(',');
  const [clause] = comma >= 0 && comma < MAX_OPENING ? leadingClauses(rest, connective, inside) : [];
  const both = clause === undefined ? [] : [connective + clause];
  return [...(connective > 0 ? [connective] : []), ...both];
}

const leadingClauses = (rest: string, from: number, quoted: Passage['quoted']): readonly number[] =>
  removableClauses(
    rest,
    quoted.filter(({ start }) => start >= from).map(({ start, end }) => ({ start: start - from, end: end - from })),
  )
    .filter(({ start, end }) => start === 0 && end <= MAX_OPENING)
    .map(({ end }) => end + (/^\s+/.exec(rest.slice(end))?.[0].length ?? 0));

/** A passage without its opening: what is left is assessed like a sentence of its own. */
export function withoutOpening(passage: Passage, length: number): Passage {
  const start = passage.span.start + length;
  return {
    ...passage,
    span: { start, end: passage.span.end },
    text: passage.text.slice(length),
    quoted: passage.quoted.filter((quotation) => quotation.start >= start),
  };
}
