import { CAMPS, type PositionMap, type Standing } from '#core/picture';
import { Canvas, COLOURS, type Drawing } from './canvas.ts';
import { type TextBlock, wrapText } from './text/wrap.ts';

const WIDTH = 1080;
const MARGIN = 48;
const GAP = 18;
const COLUMN = (WIDTH - 2 * MARGIN - 2 * GAP) / 3;
const PADDING = 16;

/** Draws the map; letters are large enough to read at a third of its size, the width of a phone. */
export async function drawPositionMap({ title, camps, sides }: PositionMap): Promise<Drawing> {
  const canvas = new Canvas(WIDTH);
  let y =
    canvas.text(
      await wrapText(title, { family: 'serif', weight: 'bold', size: 44 }, WIDTH - 2 * MARGIN),
      MARGIN,
      40,
      COLOURS.ink,
    ) + 24;
  for (const [index, camp] of CAMPS.entries()) {
    canvas.rectangle(xOf(index), y, COLUMN, 58, COLOURS[camp], 8);
    const heading = await wrapText(camps[camp], { family: 'sans', weight: 'bold', size: 32 }, COLUMN - 2 * PADDING);
    canvas.text(heading, xOf(index) + PADDING, y + 8, '#ffffff');
  }
  y += 58 + 20;
  for (const [index, { side, standings }] of sides.entries()) {
    // Without a heading, speakers would seem to belong to the side above.
    if (side === '' && index > 0) canvas.rectangle(MARGIN, y - 16, WIDTH - 2 * MARGIN, 2, COLOURS.line);
    if (side !== '')
      y =
        canvas.text(
          await wrapText(side, { family: 'sans', weight: 'bold', size: 34 }, WIDTH - 2 * MARGIN),
          MARGIN,
          y,
          COLOURS.ink,
        ) + 8;
    const columns = await Promise.all(CAMPS.map((camp) => Promise.all(standings[camp].map(entry))));
    const height = Math.max(...columns.map((entries) => entries.reduce((sum, one) => sum + heightOf(one) + 12, 0)));
    for (const [column, entries] of columns.entries()) drawColumn(canvas, entries, column, y);
    y += height + 20;
  }
  return canvas.drawing(y + 20);
}

const xOf = (index: number): number => MARGIN + index * (COLUMN + GAP);

interface Entry {
  readonly name: TextBlock;
  readonly stances: TextBlock;
}

const entry = async ({ speaker, stances }: Standing): Promise<Entry> => ({
  name: await wrapText(speaker, { family: 'sans', weight: 'bold', size: 30 }, COLUMN - 2 * PADDING),
  stances: await wrapText(stances.join(', '), { family: 'sans', weight: 'regular', size: 28 }, COLUMN - 2 * PADDING),
});

const heightOf = ({ name, stances }: Entry): number => name.height + stances.height + 2 * PADDING - 6;

function drawColumn(canvas: Canvas, entries: readonly Entry[], index: number, top: number): void {
  let y = top;
  for (const entry of entries) {
    canvas.rectangle(xOf(index), y, COLUMN, heightOf(entry), COLOURS.panel, 8);
    canvas.rectangle(xOf(index), y, 8, heightOf(entry), COLOURS[CAMPS[index] ?? 'between'], 4);
    const below = canvas.text(entry.name, xOf(index) + PADDING + 4, y + PADDING - 4, COLOURS.ink);
    canvas.text(entry.stances, xOf(index) + PADDING + 4, below, COLOURS.quiet);
    y += heightOf(entry) + 12;
  }
}
