import type { Span } from '#core/span';
import { firstPart } from '#text/truncate';
import type { Reading } from './normalise.ts';
import { ALWAYS_INSIDE, BEFORE_FIGURES, SOMETIMES_INSIDE } from './words/abbreviations.ts';

/** One sentence of the reading. */
export interface Sentence {
  /** Into `Reading.text`, white space at its ends left off. */
  readonly span: Span;
  /** Which of `Reading.parts` it stands in. */
  readonly part: number;
  /** Its paragraph's number, 0 outside the story's paragraphs. */
  readonly paragraph: number;
}

/**
 * A stop that may end a sentence, what closes after it, and the space before the next word. It is looked for where a
 * row of stops begins: from each stop of a long row on, the time would be its square.
 */
const STOP = /(?<![.!?…])[.!?…]+(?:["”’'»)\]]|\[\d+\])*\s+/g;
/** What a next sentence begins with: a mark or bracket, then anything but a small letter. */
const OPENING = /["“‘'«„([—–-]*\s?/y;

/**
 * More sentences than the longest report has, and more characters: some 65,000 words, four times the longest feature.
 * What follows them in a text is not analysed, so that its time stays bounded.
 */
const MAX_SENTENCES = 10_000;
const MAX_LENGTH = 400_000;

/**
 * Splits each part into sentences, at most `MAX_SENTENCES` with `MAX_LENGTH` characters in all.
 *
 * A stop ends a sentence unless it belongs to an abbreviation or an initial, or what follows begins small (“Stop!”
 * he said). Own rules rather than `Intl.Segmenter`: on news both agree but for abbreviations, which this knows,
 * and a sentence inside quotation marks, which this keeps with its “he said”.
 */
export function segment(reading: Reading): Sentence[] {
  const sentences: Sentence[] = [];
  let stop = -1;
  let room = MAX_LENGTH;
  for (const [index, part] of reading.parts.entries()) {
    if (sentences.length >= MAX_SENTENCES || room <= 0) break;
    // The next stop may stand parts away: those between are not looked through again.
    if (stop < part.span.start) stop = nextStop(reading.text, part.span.start);
    for (const span of stop < part.span.end ? sentencesOf(reading.text, part.span) : [part.span]) {
      if (sentences.length >= MAX_SENTENCES || room <= 0) break;
      sentences.push({ span: cut(reading.text, span, room), part: index, paragraph: part.paragraph });
      room -= span.end - span.start;
    }
  }
  return sentences;
}

/** The words of a sentence that fit into a number of characters. */
function cut(text: string, { start, end }: Span, room: number): Span {
  if (end - start <= room) return { start, end };
  const space = text.lastIndexOf(' ', start + room);
  return { start, end: space > start ? space : start + firstPart(text.slice(start, end), room).length };
}

function nextStop(text: string, from: number): number {
  STOP.lastIndex = from;
  return STOP.exec(text)?.index ?? text.length;
}

function sentencesOf(text: string, part: Span): Span[] {
  const spans: Span[] = [];
  let start = part.start;
  STOP.lastIndex = start;
  for (let match = STOP.exec(text); match && STOP.lastIndex < part.end; match = STOP.exec(text)) {
    const next = STOP.lastIndex;
    if (!isSentenceEnd(text, start, match.index, match[0], next)) continue;
    spans.push({ start, end: match.index + match[0].trimEnd().length });
    start = next;
  }
  if (start < part.end) spans.push({ start, end: part.end });
  return spans;
}

function isSentenceEnd(text: string, start: number, stop: number, marks: string, next: number): boolean {
  OPENING.lastIndex = next;
  OPENING.test(text);
  const first = text.charAt(Math.max(OPENING.lastIndex, next));
  if (/\p{Ll}/u.test(first)) return false;
  if (!/^\.\s+$/.test(marks)) return true;
  const word = wordBefore(text, start, stop);
  if (/^\p{Lu}$/u.test(word)) return !/\p{Lu}/u.test(first) || isPronounI(text, stop);
  const folded = word.toLowerCase();
  if (ALWAYS_INSIDE.has(folded)) return false;
  if (BEFORE_FIGURES.has(folded)) return !/\d/.test(first);
  if (SOMETIMES_INSIDE.has(folded) || /^(?:\p{L}\.)+\p{L}$/u.test(word)) return startsSentence(text, next, folded);
  return true;
}

/** “… than I.” ends a sentence, “John I. Smith” does not. */
const isPronounI = (text: string, stop: number): boolean =>
  /\b\p{Ll}+ I$/u.test(text.slice(Math.max(0, stop - 20), stop));

function wordBefore(text: string, start: number, stop: number): string {
  return /[\p{L}.]*$/u.exec(text.slice(Math.max(start, stop - 16), stop))?.[0] ?? '';
}

/** Words that seldom stand inside a name: one of them after “U.S.” begins a sentence. */
const FRESH_STARTS =
  /^["“‘'(]*(?:The|A|An|He|She|It|They|We|I|But|And|In|On|At|For|This|That|These|Those|His|Her|Its|Their|As|If|When|While|After|Before|However|Meanwhile|There|You|So|Yet|Some|Many|Most|Both)\b/;

function startsSentence(text: string, next: number, word: string): boolean {
  if (/["“‘]/.test(text.charAt(next))) return true;
  return FRESH_STARTS.test(text.slice(next, next + 14)) || word === 'etc';
}
