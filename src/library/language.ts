import { UserError } from '#core/errors';
import { message } from '#core/messages/index';
import { findRuns, LETTER } from '#text/code-units';
import { firstPart } from '#text/truncate';
import { FUNCTION_WORDS } from './function-words.ts';

/** Scripts that English is not written in, each with the most common language written in it. */
const SCRIPTS: readonly (readonly [pattern: RegExp, language: string])[] = [
  [/\p{Script=Hangul}/gu, 'ko'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Han}/gu, 'zh'],
  [/[іїєґІЇЄҐ]/gu, 'uk'],
  [/\p{Script=Cyrillic}/gu, 'ru'],
  [/[پچگی]/gu, 'fa'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Devanagari}/gu, 'hi'],
  [/\p{Script=Bengali}/gu, 'bn'],
  [/\p{Script=Tamil}/gu, 'ta'],
  [/\p{Script=Georgian}/gu, 'ka'],
  [/\p{Script=Armenian}/gu, 'hy'],
  [/\p{Script=Myanmar}/gu, 'my'],
  [/\p{Script=Ethiopic}/gu, 'am'],
  [/\p{Script=Khmer}/gu, 'km'],
  [/\p{Script=Lao}/gu, 'lo'],
  [/\p{Script=Tibetan}/gu, 'bo'],
  [/\p{Script=Sinhala}/gu, 'si'],
  [/\p{Script=Gujarati}/gu, 'gu'],
  [/\p{Script=Gurmukhi}/gu, 'pa'],
  [/\p{Script=Telugu}/gu, 'te'],
  [/\p{Script=Kannada}/gu, 'kn'],
  [/\p{Script=Malayalam}/gu, 'ml'],
  [/\p{Script=Oriya}/gu, 'or'],
];

/** The tag of a text that is certainly not English, but in an unknown language; BCP 47: undetermined. */
const UNKNOWN = 'und';

/** The number of characters examined; far fewer are enough to detect a language. */
const SAMPLE = 20_000;
/** A shorter text needs more evidence: a headline in English may contain no function word. */
const MIN_WORDS = 25;
/** Shorter texts are taken as English. */
const MIN_WORDS_SHORT = 12;

/**
 * Detects a language that is certainly not English. Returns its BCP 47 primary tag, or undefined for English and
 * uncertain texts.
 *
 * @param hint the declared language: used for the name of the language, but never for the decision.
 */
export function foreignLanguage(text: string, hint?: string): string | undefined {
  const sample = firstPart(text, SAMPLE);
  const foreign = byScript(sample) ?? byWords(sample);
  const declared = hint?.toLowerCase().split(/[-_]/)[0];
  return foreign && declared && declared !== 'en' && /^[a-z]{2,3}$/.test(declared) ? declared : foreign;
}

/**
 * Requires an English text.
 *
 * @throws UserError with the name of any other language.
 */
