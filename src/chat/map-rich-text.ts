import type { Block, RichText } from '#core/reply';

/** Applies `change` to every styleable text of a block: paragraphs, notes, lists and tables. */
export function mapRichText(block: Block, change: (text: RichText) => RichText): Block {
  switch (block.type) {
    case 'paragraph':
    case 'context':
      return { ...block, text: change(block.text) };
    case 'list':
      return { ...block, items: block.items.map(change) };
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map(change)) };
    default:
      return block;
  }
}
