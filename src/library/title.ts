import { datelineLength } from '#text/dateline';
import { firstPart } from '#text/truncate';

/** A title is cut at this many characters where it has to be taken from the story. */
const MAX_LENGTH = 80;

/** A stop behind one of these ends no sentence: “Mr.”, “Sept.”, “U.S.” */
const ABBREVIATED = /(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gov|Sen|Rep|Gen|St|No|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec))\.\s*$/;

// It rained.   “It rained.”   …but not: made by Acme Inc...
const FULL_STOP = /(?<!\.)\.(["'’”»)\]]*)$/;

/** Whether a line ends as sentences do and headlines do not. */
export const endsWithStop = (text: string): boolean => FULL_STOP.test(text) && !ABBREVIATED.test(text);

/** What a story without a headline is called: its first sentence without its stop, cut between words where it is long. */
export function titleFrom(paragraph: string): string {
  const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });
  let words = '';
  // Where a story was filed is no part of what it is called.
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
