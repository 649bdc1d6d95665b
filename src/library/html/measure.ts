import { countLetters, WORD } from '#text/code-units';
import { type Element, isInline, type Page, type Token, textOf } from './scan.ts';

/** The amount of text of each element and of the elements in it, in letters and digits. */
export interface Lengths {
  readonly all: readonly number[];
  /** In links. */
  readonly linked: readonly number[];
}

export function lengthsOf(page: Page): Lengths {
  const all = page.elements.map(() => 0);
  const linked = page.elements.map(() => 0);
  const inLink = insideOf(page.elements, ({ name }) => name === 'a');
  for (const token of page.tokens) {
    const length = lettersIn(textOf(page, token));
    all[token.element] = (all[token.element] ?? 0) + length;
    if (inLink[token.element]) linked[token.element] = (linked[token.element] ?? 0) + length;
  }
  // Children follow their parents in the list.
  for (let index = page.elements.length - 1; index > 0; index--) {
    const parent = page.elements[index]?.parent ?? -1;
    if (parent < 0) continue;
    all[parent] = (all[parent] ?? 0) + (all[index] ?? 0);
    linked[parent] = (linked[parent] ?? 0) + (linked[index] ?? 0);
  }
  return { all, linked };
}

/** For each element, whether it fits or is inside one that does. */
export function insideOf(elements: readonly Element[], fits: (element: Element, index: number) => boolean): boolean[] {
  const inside: boolean[] = [];
  elements.forEach((element, index) => {
    inside[index] = inside[element.parent] === true || fits(element, index);
  });
  return inside;
}

/** The number of letters and digits in a text. */
export const lettersIn = (text: string): number => countLetters(text, WORD);

/** The innermost element around a token that is not inline. */
export function blockElement({ elements }: Page, { element }: Token): number {
  let index = element;
  for (let found = elements[index]; found && isInline(found.name); found = elements[index]) index = found.parent;
  return index;
}

/** An element and those around it, the innermost first. */
export function pathTo(elements: readonly Element[], index: number): number[] {
  const path: number[] = [];
  for (let at = index; at >= 0; at = elements[at]?.parent ?? -1) path.push(at);
  return path;
}
