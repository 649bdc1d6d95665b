import { firstPart } from './truncate.ts';

/** Longer openings are part of the text. */
const MAX_LENGTH = 70;
const DASH = '(?:\\s?(?:[—–―]|--?))\\s';
const DAY = '(?:\\p{Lu}\\p{Ll}{2,8}\\.? \\d{1,2},? 20\\d\\d|\\d{1,2} \\p{Lu}\\p{Ll}{2,8},? 20\\d\\d)';
const DATE =
  '(?:,? (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:\\p{Lu}\\p{Ll}{2,8}\\.? \\d{1,2}|\\d{1,2} \\p{Lu}\\p{Ll}{2,8})(?:,? 20\\d\\d)?)';
const AGENCY = '(?:, \\p{Lu}{2,8}(?= ?[—–―-])| ?\\([\\p{L} /.]{2,24}\\)| ?/[\\p{L} -]{2,24}/)';
const CAPITALS = "\\p{Lu}[\\p{Lu}.'’-]+(?:[ /]\\p{Lu}[\\p{Lu}.'’-]*)*(?:, \\p{Lu}[\\p{L}\\d. ]{2,24})?";
const NAME = "\\p{Lu}[\\p{L}.'’-]+(?: \\p{Lu}[\\p{L}.'’-]+){0,2}";

/** How a story goes on after a place that is not written in capitals: a headline or a speaker’s turn seldom does. */
const STORY_OPENING =
  /(?=(?:The|A|An|In|On|At|After|As|His|Her|To|With|Over|For|From|Amid|More|Some|Police|Following|Speaking|At least|Two|Three|Four|Five|Thousands|Hundreds|Dozens|President|Prime|Former|Deputy|Brig|Gen|Dr|King|Queen|Sheikh|Sayyid|Minister|Foreign|Health|Finance) \p{L}|\p{Lu}\p{Ll}+ing |\d)/u;
/** Shorter paragraphs may be headlines, such as “Berg: The gate will open”. */
const MIN_STORY_LENGTH = 100;

const DATELINES = [
  // OSTER - 25 July 2022:     Oster (July 25, 2022) —
  `${NAME}(?:, ${NAME})?(?:${DASH}${DAY}:\\s| \\(${DAY}\\)(?:${DASH}|:\\s))`,
  // Oster /AFN/     Oster, July 3, AFN -
  `${NAME} ?/\\p{Lu}{2,12}/\\.?\\s`,
  `${NAME}${DATE}, \\p{Lu}{2,8}${DASH}`,
  // OSTER—The     OSTER, North Bay--Ana
  `${CAPITALS}(?: Prefecture| Province)?\\s?(?:[—―]|--)(?=["“]?\\p{Lu}\\p{Ll})`,
  // KYIV (AFN) —     SEOUL, Sept. 3 —     CHENNAI:
  `${CAPITALS}${DATE}?(?:, 20\\d\\d)?${AGENCY}?(?:${DASH}|:\\s)`,
  // Kyiv, Ukraine (AFN) —     Oster, 24 July (AFN) -
  `${NAME}(?:, ${NAME})?${DATE}?${AGENCY}${DASH}`,
  // atlas News, 26 June -     Oster, July 24 —
  `[\\p{L}.]+(?: \\p{L}+){0,2}${DATE}(?:${DASH}|:\\s)`,
  // (AFN) -
  `\\([A-Z][\\p{L} /.]{1,24}\\)${DASH}`,
  // (AFN) Four
  `\\(\\p{Lu}{2,12}\\)\\s(?=["“]?\\p{Lu}\\p{Ll})`,
  // By Our Correspondent
  '(?:By|From) (?:Our|A|Staff)(?: \\p{L}+){0,2} (?:[Cc]orrespondent|[Rr]eporter)s?(?:,? in \\p{Lu}\\p{L}+)?[:.,—–-]?\\s+(?=["“]?\\p{Lu})',
  // Thursday, May 7, 2015
  '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, \\p{Lu}\\p{Ll}+ \\d{1,2}, 20\\d\\d\\s(?=\\p{Lu})',
  // Oster, Norland – The     Oster, North Bay, Norland - This
  `${NAME}(?:, ${NAME}){1,2}${DASH}(?=["“]?\\p{Lu})`,
  // NEW YORK (AFN) The
  `${CAPITALS}${DATE}? ?\\(\\p{Lu}[\\p{L} /.]{1,23}\\)\\s(?=["“]?\\p{Lu})`,
  // July 24, 2022 --
  `${DAY}${AGENCY}?${DASH}`,
  // Dec 29 (AFN) -
  `\\p{Lu}\\p{Ll}{2,8}\\.? \\d{1,2}${AGENCY}${DASH}`,
  // OSTER Norland — Ana
  `${CAPITALS} ${NAME}${DASH}`,
  // OSTER, NORLAND //When
  `${CAPITALS} ?//\\s?(?=["“]?\\p{Lu})`,
  // OSTER, North Bay (Oster Star, Dec. 12, 2013) – The     OSTER (Atlas News / Oster - 30th October, 2019) The
  `${CAPITALS} ?\\([^()]{2,50}\\d[^()]{0,8}\\)(?:${DASH}|\\s)(?=["“]?\\p{Lu})`,
  // Oster, Nov 4 (AFN) A     Oster (North Bay) [Norland], January 27 (AFN): The
  `${NAME}(?: \\(${NAME}\\))?(?: \\[${NAME}\\])?${DATE} ?\\(\\p{Lu}{2,12}\\):?\\s(?=["“]?\\p{Lu})`,
  // Oster, Norland | THE GUARD | Police
  `${NAME}(?:, ${NAME})? \\| ${CAPITALS} \\| (?=["“]?\\p{Lu})`,
  // Oster — Traders in
  `\\p{Lu}\\p{Ll}+ [—–] (?=\\p{Lu}\\p{Ll}+ \\p{Ll})`,
  // Oster – The     Oster -The
  `${NAME}\\s(?:[—–―]|--?)\\s?(?=(?:The|A|An) )`,
  // atlas News - In
  '\\p{L}+ News\\s[—–-]\\s(?=\\p{Lu})',
].map((pattern) => new RegExp(`^(?:${pattern})`, 'u'));

// Oster: The
const PLACE_AND_COLON = new RegExp(`^\\p{Lu}[\\p{L}'’-]+:\\s${STORY_OPENING.source}`, 'u');

/**
 * The length of the dateline (place, date and agency) at the beginning of a story; 0 if there is none.
 *
 * KYIV (AFN) — A drone attack set fire to two silos.  CHENNAI: The court quashed the order.
 * ^^^^^^^^^^^^                                        ^^^^^^^^
 */
export function datelineLength(text: string): number {
  const opening = firstPart(text, MAX_LENGTH);
  // AFN.- Oster -The: the agency, then the place.
  const first = lengthIn(opening);
  if (first > 0) return first + lengthIn(opening.slice(first));
  return text.length >= MIN_STORY_LENGTH ? (PLACE_AND_COLON.exec(opening)?.[0].length ?? 0) : 0;
}

function lengthIn(opening: string): number {
  for (const pattern of DATELINES) {
    const length = pattern.exec(opening)?.[0].length;
    if (length !== undefined) return length;
  }
  return 0;
}
