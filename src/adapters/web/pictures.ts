import type { Context } from 'hono';
import type { CatalogEntry } from '#core/catalog';
import type { Pictures } from './port.ts';

/** The maximum number of pictures drawn concurrently: each takes a tenth of a second of the process. */
const MAX_CONCURRENT = 4;

type Show = (context: Context, entry: CatalogEntry, file: string) => Promise<Response>;

/** Serves a picture of an article: `map.png`, `card-a3.svg`. */
export function createPictureRoute(pictures: Pictures): Show {
  let inFlight = 0;
  return async (context, entry, file) => {
    const [, name = '', format] = /^([\w-]{1,40})\.(png|svg)$/.exec(file) ?? [];
    if (format === undefined || pictures.describe(entry, name) === undefined) return context.notFound();
    if (inFlight >= MAX_CONCURRENT) return context.text('Too much is being drawn: try again in a moment.\n', 503);
    inFlight += 1;
    try {
      const drawn = await pictures.draw(entry, name);
      if (!drawn) return context.text('None of the fonts has all the letters of this picture.\n', 404);
      if (format === 'svg') return context.body(drawn.svg, 200, { 'content-type': 'image/svg+xml' });
      return context.body(new Uint8Array(await drawn.toPng()), 200, { 'content-type': 'image/png' });
    } finally {
      inFlight -= 1;
    }
  };
}
