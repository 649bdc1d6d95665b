import { Parser } from 'htmlparser2';
import type { FeedItem, ParsedFeed } from './feed.ts';
import { itemOf, longest } from './from-feedsmith.ts';
import { absoluteLink } from './links.ts';
import { plainTitle } from './plain-text.ts';

const ITEMS = new Set(['item', 'entry']);

/** The content of each element of an item: its text, or its markup if it has any. */
type Fields = Map<string, string[]>;

/**
 * Reads what can be read of a malformed feed: undefined entities, unclosed elements, a truncated document. Incomplete
 * items are included. Entities are not expanded. Never throws.
 */
export function readFragments(text: string, url: string, maxItems: number): ParsedFeed {
  const head: Fields = new Map();
  const items: Fields[] = [];
  const open: string[] = [];
  // <atom:feed>: its elements have the same prefix.
  const prefix = /<(\w+:)(?:feed|entry|rss)\b/i.exec(text)?.[1]?.toLowerCase();
  const bare = (tag: string): string => (prefix && tag.startsWith(prefix) ? tag.slice(prefix.length) : tag);
  let item: Fields | undefined;
  let field: { readonly depth: number; readonly name: string; text: string } | undefined;

  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        const name = bare(tag);
        open.push(name);
        // <ttl>60<ttl>: a field before the items that is never closed.
        if (field && !(ITEMS.has(name) && item === undefined)) return;
        if (ITEMS.has(name)) {
          field = undefined;
          item = new Map();
          if (items.length < maxItems) items.push(item);
          if (attributes['rdf:about']) add(item, 'id', attributes['rdf:about']);
          return;
        }
        const fields = item ?? head;
        if (name === 'link' && attributes.href && (attributes.rel ?? 'alternate') === 'alternate') {
          add(fields, 'link', attributes.href);
        }
        if (name === 'guid' && attributes.ispermalink === 'false') add(fields, 'opaque', 'yes');
        field = CONTAINERS.has(name) ? undefined : { depth: open.length, name, text: '' };
      },
      ontext(data) {
        if (field) field.text += data;
      },
      onclosetag(tag) {
        if (field && open.length <= field.depth) {
          add(item ?? head, field.name, field.text);
          field = undefined;
        }
        open.pop();
        if (ITEMS.has(bare(tag))) item = undefined;
      },
    },
    { xmlMode: true, decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true, recognizeCDATA: true },
  );
  parser.end(text);

  const site = absoluteLink(first(head, 'link'), url);
  return {
    title: plainTitle(first(head, 'title') ?? ''),
    ...(site === undefined ? {} : { site }),
    pace: {},
    items: items.map((fields) => itemFrom(fields, site, url)),
  };
}

const CONTAINERS = new Set(['rss', 'channel', 'feed', 'rdf:rdf', 'image', 'author', 'items', 'rdf:seq']);

function add(fields: Fields, name: string, text: string): void {
  if (text.trim() !== '') fields.set(name, [...(fields.get(name) ?? []), text.trim()]);
}

const first = (fields: Fields, name: string): string | undefined => fields.get(name)?.[0];

function itemFrom(fields: Fields, site: string | undefined, url: string): FeedItem {
  const get = (...names: readonly string[]): string[] => names.flatMap((name) => fields.get(name) ?? []);
  const [id] = get('guid', 'id');
  const permalink = !fields.has('opaque') && /^https?:/i.test(id ?? '') ? id : undefined;
  return itemOf({
    id,
    url: absoluteLink(first(fields, 'link') ?? permalink, site, url),
    title: get('title', 'dc:title')[0],
    content: longest(...get('content:encoded', 'content', 'description', 'summary')),
    authors: get('dc:creator', 'name'),
    published: get('pubdate', 'published', 'dc:date', 'issued', 'created', 'updated'),
    updated: get('updated', 'modified', 'dcterms:modified'),
  });
}
