import type { Reading } from '../normalise.ts';
import type { Quotation } from './marks.ts';

/** Words before a mark that introduce a title, a name or a term instead of speech. */
const NAMED_BEFORE =
  /(?:\bso-called|\b(?:known|billed|marketed|sold)(?: [\w’'-]+){0,5} as(?: the| an?)?|\b(?:named|titled|entitled|nicknamed|christened|subtitled|labell?ed|codenamed)(?: the| an?)?|\b(?:the|this) words?|\b(?:the|a|this|his|her|its|their) (?:term|phrase|label|nickname|moniker|hashtag|acronym|book|novel|memoir|film|movie|song|album|single|show|series|programme|program|play|episode|poem|documentary|article|essay|report|study|painting|podcast|musical|anthem|slogan|category|concept)s?,?)\s*$/i;

/** Things that have names: the weekly “Neue Woche”, the morning show “France Levant”. */
const THING_BEFORE =
  /\b(?:weekly|daily|newspaper|paper|magazine|journal|website|outlet|blog|broadcaster|channel|station|network|radio|show|programme|program|podcast|series|film|movie|play|musical|opera|book|novel|memoir|poem|song|single|album|hit|anthem|band|group|party|ship|boat|vessel|ferry|hotel|restaurant|cafe|café|bar|pub|club|app|game|project|operation|campaign|festival|exhibition|award|prize|column|section|chapter|feature|painting|statue),?\s*$/i;

/** Words after a mark that indicate a name. */
const NAMED_BEHIND =
  /^[,.]?\s*(?:show|program|programme|forum|tour|album|award|awards|initiative|act|bill|law|series|podcast|theme|song|movement|campaign pins|button|category|clause|episode|segment|special|magazine|festival|film|movie|musical|franchise|followers)\b/i;

/** « Ça chauffe », last summer’s hit */
const HIT_BEHIND = /^[,.]?\s*(?:[\w’']+ ){0,3}(?:hit|song|single|album|film|novel|bestseller)\b/i;

/** Returns whether the words next to the marks clearly indicate a name, not speech. */
export function isNamed({ text }: Reading, { outer, inner }: Quotation): boolean {
  const before = text.slice(Math.max(0, outer.start - 48), outer.start);
  if (WHAT_CALLED.test(before)) return false;
  if (/[=\w]$/.test(before) || [NAMED_BEFORE, CALLED_BEFORE, MOTTO_BEFORE].some((words) => words.test(before)))
    return true;
  const behind = text.slice(outer.end, outer.end + 24);
  const words = text.slice(inner.start, Math.min(inner.end, inner.start + 60)).split(/\s+/);
  if (words.length > 6) return false;
  if (HIT_BEHIND.test(behind) || isNickname(before, behind, words)) return true;
  return isTitle(words) && (THING_BEFORE.test(before) || NAMED_BEHIND.test(behind));
}

/** “All Bets Are Off.”: only words of three letters have no capital. */
export const isTitle = (words: readonly string[]): boolean =>
  !/[!?]$/.test(words.at(-1) ?? '') &&
  words.every((word) => /^[^\p{L}\p{N}]*[\p{Lu}\p{N}]/u.test(word) || (word.length < 4 && /^\p{Ll}+$/u.test(word)));

/** The party’s motto is “…” */
const MOTTO_BEFORE =
  /\b(?:motto|slogan|theme|title|nickname|hashtag|headline)(?:,| \w+){0,3} (?:is|was|are|were|will be|reads?|being)(?: the| an?)?:?\s*$/i;

/** a study titled “…”, the practice, called “…”, a law known as “…”: a participle; “he called it” has a subject. */
const CALLED_BEFORE =
  /\b(?:[Tt]itled|[Ee]ntitled|(?!(?:have|he|she|they|who|has|had)\b)[a-z]{2,},? (?:called|named|nicknamed|termed|styled))(?: the| an?)?:?\s*$/;

/** What the ministry called “serious chaos”: its own words. */
const WHAT_CALLED = /\bwhat(?: [\p{L}’'-]+){1,4} (?:called|calls|termed)(?: the| an?)?\s*$/u;

/** Robert C. “Bobby” Scott · Marcia “Cia” Price */
const isNickname = (before: string, behind: string, words: readonly string[]): boolean =>
  /(?:\p{Lu}[\p{L}’'-]*|\p{Lu}\.) $/u.test(before) &&
  /^ (?:\p{Lu}|(?:de|da|del|della|di|dos|van|von|bin|ibn|al|la|le) )/u.test(behind) &&
  words.length <= 3 &&
  /^\p{Lu}/u.test(words[0] ?? '');
