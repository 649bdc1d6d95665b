import type { StoryKind } from '#core/briefing';
import type { Reading } from './normalise.ts';
import type { Quotation } from './quotes/marks.ts';
import { ANSWER, KIND_LABELS, OWN_VOICE, QUESTION, RELEASE, TIMED } from './words/kinds.ts';

/** As many timed entries make a live report, as many questions an interview. */
const MIN_ENTRIES = 4;
const MIN_QUESTIONS = 3;
/** A writer who says “I” once in so many words, and more than a few times, gives an opinion. */
const WORDS_PER_I = 150;
const MIN_I = 4;

/** What kind of article this is, where its form shows it; undefined for an ordinary report. */
export function kindOf(reading: Reading, quotations: readonly Quotation[]): StoryKind | undefined {
  const { text, parts } = reading;
  const read = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
  const titles = parts
    .filter(({ kind }) => kind === 'headline' || kind === 'subheadline')
    .map(({ span }) => read(span));
  const paragraphs = parts.filter(({ kind }) => kind === 'paragraph').map(({ span }) => read(span));
  const headings = parts.filter(({ kind }) => kind === 'heading').map(({ span }) => read(span));
  const entries = count(paragraphs, TIMED) + count(headings, TIMED);
  if (titles.some((title) => KIND_LABELS.live.test(title)) || entries >= MIN_ENTRIES) return 'live';
  if (paragraphs.some((paragraph) => RELEASE.test(paragraph))) return 'release';
  const questions = count([...paragraphs, ...headings], QUESTION);
  if (titles.some((title) => KIND_LABELS.interview.test(title)) && questions > 0) return 'interview';
  if (questions >= MIN_QUESTIONS && count(paragraphs, ANSWER) >= MIN_QUESTIONS) return 'interview';
  if (titles.some((title) => KIND_LABELS.opinion.test(title))) return 'opinion';
  return isInOwnVoice(reading, quotations) ? 'opinion' : undefined;
}

const count = (texts: readonly string[], pattern: RegExp): number => texts.filter((text) => pattern.test(text)).length;

const IN_BRACKETS = /\([^()]*\)/g;

/** Whether the writer speaks of themselves throughout, outside of quotation marks and of brackets, which translate. */
function isInOwnVoice({ text }: Reading, quotations: readonly Quotation[]): boolean {
  let own = '';
  let at = 0;
  for (const { outer } of quotations) {
    own += text.slice(at, Math.max(at, outer.start));
    at = Math.max(at, outer.end);
  }
  own += text.slice(at);
  own = own.replace(IN_BRACKETS, ' ');
  const said = own.match(OWN_VOICE)?.length ?? 0;
  return said >= MIN_I && said * WORDS_PER_I >= own.split(/\s+/).length;
}
