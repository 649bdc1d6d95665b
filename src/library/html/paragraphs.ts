import { blockElement, lettersIn, pathTo } from './measure.ts';
import { type Page, type Token, textOf } from './scan.ts';

/** A block of visible text and where it is in the page. */
export interface Paragraph {
  readonly tokens: readonly Token[];
  /** The elements around it, the innermost first. */
  readonly path: readonly number[];
  readonly text: string;
  readonly words: number;
}

export function paragraphsOf(page: Page, tokens: readonly Token[] = page.tokens): Paragraph[] {
  return [...Map.groupBy(tokens, ({ block }) => block).values()].map((group) => {
    const text = singleSpaced(group.map((token) => textOf(page, token)).join(''));
    return {
      tokens: group,
      text,
      words: wordsIn(text),
      path: pathTo(page.elements, blockElement(page, group[0] as Token)),
    };
  });
}

/** White space other than single spaces: most texts have none, and testing is faster than replacing each space. */
const UNEVEN_SPACE = /[^\S ]| {2}/;

const singleSpaced = (text: string): string => (UNEVEN_SPACE.test(text) ? text.replace(/\s+/g, ' ') : text).trim();

/** The number of words of a text in single spaces. */
function wordsIn(text: string): number {
  if (text === '') return 0;
  let words = 1;
  for (let space = text.indexOf(' '); space >= 0; space = text.indexOf(' ', space + 1)) words += 1;
  return words;
}

/** The part of a paragraph's text that is in elements of a name, as a fraction. */
export function shareIn(page: Page, { tokens, text }: Paragraph, name: string): number {
  const inside = tokens.filter(({ element }) => isWithin(page, element, name));
  if (inside.length === 0) return 0;
  return inside.reduce((sum, token) => sum + lettersIn(textOf(page, token)), 0) / Math.max(1, lettersIn(text));
}

function isWithin({ elements }: Page, index: number, name: string): boolean {
  for (let element = elements[index]; element; element = elements[element.parent]) {
    if (element.name === name) return true;
  }
  return false;
}

/** The letters and digits of a text: quotation marks and spaces differ between copies of it. */
export const lettersOnly = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
