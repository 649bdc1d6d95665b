import { type Element, type Page, type Token, textOf } from './scan.ts';

/** The maximum length of a byline or a date in a page. */
export const MAX_LENGTH = 200;

/** The maximum number of matching elements that are read. */
const MAX_MATCHES = 24;

/** The visible lines of tokens: a block or a line break ends one. */
export function linesOf(page: Page, tokens: readonly Token[]): string[] {
  const lines: string[] = [];
  let block: number | undefined;
  for (const token of tokens) {
    const isBreak = token.as === ' ' && page.html[token.start] === '<';
    if (isBreak || token.block !== block) lines.push('');
    block = token.block;
    lines.push(`${lines.pop() ?? ''} ${textOf(page, token)}`);
  }
  return lines.map((line) => line.replace(/\s+/g, ' ').trim()).filter((line) => line !== '');
}

/** The visible lines of the first few matching elements; nested matches count once. */
export function wordsInside(
  page: Page,
  fits: (element: Element, index: number) => boolean,
): { index: number; words: string[] }[] {
  const owner: number[] = [];
  page.elements.forEach((element, index) => {
    owner[index] = owner[element.parent] ?? -1;
    if (owner[index] === -1 && fits(element, index)) owner[index] = index;
  });
  const tokens = new Map<number, Token[]>(
    page.elements.flatMap((element, index) =>
      owner[index] === index && (element.attributes.datetime || element.attributes.content) ? [[index, []]] : [],
    ),
  );
  for (const token of page.tokens) {
    const index = owner[token.element] ?? -1;
    if (index < 0) continue;
    const known = tokens.get(index);
    if (known) known.push(token);
    else tokens.set(index, [token]);
  }
  return [...tokens]
    .map(([index, own]) => ({ index, words: linesOf(page, own) }))
    .filter(({ words }) => words.reduce((sum, { length }) => sum + length + 1, 0) <= MAX_LENGTH)
    .sort((a, b) => a.index - b.index)
    .slice(0, MAX_MATCHES);
}
