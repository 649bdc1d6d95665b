import type { Published } from '#core/article';
import type { Span } from '#core/span';
import { datelineLength } from '#text/dateline';
import { parseCredit } from '../text/byline.ts';
import { parseStamp } from '../text/timestamp.ts';
import { namesOf } from './boxes.ts';
import { insideOf } from './measure.ts';
import { type Element, type Page, textOf } from './scan.ts';

/** The authors and the date that the visible page shows, outside the story. */
export interface PageCredits {
  /** Most likely first. */
  readonly authors: readonly (readonly string[])[];
  readonly published: readonly Published[];
}

/** Where the byline is searched: from the headline to the beginning of the story. */
export interface Head {
  readonly headline: Span | undefined;
  readonly story: number | undefined;
}

const BYLINE =
  /(?:^|[ -])(?:(?:news|article|story|post|entry)-?by|by-?line|authors?|author-?name|contributors?|writers?|reporters?|username)(?=$|[ -])/;
const DATE =
  /(?:^|[ -])(?:(?:news|article|story|post|entry)?-?date|dates|date-?time|timestamp|time-?stamp|published|publish-date|pub-?date|posted(?:-on)?)(?=$|[ -])/;

/** Lists of other stories have dates and authors of their own. */
const BESIDE = new Set(['nav', 'aside']);

/** How far from the headline a date or an author may be, in characters of the file. */
const NEAR = 6_000;

export function pageCredits(page: Page, isBox: readonly boolean[], { headline, story }: Head): PageCredits {
  const beside = insideOf(page.elements, ({ name }) => BESIDE.has(name));
  const isNear = ({ start, end }: Span): boolean =>
    headline === undefined || (end > headline.start - NEAR && start < Math.max(headline.end, story ?? 0) + NEAR);
  const candidates = (fits: (element: Element) => boolean) =>
    wordsInside(page, (element, index) => !beside[index] && fits(element)).filter(({ index }) =>
      isNear(page.elements[index] as Element),
    );
  const free = <T extends { index: number }>(found: readonly T[]): T[] => found.filter(({ index }) => !isBox[index]);
  const named = candidates(isByline);
  const lines = headline === undefined ? [] : headLines(page, beside, headline, story);
  const credits = lines.flatMap((line) => parseCredit(line) ?? []);
  const stamps = free(candidates(({ name, attributes }) => name === 'time' || isDate(attributes)))
    .map(({ index, words }) => ({ element: page.elements[index] as Element, words }))
    .map(({ element, words }) => ({ published: stampOf(element, words), rank: rankOf(element, headline, story) }))
    .sort((a, b) => a.rank - b.rank);
  const inHead = credits.map(({ published }) => ({ published, rank: 0 }));
  const dates = [...stamps.filter(({ rank }) => rank === 0), ...inHead, ...stamps.filter(({ rank }) => rank > 0)];
  return {
    authors: [
      named.flatMap(({ index, words }) => namesIn(page, index, words)),
      credits.flatMap(({ authors }) => authors),
    ],
    published: dates.flatMap(({ published }) => published ?? []),
  };
}

/** The names in a byline: those marked as such, as in an hCard; else those of its line; else those of its links. */
function namesIn(page: Page, byline: number, line: string): readonly string[] {
  const { start, end } = page.elements[byline] as Element;
  const inside = (fits: (element: Element) => boolean): string[] => {
    const found = wordsInside(page, (element) => element.start > start && element.end < end && fits(element));
    return [...new Set(found.flatMap(({ words }) => namesOfLine(words) ?? []))];
  };
  const marked = inside(isName);
  return marked.length > 0
    ? marked
    : (namesOfLine(line) ?? inside((element) => isByline(element) || isProfile(element)));
}

const namesOfLine = (line: string): readonly string[] | undefined =>
  parseCredit(line)?.authors ?? parseCredit(`By ${line}`)?.authors;

const isName = ({ attributes }: Element): boolean =>
  attributes.itemprop === 'name' || /(?:^|\s)fn(?:$|\s)/.test(attributes.class ?? '');

// /authors/jane-doe   /profile/jane-doe
const PROFILE =
  /\/(?:authors?|by|bylines?|columnists?|contributors?|journalists?|people|profiles?|reporters?|staff|team|writers?)\//;

