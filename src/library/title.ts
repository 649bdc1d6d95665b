import { datelineLength } from '#text/dateline';
import { firstPart } from '#text/truncate';

/** The maximum length of a title taken from the story, in characters. */
const MAX_LENGTH = 80;

/** A stop after one of these does not end a sentence: “Mr.”, “Sept.”, “U.S.” */
const ABBREVIATED = /(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gov|Sen|Rep|Gen|St|No|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec))\.\s*$/;

// It rained.   “It rained.”   …but not: made by Acme Inc...
const FULL_STOP = /(?<!\.)\.(["'’”»)\]]*)$/;

/** Whether a line ends like a sentence, and unlike a headline. */
export const endsWithStop = (text: string): boolean => FULL_STOP.test(text) && !ABBREVIATED.test(text);

/** The title of a story without a headline: its first sentence without its stop, cut between words if too long. */
export function titleFrom(paragraph: string): string {
  const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });
  let words = '';
  // The dateline is not part of the title.
  for (const { segment } of sentences.segment(firstPart(paragraph, 2000).slice(datelineLength(paragraph)))) {
    words += segment;
    if (!ABBREVIATED.test(words)) break;
  }
  words = words.trim().replace(FULL_STOP, '$1') || paragraph;
  if (words.length <= MAX_LENGTH) return words;
  return `${firstPart(words, MAX_LENGTH)
    .replace(/\s+\S*$/, '')
    .replace(/[\s,;:–—-]+$/, '')}…`;
}
