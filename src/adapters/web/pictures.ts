import type { Context } from 'hono';
import type { CatalogEntry } from '#core/catalog';
import type { Pictures } from './port.ts';

/** The maximum number of pictures drawn concurrently: each takes a tenth of a second of the process. */
const MAX_CONCURRENT = 4;

const TYPES = { svg: 'image/svg+xml', png: 'image/png' } as const;

const isFormat = (format: string | undefined): format is keyof typeof TYPES => Object.hasOwn(TYPES, format ?? '');

type Show = (context: Context, entry: CatalogEntry, file: string) => Promise<Response>;

/** Serves a picture of an article: `map.png`, `card-a3.svg`. */
export function createPictureRoute(pictures: Pictures): Show {
  let inFlight = 0;
  return async (context, entry, file) => {
    const [, name = '', format] = /^([\w-]{1,40})\.(png|svg)$/.exec(file) ?? [];
    if (!isFormat(format) || pictures.describe(entry, name) === undefined) return context.notFound();
    if (inFlight >= MAX_CONCURRENT) return context.text('Too much is being drawn: try again in a moment.\n', 503);
    inFlight += 1;
    try {
      const drawn = await pictures.draw(entry, name, format);
      if (!drawn) return context.text('None of the fonts has all the letters of this picture.\n', 404);
      return context.body(drawn, 200, { 'content-type': TYPES[format] });
    } finally {
      inFlight -= 1;
    }
  };
}
