const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** In code units; a longer cluster (a letter with dozens of accents) may be cut between two code points. */
export const MAX_CLUSTER = 32;

/**
 * Returns the offset at which to cut a text to at most `maxLength` code units: at a grapheme boundary, so that
 * no emoji, flag or accented letter is split.
 */
export function cutIndex(text: string, maxLength: number): number {
  if (text.length <= maxLength) return text.length;
  if (maxLength <= 0) return 0;
  // The segmenter copies what it is given. A cluster begins after a space, and does not depend on what follows it.
  const from = text.lastIndexOf(' ', maxLength - MAX_CLUSTER) + 1;
  const nearby = text.slice(from, maxLength + 2);
  const cluster = from + (GRAPHEMES.segment(nearby).containing(maxLength - from)?.index ?? maxLength - from);
  if (cluster > 0 && maxLength - cluster < MAX_CLUSTER) return cluster;
  return isInsidePair(text, maxLength) && maxLength > 1 ? maxLength - 1 : maxLength;
}

const isInsidePair = (text: string, index: number): boolean => (text.codePointAt(index - 1) ?? 0) > 0xffff;

/** The beginning of a text, at most `maxLength` code units. */
export const firstPart = (text: string, maxLength: number): string => text.slice(0, cutIndex(text, maxLength));

/** Returns the text, cut and followed by “…” if it is longer than `maxLength` code units. */
export const truncate = (text: string, maxLength: number): string =>
  text.length <= maxLength ? text : `${firstPart(text, maxLength - 1).trimEnd()}…`;

/** Like {@link truncate}, but cuts between words if there is a word boundary in the last third. */
export function truncateAtWord(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const head = firstPart(text, maxLength);
  const end = head.lastIndexOf(' ');
  return end > (maxLength * 2) / 3 ? `${head.slice(0, end).trimEnd()}…` : truncate(text, maxLength);
}

/** Splits a text into pieces of at most `maxLength` code units; joined, they are the text. */
export function splitText(text: string, maxLength: number): readonly string[] {
  const pieces: string[] = [];
  for (let rest = text; rest !== ''; ) {
    const end = Math.max(1, cutIndex(rest, maxLength));
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return pieces;
}
