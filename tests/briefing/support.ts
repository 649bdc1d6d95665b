import { findMentions } from '#briefing/mentions/index';
import type { ArticlePart } from '#core/article';
import type { Span } from '#core/span';
import { findAttributions } from '../../src/briefing/attributions/index.ts';
import { unitsOf } from '../../src/briefing/attributions/units.ts';
import { normalise, type Reading } from '../../src/briefing/normalise.ts';
import { pairMarks } from '../../src/briefing/quotes/marks.ts';
import { segment } from '../../src/briefing/segment.ts';

/** A reading of plain text, one part a line; `# ` before a line makes it the headline. */
export function readingOf(text: string): Reading {
  const parts: ArticlePart[] = [];
  for (const match of text.matchAll(/(# )?([^\n]+)/g)) {
    const start = match.index + (match[1]?.length ?? 0);
    parts.push({ kind: match[1] ? 'headline' : 'paragraph', span: { start, end: start + (match[2]?.length ?? 0) } });
  }
  return normalise({ text, parts, edits: [] });
}

export const textOf =
  (reading: Reading) =>
  ({ start, end }: Span): string =>
    reading.text.slice(start, end);

/** Each attribution as `kind: source | cue | content … content`, `-` where there are no words. */
export function attributionsIn(text: string): string[] {
  const reading = readingOf(text);
  const words = textOf(reading);
  const sentences = segment(reading);
  const units = unitsOf(reading, sentences, pairMarks(reading));
  return findAttributions(reading, units, findMentions(reading, sentences)).map((found) => {
    const source = found.source ? words(found.source) : found.sameAs !== undefined ? '(same)' : '-';
    return `${found.kind}: ${source} | ${found.cue ? words(found.cue) : '-'} | ${found.content.map(words).join(' … ')}`;
  });
}
