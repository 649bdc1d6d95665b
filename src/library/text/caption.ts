import { AGENCIES, LETTER, PLATFORMS, UPPER } from './words.ts';

// … enters the briefing room on Tuesday. (Yonhap)   … in Paris. (Photo by Jane Doe/Getty Images)   … [Photo/Xinhua]
const PHOTO =
  '(?:[Ff]ile |FILE )?(?:[Pp]hotos?|PHOTO|[Pp]hotograph|[Ii]mage|[Pp]icture|[Cc]ourtesy|[Hh]andout|[Cc]redit|[Ss]creengrab|[Ss]creenshot)';
const PERSON = `[${UPPER}@][${LETTER}\\d.'’& -]{1,50}`;
const CREDIT = `(?:${AGENCIES})|(?:${AGENCIES}) ${PHOTO}|${PHOTO}(?:(?: by| from| courtesy of|:|/| /)\\s*[^()\\[\\].!?]{2,70})?|${PERSON}(?:\\s*/\\s*| via )(?:${AGENCIES}|${PHOTO})[^()\\[\\].!?]{0,50}|(?:${AGENCIES})(?: ${PHOTO})?\\s*[/,]\\s*${PERSON}`;
const IN_ROUND = new RegExp(`\\((?:${CREDIT})\\.?\\)\\.?$`);
// The source of a link is in square brackets, too: [Reuters]. Only credits that name a picture count there.
const IN_SQUARE = new RegExp(`\\[(?:${PHOTO}|(?:${AGENCIES})\\s*/)[^\\[\\].!?]{0,60}\\]\\.?$`);
const AGENCY_ALONE = new RegExp(`\\((?:${AGENCIES})\\)\\.?$`);

// … at the summit. Photograph: Jane Doe/AP   … on Monday. Jane Doe/Reuters
const TRAILING = new RegExp(
  `[.!?]["”]?\\s+(?:${PHOTO}(?: by| courtesy of|:)\\s*[^.!?]{2,60}|${PERSON}(?:\\s*/\\s*| via )(?:${AGENCIES})(?:/[${LETTER} ]{2,30})?|(?:${AGENCIES})(?:/[${UPPER}][${LETTER}.'’ -]{2,40}){0,2})\\.?$`,
);

// FILE PHOTO: …   FILE - …   Photo: …   Image caption …   [Video: …]
const LEADING =
  /^(?:file (?:photo|image|picture)\b|file\s+[-–—]\s|(?:photo|photograph|image|picture|video|caption|photo caption|image caption|illustration)\s*[:：]|image (?:caption|source|credit)\b|item \d+ of \d+\b|\[\d+\/\d+\]|\[(?:video|photo|image|picture|watch|gallery|graphic)\b[^\]]*\]\.?$)/i;

// Jane Doe/Reuters   Neilson Barnard via Getty Images   Getty   © AFP
const NAME_SLASH = `[${UPPER}\\d@][${LETTER}\\d.'’&!@ -]{1,50}(?:\\s*/\\s*|\\s+via\\s+|\\s+for\\s+|,\\s*)`;
const CREDIT_ONLY = new RegExp(
  `^(?:(?:photo|photograph|image|picture|credit)s?(?: by| credit)?:?\\s+)?(?:©\\s*)?(?:(?:${NAME_SLASH}){0,3}(?:${AGENCIES})(?:\\s*/\\s*[${LETTER} ]{2,30})?|(?:${PLATFORMS})\\s*/\\s*[${UPPER}@][${LETTER}\\d.'’ -]{1,40})\\.?$`,
);

// Photo by Jane Doe   Photo credit: Jane Doe   [Jane Doe/AFP]   [File: Jane Doe/Reuters]
const CREDITED = new RegExp(
  `^(?:(?:[Pp]hoto|[Pp]hotograph|[Pp]icture|[Ii]mage)s? (?:by|[Cc]redit|courtesy(?: of)?):?\\s+${PERSON}|\\[(?:[Ff]ile: )?${PERSON}/\\s*(?:${AGENCIES})(?: via [${LETTER} ]{2,30})?\\])\\.?$`,
);

/** Quotation marks: captions have no reported speech. */
const QUOTATION = /["“”„«»]|''/;
const MAX_LENGTH = 500;

/**
 * Whether a block is a caption: it ends in a credit, is marked as a file photo, is only a credit, or is doubled, as a
 * picture's description and caption are in text copied from a page.
 *
 * @param closing whether it is the last block of the story, where an agency in brackets signs the story itself.
 */
export function isCaption(text: string, closing = false): boolean {
  if (text.length > MAX_LENGTH * 2) return false;
  if (isDoubled(text) && text.length > 60) return true;
  if (text.length > MAX_LENGTH) return false;
  if (text.length <= 90 && (CREDIT_ONLY.test(text) || CREDITED.test(text))) return true;
  if (LEADING.test(text)) return true;
  if (QUOTATION.test(text)) return false;
  if (closing && AGENCY_ALONE.test(text)) return false;
  const end = text.slice(-100);
  if (/\)\.?$/.test(end)) return IN_ROUND.test(text);
  if (/\]\.?$/.test(end)) return IN_SQUARE.test(text);
  return !closing && TRAILING.test(text);
}

/** `A caption. A caption.` */
function isDoubled(text: string): boolean {
  const middle = Math.floor(text.length / 2);
  const first = text.slice(0, middle).trim();
  return first.length > 0 && first === text.slice(middle).trim();
}
