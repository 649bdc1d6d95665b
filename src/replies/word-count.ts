import type { Block, Inline, RichText } from '#core/reply';

/** The number of visible words in a block; buttons and menus are not counted. */
function wordsInBlock(block: Block): number {
  switch (block.type) {
    case 'heading':
      return countWords(block.text);
    case 'paragraph':
    case 'context':
      return wordsIn(block.text);
    case 'list':
      return sum(block.items.map(wordsIn));
    case 'quote':
      return countWords(block.text.join(' ')) + wordsIn(block.by ?? []) + wordsIn(block.leadIn ?? []);
    case 'table':
      return sum([...block.columns.map(countWords), ...block.rows.flat().map(wordsIn)]);
    default:
      return 0;
  }
}

export const wordsInBlocks = (blocks: readonly (Block | undefined)[]): number =>
  sum(blocks.map((block) => (block ? wordsInBlock(block) : 0)));

const wordsIn = (text: RichText): number => countWords(text.map(textOf).join(''));

const textOf = (piece: Inline): string => (typeof piece === 'string' ? piece : piece.text);

const countWords = (text: string): number => text.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
