import type { Span } from '#core/span';
import { datelineLength } from '#text/dateline';

/** Where the story begins after the place and the agency that filed it; the start itself where there is none. */
export function afterDateline(text: string, { start, end }: Span): number {
  const length = datelineLength(text.slice(start, Math.min(end, start + 100)));
  // “Berg: The gate …” is a speaker’s turn where another paragraph begins with the same name.
  const [label] = /^\p{Lu}[\p{L}'’-]+: $/u.exec(text.slice(start, start + length)) ?? [];
  const isTurn = label !== undefined && text.indexOf(`\n${label}`) !== text.lastIndexOf(`\n${label}`);
  return start + (isTurn ? 0 : length);
}
