import { UserError } from '#core/errors';
import { message } from '#core/messages/index';
import { findRuns, LETTER } from '#text/code-units';
import { firstPart } from '#text/truncate';
import { FUNCTION_WORDS } from './function-words.ts';

/** Scripts that English is not written in, and the language most often written in each. */
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

/** Of a text that is not English, and of which more is not certain: BCP 47 calls that undetermined. */
const UNKNOWN = 'und';

/** As much as is read to tell; a language shows in far less. */
const SAMPLE = 20_000;
/** Fewer words are taken for English: a headline alone may hold no function word. */
const MIN_WORDS = 25;

/**
 * The language of a text that is certainly not English, as a BCP 47 primary tag; undefined for English and for
 * uncertain texts.
 *
 * @param hint the tag that the file declares: it names the language, but never decides.
 */
export function foreignLanguage(text: string, hint?: string): string | undefined {
  const sample = firstPart(text, SAMPLE);
  const foreign = byScript(sample) ?? byWords(sample);
  const declared = hint?.toLowerCase().split(/[-_]/)[0];
  return foreign && declared && declared !== 'en' && /^[a-z]{2,3}$/.test(declared) ? declared : foreign;
}

/**
 * Lets an English text pass.
 *
 * @throws UserError naming the language of any other.
 */
export function requireEnglish(text: string, hint?: string): void {
  const tag = foreignLanguage(text, hint);
  if (!tag) return;
  throw new UserError(
    tag === UNKNOWN ? message('read.notEnglish') : message('read.foreign', { language: { languageTag: tag } }),
  );
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** By its letters, where most are of another script. Japanese is full of Han, Ukrainian of Cyrillic: a few tell. */
function byScript(sample: string): string | undefined {
  if (isMostlyAscii(sample)) return undefined;
  const letters = count(sample, /\p{L}/gu);
  const latin = count(sample, /\p{Script=Latin}/gu);
  if (letters < 20 || latin >= letters / 2) return undefined;
  return SCRIPTS.find(([pattern]) => count(sample, pattern) > letters / 100)?.[1] ?? UNKNOWN;
}

/** Whether there are more plain Latin letters than all characters that may be of another script. */
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

/** Characters of the beginning that are looked at first, and the share of English words there that is enough. */
const BEGINNING_LENGTH = 1_000;
const MIN_LEAD = 0.25;

/** By its function words, where another language has many more of them than English has. */
function byWords(sample: string): string | undefined {
  // A beginning that is English beyond doubt settles it.
  const start = findRuns(firstPart(sample, BEGINNING_LENGTH).toLowerCase(), LETTER);
  if (start.length >= MIN_WORDS && shareOf(start, FUNCTION_WORDS.en) > MIN_LEAD) return undefined;
  const words = findRuns(sample.toLowerCase(), LETTER);
  if (words.length < MIN_WORDS) return undefined;
  const share = (list: ReadonlySet<string>): number => shareOf(words, list);
  const english = share(FUNCTION_WORDS.en);
  if (english > MAX_FOREIGN) return undefined;
  const [best, second] = Object.entries(FUNCTION_WORDS)
    .map(([tag, list]) => ({ tag, share: share(list) }))
    .sort((a, b) => b.share - a.share);
  if (!best || !second || best.tag === 'en') return undefined;
  const isCertain = best.share > 0.12 && best.share > english * 2;
  if (!isCertain) return words.length >= MIN_WORDS_UNNAMED && english < MAX_UNNAMED ? UNKNOWN : undefined;
  // Neighbours share many of their words: the wrong name of a language is worse than none.
  return best.share > second.share * MIN_LEAD_OF_NAME ? best.tag : UNKNOWN;
}

/** The share of English function words from which on a text is English: of 1,381 English articles the least had 0.18. */
const MAX_FOREIGN = 0.14;
/** Below this, a text of so many words is in no English, whichever language it is in. */
const MAX_UNNAMED = 0.08;
const MIN_WORDS_UNNAMED = 40;
const MIN_LEAD_OF_NAME = 1.15;

const shareOf = (words: readonly string[], list: ReadonlySet<string>): number =>
  words.reduce((sum, word) => sum + Number(list.has(word)), 0) / words.length;
