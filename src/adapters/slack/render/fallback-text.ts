import type { Drawable } from '#chat/paginate/drawable';
import { inEnglish } from '#core/messages/index';
import { quoteText, type RichText } from '#core/reply';
import { sanitize } from '#text/sanitize';
import { truncateAtWord } from '#text/truncate';
import { MAX_FALLBACK_LENGTH } from '../limits.ts';
import { escaped } from './rich-text.ts';

/** The length that a notification shows, and that a screen reader reads before the blocks. */
const ENOUGH = 160;
const MAX_SHORT_LENGTH = 400;

/**
 * The text of a message where its blocks are not shown, in notifications and to screen readers: its title and the
 * beginning of its content. Below headings other than a title, the context line is used, since a sentence without its
 * speaker says too little. Slack parses markup in it, so it is escaped.
 */
export function fallbackText(drawables: readonly Drawable[]): string {
  const entries = drawables.map((block) => ({ block, text: blockText(block) })).filter(({ text }) => text !== '');
  const at = entries.findIndex(({ block }) => block.type === 'heading');
  const heading = entries[at]?.block.type === 'heading' ? entries[at] : undefined;
  const isTitle = heading?.block.type === 'heading' && heading.block.level === 1;
  const said = entries.slice(at + 1).filter(({ block }) => isSaid(block, isTitle));
  const texts = heading ? [heading.text] : [];
  for (const { text } of said) {
    if (texts.length > 1 && texts.join(SEPARATOR).length >= ENOUGH) break;
    texts.push(text);
  }
  return fitEscaped(truncateAtWord(texts.join(SEPARATOR), MAX_SHORT_LENGTH) || inEnglish('chat.nothing'));
}

const SEPARATOR = ' — ';

/** Section headings are skipped; those of level 3 name the speaker of what follows. */
function isSaid(block: Drawable, isTitled: boolean): boolean {
  if (block.type === 'heading') return block.level === 3;
  return block.type !== 'context' || !isTitled;
}

/** A whole message as text, used if Slack rejects its blocks. */
export const fullText = (drawables: readonly Drawable[]): string =>
  fitEscaped(drawables.map(blockText).filter(Boolean).join('\n\n') || inEnglish('chat.nothing'));

/** Escaped text is longer, and must not be cut. */
function fitEscaped(text: string): string {
  for (let limit = MAX_FALLBACK_LENGTH; ; limit -= 500) {
    const escapedText = escaped(truncateAtWord(text, limit));
    if (escapedText.length <= MAX_FALLBACK_LENGTH) return escapedText;
  }
}

const flat = (text: RichText): string =>
  sanitize(text.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('')).trim();

const plain = (text: RichText): string =>
  text.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');

function blockText(block: Drawable): string {
  switch (block.type) {
    case 'heading':
      return sanitize(block.text).trim();
    case 'paragraph':
    case 'context':
      return flat(block.text);
    case 'list':
      return block.items.map(flat).filter(Boolean).join('; ');
    case 'table':
      return block.rows.map((row) => row.map(flat).filter(Boolean).join(': ')).join('; ');
    case 'quote':
      return sanitize([quoteText(block.text), ...(block.by ? [plain(block.by)] : [])].join(' — ')).trim();
    case 'image':
    case 'file':
      return sanitize(block.alt).trim();
    default:
      return '';
  }
}
