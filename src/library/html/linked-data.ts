import { Parser } from 'htmlparser2';
import type { Page } from './scan.ts';

/** What linked data (JSON-LD) states about the article of a page; each list has the most likely value first. */
export interface LinkedData {
  readonly title: string[];
  readonly author: string[];
  readonly published: string[];
  readonly publisher: string[];
  readonly url: string[];
  readonly language: string[];
  readonly text: string[];
  readonly description: string[];
}

type JsonObject = Readonly<Record<string, unknown>>;

/** Reads the article's metadata from JSON-LD; malformed JSON is skipped. */
export function linkedData({ elements, raws }: Page): LinkedData {
  const scripts = raws.filter(({ element }) =>
    /^application\/ld\+json/i.test(elements[element]?.attributes.type ?? ''),
  );
  const things = scripts.flatMap(({ text }) => parsed(text));
  const article = things.find(isArticle);
  const byId = new Map(things.flatMap((thing) => (typeof thing['@id'] === 'string' ? [[thing['@id'], thing]] : [])));
  const get = (key: string, inner = 'name') => strings(resolved(article?.[key], byId), inner);
  return {
    title: get('headline'),
    author: [get('author'), get('creator')].find((names) => names.length > 0) ?? [],
    published: [...get('datePublished'), ...get('dateCreated')],
    publisher: get('publisher'),
    url: [...get('mainEntityOfPage', '@id'), ...get('url')],
    language: get('inLanguage'),
    text: get('articleBody'),
    description: [...get('alternativeHeadline'), ...get('description')],
  };
}

const isArticle = ({ '@type': type }: JsonObject): boolean => /Article|Report|BlogPosting/.test(String(type));

/** Properties that hold the article of a page. */
const HOLDERS = ['@graph', 'mainEntity', 'mainEntityOfPage'] as const;

/** How deep an article is searched: a graph of pages, each with its article. */
const MAX_NESTING = 3;

/** The objects in a script: a single one, an array, or a graph, and the main entity of each. */
function parsed(json: string): JsonObject[] {
  const bare = json.replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[)|(?:-->|\/\/\s*\]\]>)\s*$/g, '');
  for (const text of [bare, mended(bare)]) {
    try {
      return thingsIn(JSON.parse(text), MAX_NESTING);
    } catch {}
  }
  return [];
}

/** What templates leave in JSON: line breaks inside strings, a comma before a closing bracket, a semicolon at the end. */
const mended = (json: string): string =>
  json
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/,(?= ?[}\]])/g, '')
    .replace(/; ?$/, '');

function thingsIn(value: unknown, nesting: number): JsonObject[] {
  const things = (Array.isArray(value) ? value : [value]).filter(isThing);
  if (nesting === 0) return things;
  return things.flatMap((thing) => [
    thing,
    ...HOLDERS.flatMap((holder) => (holder in thing ? thingsIn(thing[holder], nesting - 1) : [])),
  ]);
}

const isThing = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Replaces references by `@id` with the objects that they refer to. */
function resolved(value: unknown, byId: ReadonlyMap<unknown, JsonObject>): unknown {
  if (Array.isArray(value)) return value.flat().map((item) => (Array.isArray(item) ? item : resolved(item, byId)));
  return isThing(value) && value.name === undefined ? { ...byId.get(value['@id']), ...value } : value;
}

/** The maximum number of values of a property. */
const MAX_VALUES = 50;

function strings(value: unknown, inner: string): string[] {
  if (typeof value === 'string') return value.trim() ? [decoded(value).replace(/\s+/g, ' ').trim()] : [];
  if (Array.isArray(value))
    return value.slice(0, MAX_VALUES).flatMap((item) => (Array.isArray(item) ? [] : strings(item, inner)));
  return isThing(value) && inner in value && !isThing(value[inner]) ? strings(value[inner], inner) : [];
}

/** Decodes character references, which some systems leave in linked data: `caf&eacute;` → `café` */
function decoded(text: string): string {
  if (!/&[#\w]+;/.test(text)) return text;
  const pieces: string[] = [];
  const parser = new Parser({ ontext: (piece) => pieces.push(piece) });
  parser.end(text.replaceAll('<', '&lt;'));
  return pieces.join('');
}
