import { firstPart } from './truncate.ts';

/** Longer openings are part of the text. */
const MAX_LENGTH = 70;
const DASH = '(?:\\s?(?:[—–―]|--?))\\s';
const DATE = '(?:,? (?:\\p{Lu}\\p{Ll}{2,8}\\.? \\d{1,2}|\\d{1,2} \\p{Lu}\\p{Ll}{2,8})(?:,? 20\\d\\d)?)';
const AGENCY = '(?: ?\\([\\p{L} /.]{2,24}\\)| ?/[\\p{L} -]{2,24}/)';
const CAPITALS = "\\p{Lu}[\\p{Lu}.'’-]+(?:[ /]\\p{Lu}[\\p{Lu}.'’-]*)*(?:, \\p{Lu}[\\p{L}\\d. ]{2,24})?";
const NAME = "\\p{Lu}[\\p{L}.'’-]+(?: \\p{Lu}[\\p{L}.'’-]+){0,2}";

const DATELINES = [
  // KYIV (AFN) —     SEOUL, Sept. 3 —     CHENNAI:
  `${CAPITALS}${DATE}?(?:, 20\\d\\d)?${AGENCY}?(?:${DASH}|:\\s)`,
  // Kyiv, Ukraine (AFN) —     Oster, 24 July (AFN) -
  `${NAME}(?:, ${NAME})?${DATE}?${AGENCY}${DASH}`,
  // atlas News, 26 June -     Oster, July 24 —
  `[\\p{L}.]+(?: \\p{L}+){0,2}${DATE}(?:${DASH}|:\\s)`,
  // (AFN) -
  `\\([A-Z][\\p{L} /.]{1,24}\\)${DASH}`,
  // Thursday, May 7, 2015
  '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, \\p{Lu}\\p{Ll}+ \\d{1,2}, 20\\d\\d\\s(?=\\p{Lu})',
  // Oster, Norland – The     Oster, North Bay, Norland - This
  `${NAME}(?:, ${NAME}){1,2}${DASH}(?=["“]?\\p{Lu})`,
  // NEW YORK (AFN) The
  `${CAPITALS}${DATE}? ?\\(\\p{Lu}[\\p{L} /.]{1,23}\\)\\s(?=["“]?\\p{Lu})`,
  // Dec 29 (AFN) -
  `\\p{Lu}\\p{Ll}{2,8}\\.? \\d{1,2}${AGENCY}${DASH}`,
  // Oster – The     Oster -The
  `${NAME}\\s(?:[—–―]|--?)\\s?(?=(?:The|A|An) )`,
].map((pattern) => new RegExp(`^(?:${pattern})`, 'u'));

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
  return first === 0 ? 0 : first + lengthIn(opening.slice(first));
}

function lengthIn(opening: string): number {
  for (const pattern of DATELINES) {
    const length = pattern.exec(opening)?.[0].length;
    if (length !== undefined) return length;
  }
  return 0;
}
