/** The text, or its beginning with “…” where it is longer than `most` characters; never half a letter. */
export const clip = (text: string, most: number): string =>
  text.length <= most
    ? text
    : `${text
        .slice(0, most - 1)
        .toWellFormed()
        .replace(/\ufffd$/u, '')
        .trimEnd()}…`;

/** Like {@link clip}, but between two words where one ends in the last third. */
export function clipAtWord(text: string, most: number): string {
  if (text.length <= most) return text;
  const head = text.slice(0, most);
  const end = head.lastIndexOf(' ');
  return end > (most * 2) / 3 ? `${head.slice(0, end).trimEnd()}…` : clip(text, most);
}
