import type { Published } from '#core/article';
import { firstPart } from '#text/truncate';
import { parseStamp } from './timestamp.ts';
import { AGENCIES, LETTER, MEDIA, PUBLISHERS, ROLES, UPPER } from './words.ts';

/** The authors and date in the lines around a headline. */
export interface Credit {
  readonly authors: readonly string[];
  readonly published?: Published;
}

/** The maximum length of a byline, and of a field with authors; what follows in a field is not read. */
const MAX_LENGTH = 240;
const MAX_FIELD = 2_000;

// By Kim Arin   Words by A and B   Words: A   Submitted by A on 6 May   BYLINE: JANE DOE   — Reuters staff
const OPENING =
  /^(?:(?:(?:words|text|story|report(?:ed|ing)?|written|analysis|review|interview|opinion|posted|submitted|published)\s+)?by\b|(?:words|text|story|reporting|interview)(?=:)|by-?line|authors?|reporter|from:)\s*:?\s+/i;
const PARTICLES =
  'de|da|do|dos|das|di|du|del|della|der|den|van|von|vom|zu|la|le|el|al|bin|ibn|bint|ben|abu|ter|ten|y|e';
// “Jane”, “O’Neil”, “Tae-hyo”, “J.”, “(J.J.)” — words in lower case are only allowed if they are particles.
const NAME_WORD = `(?:[${UPPER}][${LETTER}.'’‑-]*|(?:${PARTICLES})(?=\\s)|[(“"][${UPPER}][${LETTER}.]*[)”"](?=\\s))`;
const NAME = new RegExp(`^${NAME_WORD}(?:\\s+${NAME_WORD}){1,4}$`);
const SINGLE_NAME = new RegExp(`^[${UPPER}][${LETTER}'’-]+$`);
const NOT_A_NAME =
  /\b(?:January|February|March|April|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|The|This|That|Now|Then|Today|Tomorrow|Contrast|Comparison|Law|Midnight|Noon|About|Follow|Read|View|Contact)\b/;
const OUTLET = new RegExp(`^(?:the\\s+)?(?:.*\\b(?:${MEDIA}|${AGENCIES})|${PUBLISHERS})$`, 'i');
const ROLE = new RegExp(`\\b(?:${ROLES})\\b`, 'i');
const EMAIL = /[(<[]?\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b[)>\]]?/g;
const HANDLE = /[(<[]?@\w+[)>\]]?/g;
/** Who made the pictures: `Pictures: Aron Dahl`. */
const PICTURES = /^(?:photo(?:graph)?s?|pictures|images?|illustrations?|graphics?|video)(?:\s+by\b|\s*:)\s*(?=\S)/i;
const ASIDE =
  /^(?:\d+[\s-]*min(?:ute)?s?(?:\s+read)?|(?:\d+\s+(?:min(?:ute)?s?|hrs?|hours?|days?|weeks?|months?)\s+)+ago|(?:just\s+)?now|\d+\s+comments?|read time.*)$/i;

// All News 15:40 May 03, 2024
const SECTION_BEFORE_TIME = /^(?:[A-Z][a-z]+ ){1,2}(?=\d{1,2}:\d\d )/;

// By Kim Arin | Posted 2024-05-03 Email Print
const BUTTONS = /(?: +(?:e-?mail|print|share|save|tweet|comments?))+$/i;

// May 12, 2024 at 3:00 PM2 min read
const READING_TIME = /\d+ min(?:ute)?s? read$/i;

/**
 * Parses a byline, alone or with a date: `By Kim Arin`, `Jane Doe | 12 May 2024`.
 *
 * @returns undefined for any line with other words; a line with only dates has no authors.
 */
export function parseCredit(text: string): Credit | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const line = text.replace(BUTTONS, '');
  const stamp = parseStamp(line) ?? parseStamp(line.replace(SECTION_BEFORE_TIME, '').replace(READING_TIME, ''));
  if (stamp) return { authors: [], ...stamp };
  const opened = parseOpened(line) ?? parseDateFirst(line) ?? afterSection(line);
  if (opened) return opened;
  const signed = /^[—–-]{1,2}\s*(.{3,60})$/.exec(line)?.[1];
  if (signed) return signature(signed);
  return (
    parsePieces(line.split(/\s*[|•·]\s*/)) ??
    // AP/AFP/ May 3, 2024
    parsePieces(line.split(/\s*\/\s*(?=\p{Lu})/u)) ??
    parsePieces(line.split(/\s+[–-]\s+|\s*—\s+|,\s+(?=\d|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\b)/))
  );
}

/** Returns the names in a line that starts with “By”, or undefined for any other line, such as `By Tuesday`. */
export const parseByline = (line: string): readonly string[] | undefined => parseOpened(line)?.authors;

/** Parses `By Kim Arin`, optionally followed by a date: `By Kim Arin, Oct. 22, 2024`. */
function parseOpened(line: string): Credit | undefined {
  const opening = line.length <= MAX_LENGTH && OPENING.exec(line);
  if (!opening) return undefined;
  const rest = line.slice(opening[0].length);
  const authors = namesIn(rest);
  if (authors) return { authors };
  const words = rest.split(/\s+/);
  for (let at = 1; at < words.length; at++) {
    const stamp = parseStamp(words.slice(at).join(' '));
    const names =
      stamp &&
      namesIn(
        words
          .slice(0, at)
          .join(' ')
          .replace(/[\s|•·–—-]+(?:on)?[\s|•·–—-]*$|\s+on$/, ''),
      );
    if (names) return { authors: names, ...stamp };
  }
  return undefined;
}

