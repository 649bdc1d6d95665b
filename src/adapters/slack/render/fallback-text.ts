import type { Drawable } from '#chat/paginate/drawable';
import { blockText, escapeWithin, plainText } from '#chat/plain-text';
import { inEnglish } from '#core/messages/index';
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

/** A whole message as text, used if Slack refuses its blocks. */
export const fullText = (drawables: readonly Drawable[]): string =>
  fitEscaped(plainText(drawables) || inEnglish('chat.nothing'));

const fitEscaped = (text: string): string => escapeWithin(text, escaped, MAX_FALLBACK_LENGTH);
