import type { Published } from '#core/article';
import type { Span } from '#core/span';
import { datelineLength } from '#text/dateline';
import { parseCredit } from '../text/byline.ts';
import { parseStamp } from '../text/timestamp.ts';
import { namesOf } from './boxes.ts';
import { isByline, namesInByline } from './byline-element.ts';
import { linesOf, MAX_LENGTH, wordsInside } from './lines.ts';
import { insideOf } from './measure.ts';
import { isOtherItem } from './metadata.ts';
import type { Element, Page } from './scan.ts';

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

const DATE =
  /(?:^|[ -])(?:(?:news|article|story|post|entry)?-?date|dates|date-?time|timestamp|time-?stamp|published|publish-date|pub-?date|posted(?:-on)?)(?=$|[ -])/;

/** Lists of other stories have dates and authors of their own. */
const BESIDE = new Set(['nav', 'aside']);

/** How far from the headline a date or an author may be, in characters of the file. */
const NEAR = 6_000;

export function pageCredits(page: Page, isBox: readonly boolean[], { headline, story }: Head): PageCredits {
  const beside = insideOf(page.elements, (element) => BESIDE.has(element.name) || isOtherItem(element));
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
  const stamps = free(candidates(isDate))
    .map(({ index, words }) => ({ element: page.elements[index] as Element, words: words.join(' ') }))
    .map(({ element, words }) => ({ published: stampOf(element, words), rank: rankOf(element, headline, story) }))
    .sort((a, b) => a.rank - b.rank);
  const inHead = credits.map(({ published }) => ({ published, rank: 0 }));
  const dates = [...stamps.filter(({ rank }) => rank === 0), ...inHead, ...stamps.filter(({ rank }) => rank > 0)];
  return {
    authors: [
      named.flatMap(({ index, words }) => namesInByline(page, index, words)),
      credits.flatMap(({ authors }) => authors),
    ],
    published: dates.flatMap(({ published }) => published ?? []),
  };
}

const isDate = ({ name, attributes }: Element): boolean =>
  name === 'time' ||
  attributes.itemprop === 'datePublished' ||
  DATE.test(namesOf(attributes)) ||
  (name === 'abbr' && /^\d{4}-\d\d-\d\d/.test(attributes.title ?? ''));

const stampOf = ({ attributes: { datetime, content, title } }: Element, words: string): Published | undefined =>
  [datetime, content, words, title]
    .map((text) => (text ? (parseStamp(text)?.published ?? parseCredit(text)?.published) : undefined))
    .find((published) => published !== undefined);

/** Between headline and story; then those nearest above the headline; then those below the beginning of the story. */
function rankOf({ start }: Element, headline: Span | undefined, story: number | undefined): number {
  if (headline === undefined || (start > headline.start && start < (story ?? start + 1))) return 0;
  return start < headline.start ? (headline.start - start) / NEAR : 1 + (start - headline.start);
}

/** The maximum number of lines of a byline. */
const MAX_LINES = 8;

/** The lines between the headline and the story. */
function headLines(page: Page, beside: readonly boolean[], headline: Span, story = headline.end + NEAR): string[] {
  const tokens = page.tokens.filter(
    ({ start, end, element }) => start >= headline.end && end <= story && !beside[element],
  );
  return linesOf(page, tokens)
    .filter((text) => text.length <= MAX_LENGTH)
    .slice(0, MAX_LINES);
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
