import { isCapital, type Tokens } from '../mentions/tokens.ts';
import { BREAK, CAP } from '../mentions/word-flags.ts';

/** The first letters of the capitals of a name: `nis` of National Intelligence Service. */
export function initialsOf(tokens: Tokens, from: number, to: number): string {
  let letters = '';
  for (let at = from; at < to; at += 1)
    if ((tokens.flags[at] ?? 0) & CAP) letters += (tokens.words[at] ?? '').charAt(0);
  return letters;
}

/** Where the words begin whose capitals, read backwards, are these letters. */
export function startOfInitials(tokens: Tokens, letters: string, last: number): number | undefined {
  let left = letters.length;
  for (let at = last; at >= 0 && at > last - 12; at -= 1) {
    const flag = tokens.flags[at] ?? 0;
    if (flag & BREAK) return undefined;
    if (!isCapital(tokens, at)) continue;
    if (tokens.words[at]?.charAt(0) !== letters.charAt(left - 1)) return undefined;
    left -= 1;
    if (left === 0) return at;
  }
  return undefined;
}
