import type { Drawable } from '#chat/paginate/drawable';
import type { RichText } from '#core/reply';
import { truncateAtWord } from '#text/clip';
import { sanitize } from '#text/sanitize';
import { MAX_FALLBACK_LENGTH } from '../limits.ts';
import { escaped } from './rich-text.ts';

/**
 * What a message says where no block is drawn, in notifications and to screen readers: its first heading and the first
 * line under it. Under a title that is the first paragraph; under other headings a line of context tells more, since a
 * sentence without its speaker says too little. Slack reads markup in it, so it is escaped.
 */
export function fallbackText(drawables: readonly Drawable[]): string {
  const entries = drawables.map((block) => ({ block, text: blockText(block) })).filter(({ text }) => text !== '');
  const at = entries.findIndex(({ block }) => block.type === 'heading');
  const heading = entries[at];
  const isTitle = heading?.block.type === 'heading' && heading.block.level === 1;
  const line = entries
    .slice(at + 1)
    .find(({ block: { type } }) => type === 'paragraph' || (type === 'context' && !isTitle));
  const texts = [heading, line ?? (heading ? undefined : entries[0])].flatMap((entry) => (entry ? [entry.text] : []));
  return fitEscaped(texts.join(' — ') || 'Nothing to show.');
}

/** Escaping makes it longer, and must not be cut. */
function fitEscaped(text: string): string {
  for (let limit = MAX_FALLBACK_LENGTH; ; limit -= 500) {
    const escapedText = escaped(truncateAtWord(text, limit));
    if (escapedText.length <= MAX_FALLBACK_LENGTH) return escapedText;
  }
}

const flat = (text: RichText): string =>
  sanitize(text.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('')).trim();

function blockText(block: Drawable): string {
  switch (block.type) {
    case 'heading':
      return sanitize(block.text).trim();
    case 'paragraph':
    case 'context':
      return flat(block.text);
    case 'list':
      return flat(block.items[0] ?? []);
    case 'image':
      return sanitize(block.alt).trim();
    default:
      return '';
  }
}
