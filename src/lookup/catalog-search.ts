import type { Catalog, CatalogEntry } from '#core/catalog';
import type { ArchivedHead, ArchiveQuery, FoundQuote } from '#core/storage/archive';
import { quotedText } from '#core/text/span-text';
import { containsWords, entryContains } from './search.ts';

/** Searches the content folder; results have the format of the archive’s. */
export function searchCatalog(catalog: Catalog, query: ArchiveQuery): { heads: ArchivedHead[]; quotes: FoundQuote[] } {
  const fitting = catalog.entries().filter((entry) => isFrom(entry, query));
  const { words, speaker } = query;
  const asksQuotes = words !== undefined || speaker !== undefined;
  return {
    heads: fitting.filter((entry) => words === undefined || entryContains(entry, words)).map(headOf),
    quotes: asksQuotes ? fitting.flatMap((entry) => quotesIn(entry, query)) : [],
  };
}

function isFrom({ article }: CatalogEntry, { source, since }: ArchiveQuery): boolean {
  if (source !== undefined && !containsWords(article.publisher ?? '', source)) return false;
  return since === undefined || publishedOf(article) >= since;
}

function quotesIn(
  { article, briefing }: CatalogEntry,
  { words = '', speaker = '' }: ArchiveQuery,
): readonly FoundQuote[] {
  return briefing.quotes.flatMap((quote) => {
    const named = quote.speaker.kind === 'named' ? quote.speaker.speaker : undefined;
    const parts = quote.quoted.map((span) => quotedText(article, span));
    const by = [named?.name ?? '', named?.office ?? named?.role ?? '', ...(named?.aliases ?? [])].join(' ');
    if (!containsWords(parts.join(' '), words) || !containsWords(by, speaker)) return [];
    return [
      {
        article: headOf({ article, briefing }),
        ...{ speaker: named?.name ?? '', office: named?.office ?? named?.role ?? '' },
        ...{ words: parts, paragraph: quote.paragraph },
      },
    ];
  });
}

/** An article of the folder in the archive’s format. */
function headOf({ article, briefing }: CatalogEntry): ArchivedHead {
  const { id, title, url, readerUrl, publisher } = article;
  return {
    ...{ id, title, published: publishedOf(article), version: '', summaryOnly: false, quotes: briefing.quotes.length },
    ...(url === undefined ? {} : { url }),
    ...(readerUrl === undefined ? {} : { readerUrl }),
    ...(publisher === undefined ? {} : { publisher }),
  };
}

/** Milliseconds since 1970, UTC; 0 if the article has no date. */
export function publishedOf({ published }: CatalogEntry['article']): number {
  if (!published) return 0;
  const { at, zone = 'Z' } = published;
  return Date.parse(at.includes('T') ? `${at}${zone}` : at) || 0;
}
