import { blockOf, type StoryBlock } from '../story-blocks.ts';

/**
 * Characters that may be Markdown syntax: emphasis, links, code, HTML, entities, tables; a tab, a NUL, a hard line
 * break; a web or e-mail address. All brackets except parentheses.
 */
const MARKED = /[*_`~[\]<>&\\|@\t\0\ufeff]|:\/\/|www\.|[^\S\r\n](?:\r|\n|$)/i;
/** The start of a line that is not plain: neither empty nor a letter, a quotation mark or a parenthesis. */
const UNPLAIN_LINE = /(?:^|[\r\n])(?![\p{L}“‘"'(]|\r|\n|$)/u;

/** Whether a piece of Markdown contains only paragraphs, so that no parser is needed. */
export const isProse = (text: string): boolean => !MARKED.test(text) && !UNPLAIN_LINE.test(text);

/** Returns the paragraphs of such a text from `base` on, separated by empty lines. */
export function proseBlocks(text: string, base: number): StoryBlock[] {
  const blocks: StoryBlock[] = [];
  for (const match of text.slice(base).matchAll(/[^\r\n]+(?:(?:\r\n?|\n)[^\r\n]+)*/g)) {
    const start = base + match.index;
    const block = blockOf(text, 0, [{ start, end: start + match[0].length }]);
    if (block) blocks.push(block);
  }
  return blocks;
}
