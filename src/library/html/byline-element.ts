import { parseCredit } from '../text/byline.ts';
import { namesOf } from './boxes.ts';
import { wordsInside } from './lines.ts';
import type { Element, Page } from './scan.ts';

const BYLINE =
  /(?:^|[ -])(?:(?:news|article|story|post|entry)-?by|by-?line|authors?|author-?name|contributors?|writers?|reporters?|username)(?=$|[ -])/;

/** Whether an element is marked up as a byline. */
export const isByline = ({ attributes }: Element): boolean =>
  attributes.rel === 'author' || attributes.itemprop === 'author' || BYLINE.test(namesOf(attributes));

/** The names in a byline: those marked as such, as in an hCard; else those of its lines; else those of its links. */
export function namesInByline(page: Page, byline: number, lines: readonly string[]): readonly string[] {
  const { start, end } = page.elements[byline] as Element;
  const inside = (fits: (element: Element) => boolean): string[] => {
    const found = wordsInside(page, (element) => element.start > start && element.end < end && fits(element));
    return [...new Set(found.flatMap(({ words }) => namesOfLines(words)))];
  };
  const found = [
    () => inside(isName),
    () => namesOfLines(lines),
    () => inside((element) => isByline(element) || isProfile(element)),
  ];
  for (const names of found) {
    const list = names();
    if (list.length > 0) return list;
  }
  return [];
}

/** The names in the first line of a byline that has any, or in all lines together. */
function namesOfLines(lines: readonly string[]): readonly string[] {
  const whole = joined(lines);
  const readings = [...whole, ...[...whole, lines.join(' ')].map((line) => `By ${line}`)].map(parseCredit);
  return readings.find((credit) => credit !== undefined && credit.authors.length > 0)?.authors ?? [];
}

/** Joins lines that go on: `By` `Jane Doe,` `John Roe` `and Ann Poe`. */
function joined(lines: readonly string[]): string[] {
  const whole: string[] = [];
  for (const line of lines) {
    const before = whole.at(-1);
    if (before !== undefined && (/(?:,|&|\band|\bby:?)$/i.test(before) || /^(?:,|&|and\b|with\b)/i.test(line)))
      whole[whole.length - 1] = `${before} ${line}`;
    else whole.push(line);
  }
  return whole;
}

const isName = ({ attributes }: Element): boolean =>
  attributes.itemprop === 'name' || /(?:^|\s)fn(?:$|\s)/.test(attributes.class ?? '');

// /authors/jane-doe   /profile/jane-doe
const PROFILE =
  /\/(?:authors?|by|bylines?|columnists?|contributors?|journalists?|people|profiles?|reporters?|staff|team|writers?)\//;

const isProfile = ({ name, attributes }: Element): boolean => name === 'a' && PROFILE.test(attributes.href ?? '');
