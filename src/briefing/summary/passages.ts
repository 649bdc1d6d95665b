import { comparePositions, type Span } from '#core/span';
import type { Reading } from '../normalise.ts';
import type { Quotation } from '../quotes/marks.ts';
import type { Sentence } from '../segment.ts';
import { isBoilerplate } from '../words/boilerplate.ts';
import type { Statement } from './statement.ts';

/** One sentence of the story, or several joined by a quotation: the smallest unit that does not split a quotation. */
export interface Passage {
  readonly span: Span;
  readonly text: string;
  /** The number of sentences. */
  readonly sentences: number;
  /** Its index among the story's passages, and among those of its paragraph, from 0. */
  readonly index: number;
  readonly inParagraph: number;
  /** Its quotations including marks, as spans of the reading. */
  readonly quoted: readonly Span[];
  /** Whether it contains an unclosed quotation. */
  readonly isPartial: boolean;
}

/** The maximum number of sentences analyzed: news has the important facts at the top. */
const MAX_SENTENCES = 400;
/** The maximum length up to which a quotation is kept together with “he said” in another sentence. */
const CONTINUATION = 320;

/**
 * The story's passages, without lines that belong to the page.
 *
 * “We saw it. We will act,” he said. The sky was clear.
 * ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ^^^^^^^^^^^^^^^^^^  two passages
 */
export const passagesOf = (
  reading: Reading,
  sentences: readonly Sentence[],
  quotations: readonly Quotation[],
  statements: readonly Statement[],
): readonly Passage[] => withoutRepeats(allPassages(reading, sentences, quotations, statements));

/** Pages repeat teasers: of identical passages, the last is in the story, except if the story ends with one. */
function withoutRepeats(passages: readonly Passage[]): readonly Passage[] {
  const last = new Map(passages.map((passage) => [passage.text, passage]));
  if (last.size === passages.length) return passages;
  return passages
    .filter((passage) => last.get(passage.text) === passage)
    .map((passage, index) => ({ ...passage, index }));
}

function allPassages(
  reading: Reading,
  sentences: readonly Sentence[],
  quotations: readonly Quotation[],
  statements: readonly Statement[],
): Passage[] {
  const end = endOfStory(reading);
  const story = sentences.slice(0, MAX_SENTENCES).filter(({ paragraph, span }) => paragraph > 0 && span.start < end);
  const holds = unbreakables(quotations, statements);
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
    const held: Unbreakable[] = [];
    for (; (holds[hold]?.start ?? Number.POSITIVE_INFINITY) < end; hold += 1) {
      const sentence = holds[hold] as Unbreakable;
      if (sentence.end <= first.span.start) continue;
      held.push(sentence);
      while (end < sentence.end && story[i + 1]?.paragraph === paragraph) {
        i += 1;
        end = story[i]?.span.end ?? end;
      }
    }
    const span = { start: first.span.start, end };
    const text = reading.text.slice(span.start, span.end);
    if (isBoilerplate(text)) continue;
    const quoted = held.filter((sentence) => sentence.quotation);
    const isPartial = held.some((sentence) => sentence.half);
    passages.push({ span, text, sentences: i - from + 1, index: passages.length, inParagraph, quoted, isPartial });
    inParagraph += 1;
  }
  return passages;
}

/** The offset at which a press release's text about the company begins: in the second half, below its own heading. */
function endOfStory({ text, parts }: Reading): number {
  const half = text.length / 2;
  const about = parts.find(({ span }) => span.start > half && ABOUT.test(text.slice(span.start, span.end)));
  return about?.span.start ?? text.length;
}

/** “About Hallam Batteries”, “About the survey:” */
const ABOUT = /^about (?:the )?[\p{L}\p{N}][^.!?“”"]{1,60}$/iu;

/** A unit that must not be split: a quotation, or one with its “he said”. */
interface Unbreakable extends Span {
  readonly quotation: boolean;
  readonly half: boolean;
}

function unbreakables(quotations: readonly Quotation[], statements: readonly Statement[]): Unbreakable[] {
  const held = quotations.map(({ outer, closed, continues }) => ({
    ...outer,
    quotation: true,
    half: !closed || continues,
  }));
  const together = statements
    .filter(({ quoted, sentences }) => quoted.length > 0 && sentences.end - sentences.start <= CONTINUATION)
    .map(({ sentences }) => ({ ...sentences, quotation: false, half: false }));
  return [...held, ...together].sort(comparePositions);
}
