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
    const text = group
      .map((token) => textOf(page, token))
      .join('')
      .replace(/\s+/g, ' ')
      .trim();
    const words = text === '' ? 0 : text.split(' ').length;
    return { tokens: group, text, words, path: pathTo(page.elements, blockElement(page, group[0] as Token)) };
  });
}

/** The part of a paragraph's text that is in elements of a name, as a fraction. */
export function shareIn(page: Page, { tokens, text }: Paragraph, name: string): number {
  const inside = tokens.filter(({ element }) =>
    pathTo(page.elements, element).some((at) => page.elements[at]?.name === name),
  );
  return inside.reduce((sum, token) => sum + lettersIn(textOf(page, token)), 0) / Math.max(1, lettersIn(text));
}

/** The letters and digits of a text: quotation marks and spaces differ between copies of it. */
export const lettersOnly = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
