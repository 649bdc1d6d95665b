import { blockOf, type StoryBlock } from '../story-blocks.ts';

/**
 * Marks and characters that Markdown may read something into: emphasis, links, code, HTML, entities, tables; a tab,
 * a NUL, a break at a line's end; a web address or an e-mail. Brackets of any shape but round ones.
 */
const MARKED = /[*_`~[\]<>&\\|@\t\0\ufeff]|:\/\/|www\.|[^\S\r\n](?:\r|\n|$)/i;
/** How a line of a paragraph begins, or the empty line between two: a letter, a quotation mark, a round bracket. */
const UNPLAIN_LINE = /(?:^|[\r\n])(?![\p{L}“‘"'(]|\r|\n|$)/u;

/** Whether a stretch of Markdown is nothing but paragraphs, so that no parser is needed to read it. */
export const isProse = (text: string): boolean => !MARKED.test(text) && !UNPLAIN_LINE.test(text);

/** The paragraphs of such a text from `base` on: empty lines part them. */
export function proseBlocks(text: string, base: number): StoryBlock[] {
  const blocks: StoryBlock[] = [];
  for (const match of text.slice(base).matchAll(/[^\r\n]+(?:(?:\r\n?|\n)[^\r\n]+)*/g)) {
    const start = base + match.index;
    const block = blockOf(text, 0, [{ start, end: start + match[0].length }]);
    if (block) blocks.push(block);
  }
  return blocks;
}