export function requireEnglish(text: string, hint?: string): void {
  const tag = foreignLanguage(text, hint);
  if (!tag) return;
  throw new UserError(
    tag === UNKNOWN ? message('read.notEnglish') : message('read.foreign', { language: { languageTag: tag } }),
  );
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Detects a language by its script. A few characters are enough: Japanese is full of Han, Ukrainian of Cyrillic. */
function byScript(sample: string): string | undefined {
  if (isMostlyAscii(sample)) return undefined;
  const letters = count(sample, /\p{L}/gu);
  const latin = count(sample, /\p{Script=Latin}/gu);
  if (letters < 20 || latin >= letters / 2) return undefined;
  return SCRIPTS.find(([pattern]) => count(sample, pattern) > letters / 100)?.[1] ?? UNKNOWN;
}

/** Whether plain Latin letters outnumber all characters that may be of another script. */
function isMostlyAscii(sample: string): boolean {
  let plain = 0;
  let others = 0;
  for (let at = 0; at < sample.length; at += 1) {
    const code = sample.charCodeAt(at) | 0x20;
    if (code >= 97 && code <= 122) plain += 1;
    else if (code > 127) others += 1;
  }
  return plain >= others;
}

/** The length of the beginning checked first, in characters, and the sufficient share of English words there. */
const BEGINNING_LENGTH = 1_000;
const MIN_LEAD = 0.25;
/** The same for words that hardly any other language has: “an”, “is”, “do”, “as” are Irish, too. */
const ONLY_ENGLISH = new Set(['the', 'of', 'and', 'to', 'that', 'was', 'with']);
const MIN_ONLY = 0.03;

/** Detects a language by its function words: another language must have many more of them than English. */
function byWords(sample: string): string | undefined {
  // A clearly English beginning is sufficient.
  const start = findRuns(firstPart(sample, BEGINNING_LENGTH).toLowerCase(), LETTER);
  if (
    start.length >= MIN_WORDS &&
    shareOf(start, FUNCTION_WORDS.en) > MIN_LEAD &&
    shareOf(start, ONLY_ENGLISH) > MIN_ONLY
  )
    return undefined;
  const words = findRuns(sample.toLowerCase(), LETTER);
  if (words.length < MIN_WORDS_SHORT) return undefined;
  const english = shareOf(words, FUNCTION_WORDS.en);
  const [best, second] = Object.entries(FUNCTION_WORDS)
    .map(([tag, list]) => ({ tag, list, share: shareOf(words, list) }))
    .sort((a, b) => b.share - a.share);
  if (!best || !second || best.tag === 'en') return undefined;
  if (english > MAX_FOREIGN && !sharesEnglishWords(words, best)) return undefined;
  const isCertain =
    words.length < MIN_WORDS
      ? best.share >= english * MIN_LEAD_SHORT &&
        best.share >= MIN_SHARE_SHORT &&
        countOf(words, best.list) >= MIN_FOUND_SHORT
      : best.share > 0.12 && best.share > Math.min(english, MAX_FOREIGN) * 2;
  if (!isCertain) return words.length >= MIN_WORDS_UNNAMED && english < MAX_UNNAMED ? UNKNOWN : undefined;
  // Related languages share many words: an unknown language is better than a wrong one.
  return best.share > second.share * MIN_LEAD_OF_NAME ? best.tag : UNKNOWN;
}

interface Found {
  readonly list: ReadonlySet<string>;
  readonly share: number;
}

/** “Is é an rud is tábhachtaí”: whether a text seems English only by words of the other language that are spelt the same. */
const sharesEnglishWords = (words: readonly string[], { list, share }: Found): boolean =>
  share >= MIN_SHARE_SHARED &&
  shareOf(words, new Set([...FUNCTION_WORDS.en].filter((word) => !list.has(word)))) < MAX_OWN;

/** The share of function words of the other language in such a text, and of English words that it does not have. */
const MIN_SHARE_SHARED = 0.25;
const MAX_OWN = 0.03;

/** The share of English function words from which a text is English: the minimum in 1,381 English articles was 0.18. */
const MAX_FOREIGN = 0.14;
/** Below this share, a text of `MIN_WORDS_UNNAMED` words is not English, even if its language is unknown. */
const MAX_UNNAMED = 0.08;
const MIN_WORDS_UNNAMED = 40;
const MIN_LEAD_OF_NAME = 1.15;

/**
 * What makes a text of fewer than `MIN_WORDS` words certain: three times as many function words as of English, this
 * share of the text, and this number of different ones that are not in names either: “de”, “van”.
 */
const MIN_LEAD_SHORT = 3;
const MIN_SHARE_SHORT = 0.16;
const MIN_FOUND_SHORT = 3;
const IN_NAMES = new Set(
  'de da do dos das del della di du la las le el los al van von der den ten ter y e i'.split(' '),
);

/** The number of different words of a list among the words, without those in names. */
const countOf = (words: readonly string[], list: ReadonlySet<string>): number =>
  new Set(words.filter((word) => list.has(word) && !IN_NAMES.has(word))).size;

const shareOf = (words: readonly string[], list: ReadonlySet<string>): number =>
  words.reduce((sum, word) => sum + Number(list.has(word)), 0) / words.length;
