import type { Attribution } from '#core/attribution';
import type { ShownSentence } from '#core/shown-sentence';
import { contains, enclosingSpan, type Span } from '#core/span';
import { stanceOf } from '../stance/index.ts';
import { cutsFor } from '../summary/cuts/shorten.ts';
import { countWords } from '../words/clauses.ts';

/** The maximum number of words per line of a paraphrase, and of a quotation in several parts. */
const MAX_WORDS = 20;
const MAX_QUOTED_WORDS = 20;

/**
 * The words that express a position, short enough for a line: a paraphrase is cut at clause borders; of a quotation in
 * several parts, the part with the stance is used. Text inside quotation marks is never cut.
 */
export function wordsOf(attribution: Attribution, text: string): ShownSentence {
  const { kind, quoted, content } = attribution;
  if (kind === 'direct') return whole(decisivePart(attribution, text) ?? quoted);
  const span = enclosingSpan(content) ?? { start: 0, end: 0 };
  const gaps = gapsBetween(content);
  if (gaps.length > 0) return { span, cuts: gaps, substitutions: [] };
  const outer = quoted.map(({ start, end }) => ({ start: start - 1, end: end + 1 }));
  const cuts = cutsFor({ span, text: text.slice(span.start, span.end), quoted: outer, statements: [] }, MAX_WORDS);
  return { span, cuts: cuts ?? [], substitutions: [] };
}

const whole = (spans: readonly Span[]): ShownSentence => ({
  span: enclosingSpan(spans) ?? { start: 0, end: 0 },
  cuts: gapsBetween(spans),
  substitutions: [],
});

const gapsBetween = (spans: readonly Span[]): readonly Span[] =>
  spans.slice(1).map(({ start }, at) => ({ start: spans[at]?.end ?? start, end: start }));

/** The part of a long quotation that has the same stance by itself. */
function decisivePart(
  { quoted, stance, kind, cue, source, sentences }: Attribution,
  text: string,
): readonly Span[] | undefined {
  const read = ({ start, end }: Span): string => text.slice(start, end);
  if (quoted.length < 2 || countWords(quoted.map(read).join(' ')) <= MAX_QUOTED_WORDS) return undefined;
  const decisive = quoted.find(
    (part) =>
      stanceOf({
        kind,
        cue: cue.map(read).join(' '),
        source: source.map(read).join(' '),
        content: read(part),
        sentence: read(sentences),
      }).stance === stance && contains(sentences, part),
  );
  return decisive && [decisive];
}
