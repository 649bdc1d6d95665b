import type { Reading } from '../normalise.ts';
import type { Quotation } from './marks.ts';

/** Words before a mark that announce a title, a name or a term instead of speech. */
const NAMED_BEFORE =
  /(?:\bso-called|\b(?:known|billed|marketed|sold)(?: [\w’'-]+){0,5} as(?: the| an?)?|\b(?:named|titled|entitled|nicknamed|dubbed|christened|subtitled|labell?ed|codenamed)(?: the| an?)?|\b(?:the|a|this|his|her|its|their) (?:term|word|words|phrase|label|nickname|moniker|hashtag|acronym|book|novel|memoir|film|movie|song|album|single|show|series|programme|program|play|episode|poem|documentary|article|essay|report|study|painting|podcast|musical|anthem|slogan|category|concept)s?,?)\s*$/i;

/** Things that bear a name of their own: the weekly “Neue Woche”, the morning show “France Levant”. */
const THING_BEFORE =
  /\b(?:weekly|daily|newspaper|paper|magazine|journal|website|outlet|blog|broadcaster|channel|station|network|radio|show|programme|program|podcast|series|film|movie|play|musical|opera|book|novel|memoir|poem|song|single|album|hit|anthem|band|group|party|ship|boat|vessel|ferry|hotel|restaurant|cafe|café|bar|pub|club|app|game|project|operation|campaign|festival|exhibition|award|prize|column|section|chapter|feature|painting|statue),?\s*$/i;

/** Words behind a mark that say it was a name. */
const NAMED_BEHIND =
  /^[,.]?\s*(?:show|program|programme|forum|tour|album|award|awards|initiative|act|bill|law|series|podcast|theme|song|movement|campaign pins|button|category|clause|episode|segment|special|magazine|festival|film|movie|musical|franchise|followers)\b/i;

/** « Ça chauffe », last summer’s hit */
const HIT_BEHIND = /^[,.]?\s*(?:[\w’']+ ){0,3}(?:hit|song|single|album|film|novel|bestseller)\b/i;

const SHOWS =
  /(?:’s|'s|\bon|\bin|\bof|\bfrom|\bsing(?:s|ing)?|\bsang|\bsung|\bplay(?:s|ed|ing)?|\bwatch(?:ed|ing)?|\bhost(?:s|ed)? of|\bauthor of|\bcalled|\bthe|\ba|\ban|\bhis|\bher|\btheir|\band|,)\s*$/i;

const MINOR =
  /^(?:a|an|the|of|in|on|at|to|for|and|or|but|with|from|by|as|vs|de|da|do|du|des|la|le|les|el|los|las|del|di|der|die|das|und|et|y|e)$/i;

/**
 * Whether the words between two marks were said or written by somebody, as far as the marks and their neighbours
 * tell. Titles, nicknames, terms and markup are not; whether a bare word or two are is for the sentence to say.
 *
 * He was singing “American Skin” on “The Late Show.”
 *                 ^^^^^^^^^^^^^       ^^^^^^^^^^^^^^  titles: every great word has a capital
 */
export function isSpeech(reading: Reading, quote: Quotation): boolean {
  const { text } = reading;
  const before = text.slice(Math.max(0, quote.outer.start - 48), quote.outer.start);
  const behind = text.slice(quote.outer.end, quote.outer.end + 24);
  if (/[=\w]$/.test(before)) return false;
  if (NAMED_BEFORE.test(before)) return false;
  const inner = text.slice(quote.inner.start, Math.min(quote.inner.end, quote.inner.start + 160));
  if (!/\p{L}/u.test(inner)) return /\d/.test(inner);
  if (isNickname(before, behind, inner)) return false;
  if (isTitle(inner) && (SHOWS.test(before) || THING_BEFORE.test(before) || NAMED_BEHIND.test(behind))) return false;
  if (HIT_BEHIND.test(behind) && wordsOf(inner).length <= 6) return false;
  return !(NAMED_BEHIND.test(behind) && wordsOf(inner).length <= 6);
}

const wordsOf = (text: string): string[] => text.split(/[\s—–-]+/).filter((word) => /[\p{L}\p{N}]/u.test(word));

/** Robert C. “Bobby” Scott · Marcia “Cia” Price */
const isNickname = (before: string, behind: string, inner: string): boolean =>
  /(?:\p{Lu}[\p{L}’'-]*|\p{Lu}\.) $/u.test(before) &&
  /^ (?:\p{Lu}|(?:de|da|del|della|di|dos|van|von|bin|ibn|al|la|le) )/u.test(behind) &&
  wordsOf(inner).length <= 3 &&
  /^\p{Lu}/u.test(inner);

/** “The Walking Dead,” “Contract with America”: two great words at least, or one that is not the sentence’s first. */
function isTitle(inner: string): boolean {
  if (/[!?]$/.test(inner)) return false;
  const words = wordsOf(inner).filter((word) => !MINOR.test(word));
  if (words.length === 0 || words.length > 9) return false;
  return words.every((word) => /^[\p{Lu}\p{N}]/u.test(word.replace(/^[^\p{L}\p{N}]+/u, '')));
}

/**
 * Whether words that no verb of speech claims are a term or a title rather than somebody's words: a federal
 * “supermax” prison, the cult classic “Thelma and Louise”.
 */
export function isTerm(reading: Reading, { inner, outer }: Quotation): boolean {
  const { text } = reading;
  const words = text.slice(inner.start, Math.min(inner.end, inner.start + 160));
  const count = wordsOf(words).length;
  if (count <= 2 || (count <= 9 && isTitle(words))) return true;
  return (
    count === 3 &&
    /\b(?:an?|the|this|its|their|his|her|one|of)\s$/i.test(text.slice(Math.max(0, outer.start - 8), outer.start))
  );
}

/** ‘Not over yet’: a line of its own, few words and no stop among them, heads what follows. */
export const isHeading = (reading: Reading, { inner, outer, part }: Quotation): boolean => {
  const { span } = reading.parts[part] ?? { span: outer };
  const words = reading.text.slice(inner.start, Math.min(inner.end, inner.start + 160));
  return outer.start === span.start && outer.end === span.end && !/[.,?!…—]$/.test(words) && wordsOf(words).length <= 8;
};
