import type { Drawable } from '#chat/paginate/drawable';
import type { RichText } from '#core/reply';
import { clipAtWord } from '#text/clip';
import { plain } from '#text/sanitize';
import { PLAIN_TEXT } from '../limits.ts';
import { escaped } from './rich-text.ts';

/**
 * What a message says where no block is drawn, in notifications and to screen readers: its first heading and the first
 * line under it. Under a title that is the first paragraph; under other headings a line of context tells more, since a
 * sentence without its speaker says too little. Slack reads markup in it, so it is escaped.
 */
export function plainTextOf(drawables: readonly Drawable[]): string {
  const said = drawables.map((block) => ({ block, text: textOf(block) })).filter(({ text }) => text !== '');
  const at = said.findIndex(({ block }) => block.type === 'heading');
  const heading = said[at];
  const isTitle = heading?.block.type === 'heading' && heading.block.level === 1;
  const line = said
    .slice(at + 1)
    .find(({ block: { type } }) => type === 'paragraph' || (type === 'context' && !isTitle));
  const texts = [heading, line ?? (heading ? undefined : said[0])].flatMap((one) => (one ? [one.text] : []));
  return fitting(texts.join(' — ') || 'Nothing to show.');
}

/** Escaping makes it longer, and must not be cut. */
function fitting(text: string): string {
  for (let most = PLAIN_TEXT; ; most -= 500) {
    const escapedText = escaped(clipAtWord(text, most));
    if (escapedText.length <= PLAIN_TEXT) return escapedText;
  }
}

const flat = (text: RichText): string =>
  plain(text.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('')).trim();

function textOf(block: Drawable): string {
  switch (block.type) {
    case 'heading':
      return plain(block.text).trim();
    case 'paragraph':
    case 'context':
      return flat(block.text);
    case 'list':
      return flat(block.items[0] ?? []);
    case 'image':
      return plain(block.alt).trim();
    default:
      return '';
  }
}
