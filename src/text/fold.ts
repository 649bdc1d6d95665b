import { truncate } from './truncate.ts';

/** Letters without a Unicode decomposition, with their plain keyboard spellings. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** Normalizes a text: without case, accents and apostrophes, so that spellings of one name are equal. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}'’‘ʼ]/gu, '')
    .replace(/[ßæœøłđðþı]/g, (letter) => PLAIN[letter] ?? letter);
}

/** The folded words of a text; hyphens are treated as spaces: `Kim Tae-hyo` is `kim`, `tae`, `hyo`. */
export const wordsOf = (text: string): readonly string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** All letters and digits joined: `Kim Tae-hyo` and `kim taehyo` become equal. */
export const foldedKey = (text: string): string => wordsOf(text).join('');

/**
 * Removes the most common English endings from a word, so that `weapons` finds `weapon` and `deployed` finds
 * `deploying`. Deliberately light: it only has to unify a word's forms, not find the root.
 */
export function stem(word: string): string {
  if (word.length <= 3) return word;
  const cut = word.replace(/(?:ies|ied)$/, 'y').replace(/(?:ing|ed|es|s)$/, '');
  const root = cut.length >= 3 ? cut : word;
  return root.length > 3 ? root.replace(/(.)\1$/, '$1').replace(/e$/, '') : root;
}

/** Capitalizes a name typed in lowercase: `vladimir putin` becomes `Vladimir Putin`. */
export const titleCase = (typed: string): string =>
  typed === typed.toLowerCase() ? typed.replace(/(?<=^|\s)\p{Ll}/gu, (letter) => letter.toUpperCase()) : typed;

const MAX_DISPLAY_LENGTH = 80;

/** The user's input as repeated in a reply: in one line, truncated to the length of a name. */
export function truncateForDisplay(typed: string): string {
  return truncate(typed.replace(/\s+/gu, ' ').trim(), MAX_DISPLAY_LENGTH);
}
