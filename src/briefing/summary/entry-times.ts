import type { ShownSentence } from '#core/shown-sentence';
import type { Span } from '#core/span';
import type { Reading } from '../normalise.ts';
import { TIMED } from '../words/kinds.ts';
import type { Summary } from './index.ts';

/**
 * Adds the time of its entry to each sentence of a live report.
 *
 * 14:40   Engineers have found a second crack …
 * ^^^^^   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
export function withEntryTimes(summary: Summary, reading: Reading): Summary {
  const times = entryTimes(reading);
  const timed = <T extends ShownSentence>(shown: T): T => {
    const time = times.findLast(({ start }) => start <= shown.span.start);
    return time ? { ...shown, time, span: behind(time, shown.span, reading.text) } : shown;
  };
  const { whatsNew, keyPoints, notYetKnown, next } = summary;
  return {
    ...summary,
    ...(whatsNew ? { whatsNew: timed(whatsNew) } : {}),
    keyPoints: keyPoints.map(timed),
    ...(notYetKnown ? { notYetKnown: timed(notYetKnown) } : {}),
    ...(next ? { next: timed(next) } : {}),
  };
}

/** The time at the beginning of each entry, in text order. */
function entryTimes({ text, parts }: Reading): readonly Span[] {
  return parts.flatMap(({ kind, span: { start, end } }) => {
    const [time] = kind === 'paragraph' || kind === 'heading' ? (TIMED.exec(text.slice(start, end)) ?? []) : [];
    return time === undefined ? [] : [{ start, end: start + time.length }];
  });
}

/** A sentence without its leading time. */
function behind(time: Span, { start, end }: Span, text: string): Span {
  if (time.end <= start) return { start, end };
  const gap = text.slice(time.end, end).search(/[^\s:–—-]/);
  return gap < 0 ? { start, end } : { start: time.end + gap, end };
}
