import type { Picture } from '#core/picture';

/** A picture to draw in another thread. */
export interface DrawTask {
  readonly picture: Picture;
  readonly format: 'svg' | 'png';
}

/** The bytes of the file; undefined if no font has one of the letters. */
export type DrawResult = Uint8Array<ArrayBuffer> | undefined;
