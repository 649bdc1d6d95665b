import { hash } from 'node:crypto';
import type { Article } from '#core/article';
import type { Attribution } from '#core/attribution';
import type { CatalogEntry } from '#core/catalog';
import type { ArchivedArticle, ArchivedQuote } from '#core/storage/feed-store';
import { quotedText } from '#core/text/span-text';

/** The length of a digest: 132 bits, so that no two versions share one. */
const DIGEST = 22;

/** Metadata of an article in addition to its content. */
type Known = Pick<ArchivedArticle, 'key' | 'published' | 'summaryOnly'>;

/** Converts an article to its archived form: plain text, with a digest of its words and an index of its quotations. */
export function toArchived({ article, briefing }: CatalogEntry, known: Known): ArchivedArticle {
  const quotes = briefing.quotes.map((quote) => toQuote(article, quote));
  return {
    ...known,
    article: plain(article),
    version: hash('sha256', article.text, 'base64url').slice(0, DIGEST),
    quotes,
  };
}

/** Copies an article to a plain object: lazy properties cannot be stored. */
const plain = ({
  id,
  text,
  format,
  title,
  subtitle,
  authors,
  published,
  publisher,
  url,
  language,
  parts,
  edits,
}: Article) => ({
  ...{ id, text, format, title, authors, language, parts, edits },
  ...(subtitle === undefined ? {} : { subtitle }),
  ...(published === undefined ? {} : { published }),
  ...(publisher === undefined ? {} : { publisher }),
  ...(url === undefined ? {} : { url }),
});

function toQuote(article: Article, { speaker, quoted, paragraph }: Attribution): ArchivedQuote {
  const named = speaker.kind === 'named' ? speaker.speaker : undefined;
  return {
    speaker: named?.name ?? '',
    office: named?.office ?? named?.role ?? '',
    words: quoted.map((span) => quotedText(article, span)),
    paragraph,
  };
}
