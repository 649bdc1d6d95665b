import type { DrawPicture, Picture } from '#core/picture';

/** The smallest PNG: one pixel. */
export const PNG = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
    'base64',
  ),
);

/** Draws every picture as one pixel, and records the requests. */
export function fakeDrawing(): { readonly draw: DrawPicture; readonly drawn: Picture[] } {
  const drawn: Picture[] = [];
  return {
    drawn,
    draw: async (picture) => {
      drawn.push(picture);
      return PNG;
    },
  };
}
