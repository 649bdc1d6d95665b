import type { CatalogEntry } from '#core/catalog';
import { type Element, h } from '../drawings/elements.ts';
import type { Pictures } from '../port.ts';

/** The descriptions and URLs of the pictures in the reader. */
export interface PictureLinks {
  describe: Pictures['describe'];
  /** The URL of a file: `map.png`. */
  urlOf(file: string): string;
}

const OVERVIEWS = [
  ['map', 'Who stands where'],
  ['voices', 'Who speaks how much'],
] as const;

/** The pictures of a whole article, collapsed by default. */
export function overviews(entry: CatalogEntry, { describe, urlOf }: PictureLinks): Element | '' {
  const figures = OVERVIEWS.flatMap(([name, label]) => {
    const described = describe(entry, name);
    if (described === undefined) return [];
    const image = h('img', { src: urlOf(`${name}.svg`), ...described, loading: 'lazy' });
    return [
      h('figure', [
        h('figcaption', [`${label} · `, h('a', { href: urlOf(`${name}.png`), ariaLabel: `PNG of “${label}”` }, 'PNG')]),
        image,
      ]),
    ];
  });
  return figures.length === 0 ? '' : h('details.pictures', [h('summary', 'Pictures'), ...figures]);
}

/** The link to a quotation’s card. */
export const cardLink = (id: string, { urlOf }: PictureLinks): Element =>
  h('a', { href: urlOf(`card-${id}.png`) }, 'As a picture');
