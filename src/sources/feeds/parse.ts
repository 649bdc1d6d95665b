import { firstPart } from '#text/truncate';
import type { ParsedFeed } from './feed.ts';
import { readByFeedsmith } from './from-feedsmith.ts';
import { readFragments } from './from-fragments.ts';
import { withRepairs } from './repairs.ts';

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
  const document = withRepairs(text);
  if (document.startsWith('{')) return strict(withJsonVersion(document), url) ?? { kind: 'other' };
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

/** Runs in linear time, even if nothing is closed. */
function isDeep(document: string): boolean {
  const markup = /<!\[CDATA\[|<!--|<\/?[a-z][^<>]*>/gi;
  let depth = 0;
  for (let match = markup.exec(document); match; match = markup.exec(document)) {
    const [tag] = match;
    if (tag.startsWith('<!')) {
      const end = document.indexOf(tag === '<!--' ? '-->' : ']]>', markup.lastIndex);
      if (end < 0) break;
      markup.lastIndex = end;
    } else if (tag.startsWith('</')) depth--;
    else if (!tag.endsWith('/>')) depth++;
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

/** The parser knows a JSON Feed by the address of its version; some give the number: `"version": "1.1"`. */
const withJsonVersion = (document: string): string =>
  firstPart(document, 20_000).includes('jsonfeed.org/version/')
    ? document
    : document.replace(/("version"\s*:\s*")(1(?:\.\d)?")/, '$1https://jsonfeed.org/version/$2');

const COMMENTS = '(?:<!--[\\s\\S]{0,2000}?-->\\s*)*';

/** A page, but not a feed that declares the document type of a page. */
const PAGE = new RegExp(
  `^(?:<\\?xml[^>]{0,200}\\?>\\s*)?${COMMENTS}<(?:!doctype\\s+html|html)\\b(?![^>]*>\\s*${COMMENTS}<(?:\\w+:)?(?:rss|feed|rdf)\\b)`,
  'i',
);

const isPage = (document: string): boolean => PAGE.test(firstPart(document, 8_000));
