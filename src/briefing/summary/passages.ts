import { byPosition, type Span } from '#core/span';
import type { Reading } from '../normalise.ts';
import type { Quotation } from '../quotes/marks.ts';
import type { Sentence } from '../segment.ts';
import { BOILERPLATE_INSIDE, BOILERPLATE_OPENINGS } from '../words/boilerplate.ts';
import type { Told } from './statement.ts';

/** One sentence of the story, or several that a quotation holds together: what may be shown without cutting into one. */
export interface Passage {
  readonly span: Span;
  readonly text: string;
  /** How many sentences it takes. */
  readonly sentences: number;
  /** Its place among the story's passages, and among those of its paragraph, from 0. */
  readonly index: number;
  readonly inParagraph: number;
  /** Its quotations, marks and all, into the reading. */
  readonly quoted: readonly Span[];
  /** Whether a quotation opens in it and does not close. */
  readonly half: boolean;
}

/** News tells what matters near its top: no more sentences are looked at. */
const MOST = 400;
/** A quotation with its “he said” in another sentence is kept together up to this length. */
const TOGETHER = 320;

/**
 * The story's passages, without the page's own lines.
 *
 * “We saw it. We will act,” he said. The sky was clear.
 * ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ^^^^^^^^^^^^^^^^^^  two passages
 */
export function passagesOf(
  reading: Reading,
  sentences: readonly Sentence[],
  quotations: readonly Quotation[],
  told: readonly Told[],
): Passage[] {
  const story = sentences.slice(0, MOST).filter(({ paragraph }) => paragraph > 0);
  const holds = holdsOf(quotations, told);
  const passages: Passage[] = [];
  let hold = 0;
  let paragraph = 0;
  let inParagraph = 0;
  for (let i = 0; i < story.length; i += 1) {
    const first = story[i] as Sentence;
    if (first.paragraph !== paragraph) inParagraph = 0;
    paragraph = first.paragraph;
    const from = i;
    let end = first.span.end;
    const held: Hold[] = [];
    for (; (holds[hold]?.start ?? Number.POSITIVE_INFINITY) < end; hold += 1) {
      const one = holds[hold] as Hold;
      if (one.end <= first.span.start) continue;
      held.push(one);
      while (end < one.end && story[i + 1]?.paragraph === paragraph) {
        i += 1;
        end = story[i]?.span.end ?? end;
      }
    }
    const span = { start: first.span.start, end };
    const text = reading.text.slice(span.start, span.end);
    if (isBoilerplate(text)) continue;
    const quoted = held.filter((one) => one.quotation);
    const half = held.some((one) => one.half);
    passages.push({ span, text, sentences: i - from + 1, index: passages.length, inParagraph, quoted, half });
    inParagraph += 1;
  }
  return passages;
}

/** What must not be cut: a quotation, or one with its “he said”. */
interface Hold extends Span {
  readonly quotation: boolean;
  readonly half: boolean;
}

function holdsOf(quotations: readonly Quotation[], told: readonly Told[]): Hold[] {
  const held = quotations.map(({ outer, closed, continues }) => ({
    ...outer,
    quotation: true,
    half: !closed || continues,
  }));
  const together = told
    .filter(({ quoted, sentences }) => quoted.length > 0 && sentences.end - sentences.start <= TOGETHER)
    .map(({ sentences }) => ({ ...sentences, quotation: false, half: false }));
  return [...held, ...together].sort(byPosition);
}

/** Lines longer than this are of the story, whatever they begin with. */
const PAGE_LINE = 400;

const isBoilerplate = (text: string): boolean =>
  text.length < PAGE_LINE && (BOILERPLATE_OPENINGS.test(text) || BOILERPLATE_INSIDE.test(text));
