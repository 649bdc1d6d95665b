import type { Picture } from '#core/picture';
import type { Drawing } from './canvas.ts';
import { drawPositionMap } from './position-map.ts';
import { drawQuoteCard } from './quote-card.ts';
import { drawVoices } from './voices.ts';

export type { Drawing };

const DRAWINGS: { readonly [K in Picture['kind']]: (picture: Extract<Picture, { kind: K }>) => Promise<Drawing> } = {
  quote: drawQuoteCard,
  positions: drawPositionMap,
  voices: drawVoices,
};

/** Draws a picture as outlines. `isComplete` is false if no font has one of its letters. */
export const drawPicture = (picture: Picture): Promise<Drawing> =>
  (DRAWINGS[picture.kind] as (picture: Picture) => Promise<Drawing>)(picture);

export { toPng } from './png.ts';
