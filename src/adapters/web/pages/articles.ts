import type { CatalogEntry } from '#core/catalog';
import { type Element, h } from '../drawings/elements.ts';
import { counted, showDate } from '../words.ts';

/** All articles, newest first, each with a link to the reader. */
export const articles = (entries: readonly CatalogEntry[], base: string): readonly Element[] => [
  h('h1', 'Articles'),
  entries.length === 0
    ? h('p', 'No article is loaded: put a file into the content folder.')
    : h(
        'ul.articles',
        ...entries.map(({ article, briefing }) =>
          h('li', [
            h('a', { href: `${base}/articles/${encodeURIComponent(article.id)}` }, article.title),
            h('p.small', [
              [
                article.publisher,
                article.published && showDate(article.published.at),
                counted(briefing.attributions.length, 'statement'),
                counted(briefing.speakers.length, 'speaker'),
              ]
                .filter((text) => text !== undefined)
                .join(' · '),
            ]),
          ]),
        ),
      ),
];
