import type { QuoteCard } from '#core/picture';
import { quoteText } from '#core/reply';
import { Canvas, COLOURS, type Drawing } from './canvas.ts';
import { sizeOfLines, type TextBlock, widthOf, wrapText } from './text/wrap.ts';

const WIDTH = 1200;
const MIN_HEIGHT = 630;
const MARGIN = 80;
const TEXT_WIDTH = WIDTH - 2 * MARGIN - 40;

/** Font sizes, smaller for longer quotations; at the smallest, the card grows in height, so that nothing is cut. */
const SIZES = [64, 56, 48, 42, 36, 32, 28] as const;
const WORDS_HEIGHT = 370;

/** Draws a card with the quotation, its speaker and its source. */
export async function drawQuoteCard({ words, speaker, role, source }: QuoteCard): Promise<Drawing> {
  const canvas = new Canvas(WIDTH);
  const quotation = await largest(quoteText(words));
  const name = await wrapText(speaker, { family: 'sans', weight: 'bold', size: 34 }, TEXT_WIDTH);
  const about =
    role === undefined
      ? undefined
      : await wrapText(
          role.charAt(0).toUpperCase() + role.slice(1),
          { family: 'sans', weight: 'regular', size: 28 },
          TEXT_WIDTH,
        );
  const origin = await wrapText(source, { family: 'sans', weight: 'regular', size: 24 }, TEXT_WIDTH);
  const below = name.height + (about?.height ?? 0) + 16 + origin.height;
  const height = Math.max(MIN_HEIGHT, MARGIN + quotation.height + 48 + below + MARGIN);
  const x = MARGIN + 40;
  // A quotation in a right-to-left script is set from the right, with everything that belongs to it.
  const edge = quotation.isRightToLeft ? WIDTH - x : undefined;
  canvas.rectangle(edge === undefined ? MARGIN : WIDTH - MARGIN - 8, MARGIN, 8, height - 2 * MARGIN, COLOURS.accent, 4);
  canvas.text(quotation, x, MARGIN - 8, COLOURS.ink, edge);
  let y = height - MARGIN - below + 6;
  y = canvas.text(name, x, y, COLOURS.ink, edge);
  if (about) y = canvas.text(about, x, y, COLOURS.quiet, edge);
  canvas.text(origin, x, y + 16, COLOURS.quiet, edge);
  return canvas.drawing(height);
}

async function largest(text: string): Promise<TextBlock> {
  const style = { family: 'serif', weight: 'regular' } as const;
  const widthPerSize = await widthOf(text, { ...style, size: 1 });
  for (const size of SIZES) {
    const isLast = size === SIZES.at(-1);
    // If full lines would be too high, there is no need to break them.
    if (!isLast && sizeOfLines((widthPerSize * size) / TEXT_WIDTH, size) > WORDS_HEIGHT) continue;
    const block = await wrapText(text, { ...style, size }, TEXT_WIDTH);
    if (block.height <= WORDS_HEIGHT || isLast) return block;
  }
  throw new Error('There is no size to draw a quotation in.');
}
