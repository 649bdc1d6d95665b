import { firstPart } from '#text/truncate';
import type { ParsedFeed } from './feed.ts';
import { readByFeedsmith } from './from-feedsmith.ts';
import { readFragments } from './from-fragments.ts';

/** The type of a web document in which a feed was expected. */
export type FeedDocument =
  | { readonly kind: 'feed'; readonly feed: ParsedFeed }
  /** A page: it may link feeds. */
  | { readonly kind: 'page' }
  /** Neither a feed nor a page. */
  | { readonly kind: 'other' };

/** The maximum number of items parsed: no feed needs more, and each costs time. */
const MAX_ITEMS = 500;

/** Parses a feed, regardless of its content type, even if it is malformed. Never throws. */
export function parseFeedDocument(text: string, url: string): FeedDocument {
  const document = withoutBase64(withoutNoise(text));
  if (/^\{/.test(document)) return strict(document, url) ?? { kind: 'other' };
  if (isPage(document)) return { kind: 'page' };
  if (!/<(?:\w+:)?(?:rss|feed|rdf|channel|item|entry)\b/i.test(document)) return { kind: 'other' };
  const { text: beginning, items } = firstItems(document);
  if (isDeep(beginning)) return { kind: 'other' };
  const found = strict(beginning, url);
  // Fewer items than expected: part of the document could not be parsed.
  if (found && found.feed.items.length >= items) return found;
  const fragments = readFragments(beginning, url, MAX_ITEMS);
  const most = found && found.feed.items.length >= fragments.items.length ? found.feed : fragments;
  return { kind: 'feed', feed: most };
}

/** Returns the part of a document that contains the first `MAX_ITEMS` items, and their number. */
function firstItems(document: string): { text: string; items: number } {
  const start = /<(?:\w+:)?(?:item|entry)[\s>]/gi;
  for (let items = 0; ; items++) {
    if (!start.exec(document)) return { text: document, items };
    if (items === MAX_ITEMS) return { text: document.slice(0, start.lastIndex - 1).replace(/<[^<]*$/, ''), items };
  }
}

/** Deeper than any feed; parsing time grows with the square of the depth. */
const MAX_DEPTH = 200;

function isDeep(document: string): boolean {
  let depth = 0;
  for (const [tag] of document.matchAll(/<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->|<\/?[a-z][^<>]*>/gi)) {
    if (tag.startsWith('</')) depth--;
    else if (!tag.startsWith('<!') && !tag.endsWith('/>')) depth++;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}

function strict(document: string, url: string): { kind: 'feed'; feed: ParsedFeed } | undefined {
  try {
    return { kind: 'feed', feed: readByFeedsmith(document, url, MAX_ITEMS) };
  } catch {
    return undefined;
  }
}

/** Removes what precedes the document, such as a warning of its generator, and characters that XML does not allow. */
function withoutNoise(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  const clean = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufeff\ufffe\uffff]/g, '');
  const start = firstPart(clean, 20_000).search(/<\?xml|<(?:rss|feed|rdf:rdf|!doctype|html)\b/i);
  return (/^\s*\{/.test(clean) || start < 0 ? clean : clean.slice(start)).trim();
}

/** Decodes texts in base64, as Atom 0.3 allows. */
const withoutBase64 = (document: string): string =>
  document.includes('base64')
    ? document.replace(
        /(<(?:\w+:)?(?:content|summary|title)\b[^<>]*\bmode=["']base64["'][^<>]*>)([A-Za-z\d+/=\s]+)(?=<\/)/g,
        (_, tag: string, text: string) =>
          `${tag}<![CDATA[${Buffer.from(text, 'base64').toString().replaceAll(']]>', '')}]]>`,
      )
    : document;

const isPage = (document: string): boolean =>
  /^(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html)\b/i.test(
    firstPart(document, 8_000),
  );
