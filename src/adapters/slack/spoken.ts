import { clipAtWord, plain } from '#chat/plain';
import type { Drawable } from '#chat/present';
import type { RichText } from '#core/reply';
import { PLAIN_TEXT } from './limits.ts';
import { escaped } from './text.ts';

/**
 * What a message says where no block is drawn, in notifications and to screen readers: its first heading and its first
 * paragraph. Slack reads markup in it, so it is escaped.
 */
export function plainTextOf(drawables: readonly Drawable[]): string {
  const texts = drawables.map(textOf);
  const heading = texts[drawables.findIndex(({ type }, at) => type === 'heading' && texts[at])];
  const said = texts[drawables.findIndex(({ type }, at) => type === 'paragraph' && texts[at])];
  const given = [heading, said].filter((text) => text !== undefined);
  const text = given.length > 0 ? given.join(' — ') : (texts.find(Boolean) ?? 'Nothing to show.');
  return fitting(text);
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
