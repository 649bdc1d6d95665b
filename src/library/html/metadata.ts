import type { Published } from '#core/article';
import { isBareName, parseNames } from '../text/byline.ts';
import { parseStamp } from '../text/timestamp.ts';
import { linkedData } from './linked-data.ts';
import { insideOf } from './measure.ts';
import type { Element, Page } from './scan.ts';

/** Metadata of the article in a page, outside the article itself. */
export interface Metadata {
  /** Candidates for the title, most likely first. */
  readonly titles: readonly string[];
  /** The title for links to the page (Open Graph). */
  readonly linkTitle?: string;
  /** What the page says about the article in a sentence. */
  readonly descriptions: readonly string[];
  readonly authors: readonly string[];
  readonly published?: Published;
  readonly publisher?: string;
  readonly url?: string;
  readonly language?: string;
  /** The text of the article in linked data. */
  readonly text?: string;
}

/** The `<meta>` names of each field, most likely first; `publish_date`, `publish-date` and `PublishDate` are one name. */
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
    'byline',
    'parsely-author',
    'citation_author',
    'dc.creator',
    'sailthru.author',
    'search.byline',
    'authors',
  ],
  published: [
    'article:published_time',
    'datepublished',
    'parsely-pub-date',
    'citation_publication_date',
    'pubdate',
    'publishdate',
    'publicationdate',
    'article:publication_date',
    'dc.date.issued',
    'dcterms.created',
    'dcterms.date',
    'sailthru.date',
    'dc.date',
    'date',
    'og:published_time',
    'og:article:published_time',
  ],
  publisher: ['og:site_name', 'application-name', 'dc.publisher', 'citation_journal_title', 'publisher'],
  url: ['og:url', 'parsely-link', 'twitter:url'],
  linkTitle: ['og:title'],
  description: ['og:description', 'description', 'twitter:description', 'dc.description'],
} as const;

/** A `<meta>` name without its case and punctuation, which differ between sites. */
const plainName = (name: string): string => name.toLowerCase().replace(/[\s.:_-]+/g, '');

/** Reads the metadata: from JSON-LD first, then from `<meta>`. */
export function metadataOf(page: Page): Metadata {
  const linked = linkedData(page);
  const meta = metaContents(page.elements);
  const get = (names: readonly string[]) => names.flatMap((name) => meta.get(plainName(name)) ?? []);
  const [publisher] = [...linked.publisher, ...get(META.publisher)];
  const [url] = [...linked.url, ...canonical(page.elements), ...get(META.url)].filter((value) =>
    /^https?:\/\//.test(value),
  );
  const dates = [...linked.published, ...get(META.published)];
  const [linkTitle] = get(META.linkTitle);
  const published = dates.map((date) => parseStamp(date)?.published).find((date) => date !== undefined);
  const language = page.elements.find(({ name }) => name === 'html')?.attributes.lang ?? linked.language[0];
  return {
    titles: [...linked.title, ...get(META.title), ...titleElement(page)],
    descriptions: [...linked.description, ...get(META.description)].slice(0, MAX_DESCRIPTIONS),
    ...(linkTitle && { linkTitle }),
    authors: firstNames([linked.author, get(META.author)]),
    ...(published && { published }),
    ...(publisher && { publisher }),
    ...(url && { url }),
    ...(language && { language }),
    ...(linked.text[0] && { text: linked.text[0] }),
  };
}

/**
 * Returns the names of the first list that has any, or of a later one that has those and more people; addresses and account names
 * do not count.
 */
export function firstNames(lists: readonly (readonly string[])[]): string[] {
  const all = lists
    .map((list) => [...new Set(list.filter((name) => !/^https?:|^@|\//.test(name)).flatMap(parseNames))])
    .filter((names) => names.length > 0);
  const [first = []] = all;
  const isFuller = (names: readonly string[]): boolean =>
    names.length > first.length &&
    first.every((name) => names.includes(name)) &&
    names.every((name) => first.includes(name) || isBareName(name));
  return all.find(isFuller) ?? first;
}

/** The maximum number of descriptions that are compared with the page. */
const MAX_DESCRIPTIONS = 5;

/** The maximum number of values of a name; pages have a handful. */
const MAX_VALUES = 50;

/** Microdata items that are not the article: a video in it has a name and a date of its own. */
const OTHER_ITEM = /schema\.org\/(?:\w*(?:Audio|Image|Media|Video)Object|ItemList|Comment|Product|Event|Place)$/i;

export const isOtherItem = ({ attributes }: Element): boolean => OTHER_ITEM.test(attributes.itemtype ?? '');

function metaContents(elements: readonly Element[]): Map<string, string[]> {
  const contents = new Map<string, string[]>();
  const isOther = insideOf(elements, isOtherItem);
  for (const [index, { name, attributes }] of elements.entries()) {
    if (isOther[index] && attributes.property === undefined && attributes.name === undefined) continue;
    const key = plainName(attributes.property ?? attributes.name ?? attributes.itemprop ?? '');
    // Some sites escape it as a string of a program: `Ship\'s captain`.
    const content = attributes.content
      ?.replace(/\\(?=['"])/g, '')
      .replace(/\s+/g, ' ')
      .trim();
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
