/** What a character is to those who read words; bits, because a letter may be a capital too. */
export const LETTER = 1;
const NUMBER = 2;
const CAPITAL = 4;
export const WORD = LETTER | NUMBER;
const ASKED = 8;

/**
 * What each code unit was found to be. Asked of Unicode once: a pattern with \p{…} asks again for every letter, which
 * takes longer than all else that is done with most words.
 */
const kinds = new Uint8Array(0x10000);

/** What a character of the basic plane is; half of a pair is nothing. */
export function kindOf(code: number): number {
  const known = kinds[code] ?? 0;
  if (known) return known;
  const char = String.fromCharCode(code);
  const kind =
    (/\p{L}/u.test(char) ? LETTER : 0) | (/\p{N}/u.test(char) ? NUMBER : 0) | (/\p{Lu}/u.test(char) ? CAPITAL : 0);
  kinds[code] = kind | ASKED;
  return kind | ASKED;
}

/** Letters beyond the basic plane take two code units; texts with one are left to patterns. */
export const isHalf = (code: number): boolean => code >= 0xd800 && code <= 0xdfff;
const HALVES = /[\ud800-\udfff]/;

/** Every run of letters, or of letters and digits: what a pattern with \p{L} finds. */
export function runsOf(text: string, wanted: number): readonly string[] {
  if (HALVES.test(text)) return text.match(wanted === LETTER ? /\p{L}+/gu : /[\p{L}\p{N}]+/gu) ?? [];
  const runs: string[] = [];
  let start = -1;
  for (let at = 0; at < text.length; at += 1) {
    if (kindOf(text.charCodeAt(at)) & wanted) {
      if (start < 0) start = at;
    } else if (start >= 0) {
      runs.push(text.slice(start, at));
      start = -1;
    }
  }
  if (start >= 0) runs.push(text.slice(start));
  return runs;
}

const NAME = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}’'-]+/gu;

/** Every word with a capital, two letters or longer, with its hyphens and apostrophes. */
export function capitalWordsOf(text: string): readonly string[] {
  if (HALVES.test(text)) return text.match(NAME) ?? [];
  const words: string[] = [];
  let before = 0;
  for (let at = 0; at < text.length; at += 1) {
    const kind = kindOf(text.charCodeAt(at));
    if (kind & CAPITAL && !(before & (LETTER | NUMBER))) {
      const start = at;
      while (at + 1 < text.length && joinsWord(text.charCodeAt(at + 1))) at += 1;
      if (at > start) words.push(text.slice(start, at + 1));
    }
    before = kindOf(text.charCodeAt(at));
  }
  return words;
}

const joinsWord = (code: number): boolean =>
  Boolean(kindOf(code) & LETTER) || code === 0x2019 || code === 0x27 || code === 0x2d;
