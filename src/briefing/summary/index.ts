import type { Briefing, Insert, Line } from '#core/briefing';
import type { Span } from '#core/span';
import { behindDateline } from '../dateline.ts';
import type { Reading } from '../normalise.ts';
import { pairMarks, type Quotation } from '../quotes/marks.ts';
import type { Sentence } from '../segment.ts';
import { eligible, type Showable } from './candidates.ts';
import { measure } from './features.ts';
import { leadOf } from './lead.ts';
import { passagesOf } from './passages.ts';
import { readingTime } from './reading-time.ts';
import { choose } from './select.ts';
import type { Told } from './statement.ts';

export type { Told } from './statement.ts';

/** How many key points the short briefing shows, and how many the full one at most. */
const SHORT = 3;
const FULL = 7;
/** A full briefing has about one key point for so many passages. */
const PASSAGES_A_POINT = 4;

export interface Summary {
  readonly whatsNew?: Line;
  readonly keyPoints: Briefing['keyPoints'];
  readonly readingTime: number;
}

/**
 * What is new, and the sentences of the story that tell the rest: chosen, never written. Spans are of the reading.
 */
export function summarise(
  reading: Reading,
  sentences: readonly Sentence[],
  told: readonly Told[],
  quotations: readonly Quotation[] = pairMarks(reading),
): Summary {
  const story = passagesOf(reading, sentences, quotations, told);
  const measured = measure(story, titleOf(reading));
  const showable = eligible(story, measured, told);
  const lead = leadOf(showable);
  if (!lead) return { keyPoints: [], readingTime: readingTime(reading) };

  // What stands before it sets the scene.
  const others = showable.filter(({ index, alone }) => alone && index > lead.index);
  const chosen = choose(others, countFor(story.length), lead, measured.size);
  const short = new Set(chosen.slice(0, SHORT));
  const keyPoints = [...chosen]
    .sort((a, b) => a.index - b.index)
    .map((passage) => ({
      ...lineOf(passage, reading),
      from: short.has(passage) ? ('short' as const) : ('full' as const),
    }));
  return { whatsNew: lineOf(lead, reading), keyPoints, readingTime: readingTime(reading) };
}

const countFor = (passages: number): number => Math.min(FULL, 1 + Math.floor(passages / PASSAGES_A_POINT));

/** The sentence without the place it was filed from. */
const lineOf = ({ span, inserts }: Showable, { text }: Reading): Line => ({
  span: { start: behindDateline(text, span), end: span.end },
  inserts: inserts.map((insert) => ({ ...insert, as: withArticle(insert, text, insert.span.start === span.start) })),
});

/** “[the Port Authority] said”, where the story calls it so and writes its name alone, too. */
function withArticle({ as }: Insert, text: string, first: boolean): string {
  const name = as.replace(/’s$/u, '');
  const at = text.indexOf(` the ${name}`);
  const isWhole = at >= 0 && !/^[\p{L}\p{N}-]| \p{Lu}/u.test(text.slice(at + 5 + name.length, at + 7 + name.length));
  return isWhole && name.includes(' ') ? `${first ? 'The' : 'the'} ${as}` : as;
}

function titleOf({ text, parts }: Reading): string {
  const isTitle = ({ kind }: { kind: string }) => kind === 'headline' || kind === 'subheadline';
  return parts
    .filter(isTitle)
    .map(({ span }: { span: Span }) => text.slice(span.start, span.end))
    .join(' ');
}