/** Parses a dated byline after the name of its section: `News By Kim Arin May 12, 2024`. */
function afterSection(line: string): Credit | undefined {
  const at = line.search(/(?<=^\p{Lu}\p{Ll}{2,15} )By \p{Lu}/u);
  const credit = at > 0 ? parseOpened(line.slice(at)) : undefined;
  return credit?.published ? credit : undefined;
}

/** Parses a date before a byline: `Posted May 12, 2024 by Kim Arin`. */
function parseDateFirst(line: string): Credit | undefined {
  const at = line.search(/ by /i);
  const stamp = at > 0 ? parseStamp(line.slice(0, at)) : undefined;
  const authors = stamp && parseByline(line.slice(at + 1));
  return authors ? { authors, ...stamp } : undefined;
}

/** Parses `A, B and C` without their offices, papers and places; returns undefined if it contains anything else. */
function namesIn(list: string): string[] | undefined {
  const clean = list
    .replace(EMAIL, ' ')
    .replace(HANDLE, ' ')
    .replace(/\s+/g, ' ')
    .replace(/[\s.,;]+$|\s+reports$/g, '')
    .trim();
  const names: string[] = [];
  for (const piece of clean.split(/\s*(?:,|;|\||\/|&|\band\b|\bwith\b)\s*/i).filter(Boolean)) {
    const name = withoutPlace(piece);
    if (isName(name)) names.push(withoutCapitals(name));
    else if (!OUTLET.test(name) && !isRole(name) && !(names.length > 0 && SINGLE_NAME.test(name))) return undefined;
  }
  if (names.length > 0) return names;
  return OUTLET.test(clean) || (isRole(clean) && OUTLET.test(clean.split(' ')[0] as string))
    ? [withoutCapitals(clean)]
    : undefined;
}

const isName = (text: string): boolean =>
  NAME.test(text) && !NOT_A_NAME.test(text) && !OUTLET.test(text) && !ROLE.test(text);

const isRole = (text: string): boolean => ROLE.test(text) && text.split(' ').length <= 6;

/** `KIM ARIN` → `Kim Arin` */
function withoutCapitals(name: string): string {
  if (/\p{Ll}/u.test(name) || !name.includes(' ')) return name;
  return name.toLowerCase().replace(/(?<![\p{L}])\p{L}/gu, (letter) => letter.toUpperCase());
}

function signature(text: string): Credit | undefined {
  const names = namesIn(text.replace(/^by\s+/i, ''));
  return names ? { authors: names } : undefined;
}

/** Parses pieces between bars or dashes: each must be a name, an office, a date or an aside; one must show which. */
function parsePieces(pieces: readonly string[]): Credit | undefined {
  if (pieces.length < 2) return undefined;
  let telling = false;
  let published: Published | undefined;
  const authors: string[] = [];
  for (const piece of pieces.filter((piece) => piece !== '' && !PICTURES.test(piece))) {
    const stamp = parseStamp(piece);
    const opened = parseByline(piece);
    const names = stamp ? [] : (opened ?? namesIn(piece));
    if (!stamp && !names && !ASIDE.test(piece) && !isRole(piece) && !OUTLET.test(piece)) return undefined;
    telling ||= Boolean(stamp || opened || ASIDE.test(piece) || (isRole(piece) && authors.length > 0));
    published ??= stamp?.published;
    // An office or a paper beside a name is none.
    if (opened || authors.length === 0 || !(isRole(piece) || OUTLET.test(piece))) authors.push(...(names ?? []));
  }
  if (!telling) return undefined;
  return published ? { authors, published } : { authors };
}

/** Whether a line is only a name: a byline only if it is next to one that is certain. */
export const isBareName = (line: string): boolean => line.length <= 60 && isName(withoutPlace(line));

/** Removes the place after a name: `Jane Doe in Nairobi` → `Jane Doe`. */
export const withoutPlace = (name: string): string =>
  name.replace(/\s+(?:in|for|of|at|from)\s+(?:the\s+)?[A-ZÀ-Þ].*$/, '').replace(/\s*\([^()]*\)$/, '');

/** Whether a line accompanies a byline: `Political correspondent`, `Reporting from Nairobi`, `Reuters`. */
export const isBylineCompanion = (line: string): boolean =>
  line.length <= 60 && (isRole(line) || OUTLET.test(line) || /^report(?:ing|ed) (?:from|in) /i.test(line));

/** Returns the names in an authors field; a name of unknown form is returned unchanged. */
export function parseNames(field: string): string[] {
  const names = firstPart(field, MAX_FIELD).replace(OPENING, '').trim();
  if (names === '') return [];
  const turned = names
    .split(/\s*;\s*/)
    .filter(Boolean)
    .map(surnameLast);
  if (turned.every((name) => name !== undefined)) return turned;
  return namesIn(names) ?? [names];
}

// Marsh, Jo   van der Berg, Anna M.   …but not: Jo Marsh, Ann Lee   and not: Marsh, Reuters
const SURNAME_FIRST = new RegExp(
  `^((?:(?:${PARTICLES})\\s+){0,3}[${UPPER}][${LETTER}'’‑-]+), ([${UPPER}][${LETTER}'’.‑-]*(?:\\s+[${UPPER}][${LETTER}.]*)?)$`,
);

/** `Marsh, Jo` → `Jo Marsh` */
function surnameLast(name: string): string | undefined {
  const [, last = '', first = ''] = SURNAME_FIRST.exec(name) ?? [];
  const full = `${first} ${last}`;
  return last !== '' && isName(full) && !OUTLET.test(first) && !ROLE.test(first) ? full : undefined;
}