const isProfile = ({ name, attributes }: Element): boolean => name === 'a' && PROFILE.test(attributes.href ?? '');

/** Whether an element is marked up as a byline. */
export const isByline = ({ attributes }: Element): boolean =>
  attributes.rel === 'author' || attributes.itemprop === 'author' || BYLINE.test(namesOf(attributes));

const isDate = (attributes: Element['attributes']): boolean =>
  attributes.itemprop === 'datePublished' || DATE.test(namesOf(attributes));

const stampOf = ({ attributes: { datetime, content } }: Element, words: string): Published | undefined =>
  [datetime, content, words]
    .map((text) => (text ? (parseStamp(text)?.published ?? parseCredit(text)?.published) : undefined))
    .find((published) => published !== undefined);

/** Between headline and story; then those nearest above the headline; then those below the beginning of the story. */
function rankOf({ start }: Element, headline: Span | undefined, story: number | undefined): number {
  if (headline === undefined || (start > headline.start && start < (story ?? start + 1))) return 0;
  return start < headline.start ? (headline.start - start) / NEAR : 1 + (start - headline.start);
}

/** The maximum number of lines of a byline. */
const MAX_LINES = 8;
const MAX_LENGTH = 200;

/** The lines between the headline and the story. */
function headLines(page: Page, beside: readonly boolean[], headline: Span, story = headline.end + NEAR): string[] {
  const tokens = page.tokens.filter(
    ({ start, end, element }) => start >= headline.end && end <= story && !beside[element],
  );
  return [...Map.groupBy(tokens, ({ block }) => block).values()]
    .map((group) => group.map((token) => textOf(page, token)).join(' '))
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '' && text.length <= MAX_LENGTH)
    .slice(0, MAX_LINES);
}

/** The maximum number of matching elements that are read. */
const MAX_MATCHES = 6;

/** The visible text of the first few matching elements; nested matches count once. */
function wordsInside(
  page: Page,
  fits: (element: Element, index: number) => boolean,
): { index: number; words: string }[] {
  const owner: number[] = [];
  page.elements.forEach((element, index) => {
    owner[index] = owner[element.parent] ?? -1;
    if (owner[index] === -1 && fits(element, index)) owner[index] = index;
  });
  const words = new Map<number, string>(
    page.elements.flatMap((element, index) =>
      owner[index] === index && (element.attributes.datetime || element.attributes.content) ? [[index, '']] : [],
    ),
  );
  for (const token of page.tokens) {
    const index = owner[token.element] ?? -1;
    if (index >= 0) words.set(index, `${words.get(index) ?? ''} ${textOf(page, token)}`);
  }
  return [...words]
    .map(([index, text]) => ({ index, words: text.replace(/\s+/g, ' ').trim() }))
    .filter(({ words: text }) => text.length < MAX_LENGTH)
    .sort((a, b) => a.index - b.index)
    .slice(0, MAX_MATCHES * 4);
}

const MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdec';

// …/2024/10/22/ferry   …/2024/oct/22/ferry   …/2024-10-22-ferry   …/20241022/ferry
const IN_ADDRESS = /\/((?:19|20)\d\d)([/-]?)(\d{1,2}|[a-z]{3})\2(\d{1,2})(?=[/_.-]|$)/i;

/** The date in the address of an article. */
export function dayInAddress(address: string): Published | undefined {
  const [, year, , month = '', day = ''] = IN_ADDRESS.exec(URL.parse(address)?.pathname ?? '') ?? [];
  const number = /\d/.test(month) ? Number(month) : MONTHS.indexOf(month.toLowerCase()) / 3 + 1;
  if (year === undefined || !Number.isInteger(number) || number < 1 || number > 12) return undefined;
  return parseStamp(`${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`)?.published;
}

const FULL_DATE = /\p{Lu}\p{Ll}{2,8}\.? \d{1,2},? 20\d\d|\d{1,2} \p{Lu}\p{Ll}{2,8},? 20\d\d/u;

/** The date in the dateline of a story: `SEOUL, May 3, 2024 (AFN) — The talks …`. */
export const dayInDateline = (text: string): Published | undefined =>
  parseStamp(FULL_DATE.exec(text.slice(0, datelineLength(text)))?.[0] ?? '')?.published;
