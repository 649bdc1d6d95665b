import { quoteText, type RichText } from '#core/reply';
import { sanitize } from '#text/sanitize';
import { truncateAtWord } from '#text/truncate';
import type { Drawable } from './paginate/drawable.ts';

/** A whole message as plain text, used if a platform refuses its blocks; empty if there is no text in it. */
export const plainText = (drawables: readonly Drawable[]): string =>
  drawables
    .map((block) => blockText(block, '\n'))
    .filter(Boolean)
    .join('\n\n');

/** The text of a block; empty for a block without any. @param separator between the items of lists and tables. */
export function blockText(block: Drawable, separator = '; '): string {
  switch (block.type) {
    case 'heading':
      return sanitize(block.text).trim();
    case 'paragraph':
    case 'context':
      return flat(block.text);
    case 'list':
      return block.items.map(flat).filter(Boolean).join(separator);
    case 'table':
      return block.rows.map((row) => row.map(flat).filter(Boolean).join(': ')).join(separator);
    case 'quote':
      return sanitize([quoteText(block.text), ...(block.by ? [joined(block.by)] : [])].join(' — ')).trim();
    case 'image':
    case 'file':
      return sanitize(block.alt).trim();
    default:
      return '';
  }
}

/** Escapes a text that is cut so that it fits once escaped: escaped text is longer, and must not be cut. */
export function escapeWithin(text: string, encode: (text: string) => string, maxLength: number): string {
  for (let limit = maxLength; ; limit -= Math.ceil(maxLength / 8)) {
    const escaped = encode(truncateAtWord(text, Math.max(limit, 1)));
    if (escaped.length <= maxLength || limit <= 1) return escaped;
  }
}

const joined = (text: RichText): string =>
  text.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');

const flat = (text: RichText): string => sanitize(joined(text)).trim();
