/** Character classes for word matching; bit flags, as a letter may also be uppercase. */
export const LETTER = 1;
const NUMBER = 2;
const UPPERCASE = 4;
export const WORD = LETTER | NUMBER;
const CLASSIFIED = 8;

/**
 * Cached classes by code unit. A pattern with \p{…} queries Unicode again for every letter, which
 * takes longer than all other processing of most words.
 */
const classes = new Uint8Array(0x10000);

/** The class of a character of the basic plane; 0 flags for a surrogate. */
function characterClass(code: number): number {
  const cached = classes[code] ?? 0;
  if (cached) return cached;
  const char = String.fromCharCode(code);
  const flags =
    (/\p{L}/u.test(char) ? LETTER : 0) | (/\p{N}/u.test(char) ? NUMBER : 0) | (/\p{Lu}/u.test(char) ? UPPERCASE : 0);
  classes[code] = flags | CLASSIFIED;
  return flags | CLASSIFIED;
}

/** Letters beyond the basic plane take two code units; texts with surrogates are matched with patterns. */
const SURROGATES = /[\ud800-\udfff]/;

/** Finds every run of letters, or of letters and digits: the matches of a pattern with \p{L}. */
export function findRuns(text: string, mask: number): readonly string[] {
  if (SURROGATES.test(text)) return text.match(mask === LETTER ? /\p{L}+/gu : /[\p{L}\p{N}]+/gu) ?? [];
  const runs: string[] = [];
  let start = -1;
  for (let index = 0; index < text.length; index += 1) {
    if (characterClass(text.charCodeAt(index)) & mask) {
      if (start < 0) start = index;
    } else if (start >= 0) {
      runs.push(text.slice(start, index));
      start = -1;
    }
  }
  if (start >= 0) runs.push(text.slice(start));
  return runs;
}

/** The number of letters, or of letters and digits, in a text. */
export function countLetters(text: string, mask: number): number {
  if (SURROGATES.test(text)) return text.match(mask === LETTER ? /\p{L}/gu : /[\p{L}\p{N}]/gu)?.length ?? 0;
  let count = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (characterClass(text.charCodeAt(index)) & mask) count += 1;
  }
  return count;
}

const CAPITALISED_WORD = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}’'-]+/gu;

/** Finds every capitalized word of two or more letters, including hyphens and apostrophes. */
export function capitalisedWords(text: string): readonly string[] {
  if (SURROGATES.test(text)) return text.match(CAPITALISED_WORD) ?? [];
  const words: string[] = [];
  let previousClass = 0;
  for (let index = 0; index < text.length; index += 1) {
    const currentClass = characterClass(text.charCodeAt(index));
    if (currentClass & UPPERCASE && !(previousClass & (LETTER | NUMBER))) {
      const start = index;
      while (index + 1 < text.length && continuesWord(text.charCodeAt(index + 1))) index += 1;
      if (index > start) words.push(text.slice(start, index + 1));
    }
    previousClass = characterClass(text.charCodeAt(index));
  }
  return words;
}

const continuesWord = (code: number): boolean =>
  Boolean(characterClass(code) & LETTER) || code === 0x2019 || code === 0x27 || code === 0x2d;
