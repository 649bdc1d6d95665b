import { blockOf, type StoryBlock } from '../story-blocks.ts';
import { isInline, type Page, type Token } from './scan.ts';

/** Groups tokens by their block of the page. */
export function blocksOf(page: Page, tokens: readonly Token[]): StoryBlock[] {
  return [...Map.groupBy(tokens, ({ block }) => block).values()].flatMap(
    (group) => blockOf(page.html, levelOf(page, group[0]), group) ?? [],
  );
}

/** The level of the heading that contains a token; 0 if none does. */
function levelOf({ elements }: Page, token: Token | undefined): number {
  let element = elements[token?.element ?? -1];
  while (element && isInline(element.name)) element = elements[element.parent];
  return Number(/^h([1-6])$/.exec(element?.name ?? '')?.[1] ?? 0);
}
