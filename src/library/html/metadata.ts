import type { Published } from '#core/article';
import { parseCredit, parseNames } from '../text/byline.ts';
import { parseStamp } from '../text/timestamp.ts';
import { type Element, type Page, textOf } from './scan.ts';

/** Metadata of the article in a page, outside the article itself. */
export interface Metadata {
  /** Candidates for the title, most likely first. */
  readonly titles: readonly string[];
  readonly authors: readonly string[];
  readonly published?: Published;
  readonly publisher?: string;
  readonly url?: string;
  readonly language?: string;
}

/** The `<meta>` names of each field, most likely first. */
const META = {
  title: [
    'og:title',
    'citation_title',
    'twitter:title',
    'parsely-title',
    'dc.title',
    'sailthru.title',
    'title',
    'headline',
  ],
  author: [
    'author',
    'article:author',
    'byl',
    'parsely-author',
    'citation_author',
    'dc.creator',
    'sailthru.author',
    'authors',
  ],
  published: [
    'article:published_time',
    'datepublished',
    'parsely-pub-date',
    'citation_publication_date',
    'pubdate',
    'publishdate',
    'dc.date.issued',
    'dcterms.created',
    'sailthru.date',
    'dc.date',
    'date',
    'og:published_time',
  ],
  publisher: ['og:site_name', 'application-name', 'dc.publisher', 'citation_journal_title', 'publisher'],
  url: ['og:url', 'parsely-link', 'twitter:url'],
} as const;

/** Reads the metadata: from JSON-LD first, then from `<meta>`, then from elements with common class names. */
export function metadataOf(page: Page): Metadata {
  const linked = linkedData(page);
  const meta = metaContents(page.elements);
  const get = (names: readonly string[]) => names.flatMap((name) => meta.get(name) ?? []);
  const [publisher] = [...linked.publisher, ...get(META.publisher)];
  const [url] = [...linked.url, ...canonical(page.elements), ...get(META.url)].filter((value) =>
    /^https?:\/\//.test(value),
  );
  const dates = [...linked.published, ...get(META.published), ...timesOnPage(page)];
  const published = dates.map((date) => parseStamp(date)?.published).find((date) => date !== undefined);
  const language = page.elements.find(({ name }) => name === 'html')?.attributes.lang ?? linked.language[0];
  return {
    titles: [...linked.title, ...get(META.title), ...titleElement(page)],
    authors: firstNames([linked.author, get(META.author), bylinesOnPage(page)]),
    ...(published && { published }),
    ...(publisher && { publisher }),
    ...(url && { url }),
    ...(language && { language }),
  };
}

/** Returns the names of the first list that has any; addresses and account names do not count. */
function firstNames(lists: readonly (readonly string[])[]): string[] {
  const names = lists.map((list) => list.filter((name) => !/^https?:|^@|\//.test(name)).flatMap(parseNames));
  return [...new Set(names.find((list) => list.length > 0))];
}

/** The maximum number of values of a name; pages have a handful. */
const MAX_VALUES = 50;

function metaContents(elements: readonly Element[]): Map<string, string[]> {
  const contents = new Map<string, string[]>();
  for (const { name, attributes } of elements) {
    const key = (attributes.property ?? attributes.name ?? attributes.itemprop)?.toLowerCase();
    const content = attributes.content?.replace(/\s+/g, ' ').trim();
    if (name === 'meta' && key && content) {
      const known = contents.get(key);
      if (!known) contents.set(key, [content]);
      else if (known.length < MAX_VALUES) known.push(content);
    }
  }
  return contents;
}

const canonical = (elements: readonly Element[]): string[] =>
  elements.flatMap(({ name, attributes }) =>
    name === 'link' && attributes.rel === 'canonical' && attributes.href ? [attributes.href] : [],
  );

const titleElement = ({ elements, raws }: Page): string[] =>
  raws
    .filter(({ element }) => elements[element]?.name === 'title')
    .map(({ text }) => text.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .slice(0, 1);

interface LinkedData {
  readonly title: string[];
  readonly author: string[];
  readonly published: string[];
  readonly publisher: string[];
  readonly url: string[];
  readonly language: string[];
}

/** Reads the article's metadata from JSON-LD; malformed JSON is skipped. */
function linkedData({ elements, raws }: Page): LinkedData {
  const scripts = raws.filter(({ element }) =>
    /^application\/ld\+json/i.test(elements[element]?.attributes.type ?? ''),
  );
  const article = scripts
    .flatMap(({ text }) => parsed(text))
    .find(({ '@type': type }) => /Article|Report|BlogPosting/.test(String(type)));
  const get = (key: string, inner = 'name') => strings(article?.[key], inner);
  return {
    title: get('headline'),
    author: get('author'),
    published: [...get('datePublished'), ...get('dateCreated')],
    publisher: get('publisher'),
    url: [...get('mainEntityOfPage', '@id'), ...get('url')],
    language: get('inLanguage'),
  };
}

type JsonObject = Readonly<Record<string, unknown>>;

/** The objects in a script: a single one, an array, or a graph. */
function parsed(json: string): JsonObject[] {
  try {
    const value: unknown = JSON.parse(json.replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[)|(?:-->|\/\/\s*\]\]>)\s*$/g, ''));
    const things = (Array.isArray(value) ? value : [value]).filter(isThing);
    return things.flatMap((thing) => [
      thing,
      ...(Array.isArray(thing['@graph']) ? thing['@graph'].filter(isThing) : []),
    ]);
  } catch {
    return [];
  }
}

const isThing = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function strings(value: unknown, inner: string): string[] {
  if (typeof value === 'string') return value.trim() ? [value.replace(/\s+/g, ' ').trim()] : [];
  if (Array.isArray(value))
    return value.slice(0, 50).flatMap((item) => (Array.isArray(item) ? [] : strings(item, inner)));
  return isThing(value) && typeof value[inner] === 'string' ? strings(value[inner], inner) : [];
}

const BYLINE = /(?:^|[\s_-])(?:by-?line|authors?|author-?name|contributors?)(?:$|[\s_-])/i;

/** The names in elements marked up as bylines. */
function bylinesOnPage(page: Page): string[] {
  const isByline = ({ attributes: { class: names, rel, itemprop } }: Element) =>
    rel === 'author' || itemprop === 'author' || (names !== undefined && BYLINE.test(names));
  return wordsInside(page, isByline).flatMap(
    (words) => parseCredit(words)?.authors ?? parseCredit(`By ${words}`)?.authors ?? [],
  );
}

const timesOnPage = ({ elements }: Page): string[] =>
  elements.flatMap(({ name, attributes: { datetime } }) => (name === 'time' && datetime ? [datetime] : []));

/** The visible text of the first few matching elements; nested matches count once. */
function wordsInside(page: Page, fits: (element: Element) => boolean): string[] {
  const owner: number[] = [];
  page.elements.forEach((element, index) => {
    owner[index] = owner[element.parent] ?? -1;
    if (owner[index] === -1 && fits(element)) owner[index] = index;
  });
  const words = new Map<number, string>();
  for (const token of page.tokens) {
    const index = owner[token.element] ?? -1;
    if (index >= 0 && (words.size < 6 || words.has(index)))
      words.set(index, `${words.get(index) ?? ''}${textOf(page, token)}`);
  }
  return [...words.values()]
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => text && text.length < 200);
}
