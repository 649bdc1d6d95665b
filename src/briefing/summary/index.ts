import type { Briefing, ShownSentence, Substitution } from '#core/briefing';
import type { Span } from '#core/span';
import { afterDateline } from '../dateline.ts';
import type { Reading } from '../normalise.ts';
import { pairMarks, type Quotation } from '../quotes/marks.ts';
import type { Sentence } from '../segment.ts';
import { candidatesOf, type Showable } from './candidates.ts';
import { measure } from './features.ts';
import { chooseLead } from './lead.ts';
import { passagesOf } from './passages.ts';
import { readingTime } from './reading-time.ts';
import { selectDiverse } from './select.ts';
import type { Statement } from './statement.ts';

export type { Statement } from './statement.ts';

/** How many key points the short briefing shows, and how many the full one at most. */
const MAX_SHORT_POINTS = 3;
const MAX_FULL_POINTS = 7;
/** A full briefing has about one key point for so many passages. */
const PASSAGES_PER_POINT = 4;

export interface Summary {
  readonly whatsNew?: ShownSentence;
  readonly keyPoints: Briefing['keyPoints'];
  readonly readingTime: number;
}

/**
 * What is new, and the sentences of the story that tell the rest: chosen, never written. Spans are of the reading.
 */
export function summarise(
  reading: Reading,
  sentences: readonly Sentence[],
  statements: readonly Statement[],
  quotations: readonly Quotation[] = pairMarks(reading),
): Summary {
  const story = passagesOf(reading, sentences, quotations, statements);
  const measured = measure(story, titleOf(reading));
  const showable = candidatesOf(story, measured, statements);
  const lead = chooseLead(showable);
  if (!lead) return { keyPoints: [], readingTime: readingTime(reading) };

  // What stands before it sets the scene.
  const others = showable.filter(({ index, standsAlone }) => standsAlone && index > lead.index);
  const chosen = selectDiverse(others, pointCount(story.length), lead, measured.size);
  const short = new Set(chosen.slice(0, MAX_SHORT_POINTS));
  const keyPoints = [...chosen]
    .sort((a, b) => a.index - b.index)
    .map((passage) => ({
      ...toExcerpt(passage, reading),
      minimumLength: short.has(passage) ? ('short' as const) : ('full' as const),
    }));
  return { whatsNew: toExcerpt(lead, reading), keyPoints, readingTime: readingTime(reading) };
}

const pointCount = (passages: number): number =>
  Math.min(MAX_FULL_POINTS, 1 + Math.floor(passages / PASSAGES_PER_POINT));

/** The sentence without the place it was filed from. */
const toExcerpt = ({ span, substitutions }: Showable, { text }: Reading): ShownSentence => ({
  span: { start: afterDateline(text, span), end: span.end },
  substitutions: substitutions.map((insert) => ({
    ...insert,
    replacement: withDefiniteArticle(insert, text, insert.span.start === span.start),
  })),
});

/** “[the Port Authority] said”, where the story calls it so and writes its name alone, too. */
function withDefiniteArticle({ replacement }: Substitution, text: string, first: boolean): string {
  const name = replacement.replace(/’s$/u, '');
  const at = text.indexOf(` the ${name}`);
  const isWhole = at >= 0 && !/^[\p{L}\p{N}-]| \p{Lu}/u.test(text.slice(at + 5 + name.length, at + 7 + name.length));
  return isWhole && name.includes(' ') ? `${first ? 'The' : 'the'} ${replacement}` : replacement;
}

function titleOf({ text, parts }: Reading): string {
  const isTitle = ({ kind }: { kind: string }) => kind === 'headline' || kind === 'subheadline';
  return parts
    .filter(isTitle)
    .map(({ span }: { span: Span }) => text.slice(span.start, span.end))
    .join(' ');
}
