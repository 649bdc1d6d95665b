import type { Voices } from '#core/picture';
import { Canvas, COLOURS, type Drawing } from './canvas.ts';
import { wrapText } from './text/wrap.ts';

const WIDTH = 1080;
const MARGIN = 48;
const INNER = WIDTH - 2 * MARGIN;
const COUNT_WIDTH = 240;

/** Draws a bar for each speaker, with a length in proportion to their share of the quoted words. */
export async function drawVoices({ title, voices, more }: Voices): Promise<Drawing> {
  const canvas = new Canvas(WIDTH);
  const heading = await wrapText(title, { family: 'serif', weight: 'bold', size: 44 }, INNER);
  let y = canvas.text(heading, MARGIN, 40, COLOURS.ink) + 28;
  const most = Math.max(1, ...voices.map(({ words }) => words));
  for (const { speaker, words, label } of voices) {
    y =
      canvas.text(
        await wrapText(speaker, { family: 'sans', weight: 'bold', size: 32 }, INNER),
        MARGIN,
        y,
        COLOURS.ink,
      ) + 4;
    const length = Math.max(8, Math.round(((INNER - COUNT_WIDTH) * words) / most));
    canvas.rectangle(MARGIN, y, length, 40, COLOURS.accent, 6);
    const count = await wrapText(label, { family: 'sans', weight: 'regular', size: 28 }, COUNT_WIDTH);
    canvas.text(count, MARGIN + length + 16, y, COLOURS.quiet);
    y += 40 + 24;
  }
  if (more !== undefined) {
    const rest = await wrapText(more, { family: 'sans', weight: 'regular', size: 28 }, INNER);
    y = canvas.text(rest, MARGIN, y, COLOURS.quiet) + 8;
  }
  return canvas.drawing(y + 20);
}
