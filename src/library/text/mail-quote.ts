import type { Edit } from '#core/article';

// > Town opens bridge
// >
// > “We did it,” Ann Lee said
const MARKS = /^[ \t]*(?:>[ \t]?)+/gm;

/** The minimum share of quoted lines in a quoted e-mail. */
const MIN_SHARE = 0.6;

/** Returns edits that remove the quote marks of an e-mail; none if the text is not a quoted e-mail. */
export function mailMarksIn(text: string): Edit[] {
  if (!/^[ \t]*>/m.test(text)) return [];
  const lines = text.match(/^.*\S.*$/gm)?.length ?? 0;
  const marks = Array.from(text.matchAll(MARKS), ({ index, 0: mark }) => ({
    start: index,
    end: index + mark.length,
    replacement: '',
  }));
  return marks.length >= lines * MIN_SHARE ? marks : [];
}

/** Replaces these marks by spaces, so that offsets are unchanged. */
export function withoutMarks(text: string, marks: readonly Edit[]): string {
  if (marks.length === 0) return text;
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of marks) {
    pieces.push(text.slice(at, start), ' '.repeat(end - start));
    at = end;
  }
  return [...pieces, text.slice(at)].join('');
}
