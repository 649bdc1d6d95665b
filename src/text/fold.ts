import { truncate } from './truncate.ts';

/** Letters that Unicode does not take apart, as people type them on a plain keyboard. */
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

/** The text without case, accents and apostrophes: what two spellings of one name have in common. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}'’‘ʼ]/gu, '')
    .replace(/[ßæœøłđðþı]/g, (letter) => PLAIN[letter] ?? letter);
}

/** The folded words of a text, hyphens taken as spaces: `Kim Tae-hyo` is `kim`, `tae`, `hyo`. */
export const wordsOf = (text: string): readonly string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** All letters and digits in one piece: `Kim Tae-hyo` and `kim taehyo` become the same. */
export const foldedKey = (text: string): string => wordsOf(text).join('');

/**
 * A word without the commonest English endings, so that `weapons` finds `weapon` and `deployed` finds
 * `deploying`. Deliberately light: it only has to bring a word's forms together, not to name their root.
 */
export function stem(word: string): string {
  if (word.length <= 3) return word;
  const cut = word.replace(/(?:ies|ied)$/, 'y').replace(/(?:ing|ed|es|s)$/, '');
  const root = cut.length >= 3 ? cut : word;
  return root.length > 3 ? root.replace(/(.)\1$/, '$1').replace(/e$/, '') : root;
}

/** A name as it is written, where it was typed in small letters: `vladimir putin` is Vladimir Putin. */
export const titleCase = (typed: string): string =>
  typed === typed.toLowerCase() ? typed.replace(/(?<=^|\s)\p{Ll}/gu, (letter) => letter.toUpperCase()) : typed;

const MAX_DISPLAY_LENGTH = 80;

/** What was typed, as an answer repeats it: in one line, and never longer than a name. */
export function truncateForDisplay(typed: string): string {
  return truncate(typed.replace(/\s+/gu, ' ').trim(), MAX_DISPLAY_LENGTH);
}
