/** The text, or its beginning with “…” where it is longer than `most` characters; never half a letter. */
export const truncate = (text: string, maxLength: number): string =>
  text.length <= maxLength
    ? text
    : `${text
        .slice(0, maxLength - 1)
        .toWellFormed()
        .replace(/\ufffd$/u, '')
        .trimEnd()}…`;

/** Like {@link truncate}, but between two words where one ends in the last third. */
export function truncateAtWord(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const head = text.slice(0, maxLength);
  const end = head.lastIndexOf(' ');
  return end > (maxLength * 2) / 3 ? `${head.slice(0, end).trimEnd()}…` : truncate(text, maxLength);
}
