import type { Pictures } from '#adapters/web/port';
import type { DrawPicture, Picture } from '#core/picture';
import type { Logger } from '#core/ports';
import { sizeOfPicture } from '#pictures/picture-size';
import { altTextOf } from '#replies/pictures/alt-text';
import { pictureOf } from '#replies/pictures/of-article';
import { WorkerPool } from '../reader/pool.ts';
import type { DrawResult, DrawTask } from './protocol.ts';

/** The limits of one picture, with the loading of its fonts: ten times what a large one takes. */
const LIMITS = { cpuMs: 5_000, heapMb: 256 } as const;

/** A picture takes a tenth of a second: beyond this, users would wait too long. */
const MAX_QUEUE = 30;

/** Fonts and renderer take 100 MB, which are released after this time. */
const IDLE_MS = 60_000;

/** A longer text is a wall of letters; at this length, a card is three times as high as it is wide. */
const MAX_LENGTH = 8_000;

/** Draws a picture as a file. Resolves to undefined if no font has one of its letters. */
export type DrawFile = (task: DrawTask) => Promise<DrawResult>;

/** Draws pictures in a worker thread, so that none blocks the event loop. The thread is started when first needed. */
export interface PicturePool {
  readonly draw: DrawFile;
  /** Returns undefined instead of an error, which is logged. */
  readonly drawPng: DrawPicture;
  close(): Promise<void>;
}

export function makePicturePool(logger: Logger): PicturePool {
  const pool = new WorkerPool<DrawTask, DrawResult>({
    ...{ script: new URL('./draw-thread.ts', import.meta.url), threads: 1, maxQueue: MAX_QUEUE, idleMs: IDLE_MS },
    ...LIMITS,
  });
  const draw: DrawFile = async (task) => (isTooLong(task.picture) ? undefined : pool.run(task, { urgent: true }));
  return {
    draw,
    drawPng: async (picture) => {
      try {
        return await draw({ picture, format: 'png' });
      } catch (err) {
        logger.error('a picture could not be drawn', { kind: picture.kind, err });
        return undefined;
      }
    },
    close: () => pool.close(),
  };
}

const isTooLong = (picture: Picture): boolean => JSON.stringify(picture).length > MAX_LENGTH;

/** The pictures of an article for the page. */
export const picturesOfArticles = (draw: DrawFile): Pictures => ({
  describe: ({ briefing }, name) => {
    const picture = pictureOf(briefing, name);
    return picture && { alt: altTextOf(picture), ...sizeOfPicture(picture) };
  },
  draw: async ({ briefing }, name, format) => {
    const picture = pictureOf(briefing, name);
    return picture && draw({ picture, format });
  },
});
