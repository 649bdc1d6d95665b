import type { Reading } from '../normalise.ts';

/** Words per minute: Brysbaert 2019, silent reading of English non-fiction. */
const WORDS_PER_MINUTE = 238;

/** The reading time of the story's paragraphs in whole minutes, at least 1. */
export function readingTime({ text, parts }: Reading): number {
  let words = 0;
  for (const { kind, span } of parts) {
    if (kind !== 'paragraph') continue;
    let inside = false;
    for (let at = span.start; at < span.end; at += 1) {
      const blank = text.charCodeAt(at) <= 32;
      if (inside && blank) words += 1;
      inside = !blank;
    }
    if (inside) words += 1;
  }
  return Math.max(1, Math.round(words / WORDS_PER_MINUTE));
}
