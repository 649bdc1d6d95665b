import type { Published } from '#core/article';
import { UserError } from '#core/errors';
import { message } from '#core/messages/index';
import { parseNames } from '../text/byline.ts';
import { parseStamp } from '../text/timestamp.ts';
import { labelledHead, tomlHead } from './other-heads.ts';
import { parseYaml } from './yaml.ts';

/** The metadata in the front matter. */
export interface FrontMatter {
  readonly title?: string;
  readonly subtitle?: string;
  readonly authors: readonly string[];
  readonly published?: Published;
  readonly publisher?: string;
  readonly url?: string;
  readonly language?: string;
  /** The offset of the body. */
  readonly end: number;
}

/** The names of each field; the first is the recommended one. */
const FIELDS = {
  title: ['title', 'headline'],
  subtitle: ['subtitle', 'subheadline', 'standfirst', 'dek'],
  author: ['author', 'authors', 'byline', 'by'],
  published: ['published', 'date', 'publishedAt', 'published_at', 'published_time', 'pubDate', 'datePublished'],
  source: ['source', 'publisher', 'publication', 'site', 'site_name', 'outlet'],
  url: ['url', 'link', 'permalink', 'canonical', 'source_url'],
  language: ['language', 'lang'],
} as const;

const OPENING = /^\ufeff?---[ \t]*(?:\r\n?|\n)/;
const CLOSING = /^(?:---|\.\.\.)[ \t]*$/m;

/**
 * Reads the metadata at the start of a Markdown file: front matter in YAML or TOML, or labelled lines. Returns
 * undefined if there is none.
 *
 * @throws UserError with the line of the syntax error and the solution.
 */
export async function readFrontMatter(text: string): Promise<FrontMatter | undefined> {
  const head = tomlHead(text) ?? labelledHead(text);
  if (head) return { ...fieldsOf(head.fields), end: head.end };
  const start = OPENING.exec(text)?.[0].length;
  if (start === undefined) return undefined;
  const body = text.slice(start);
  const closing = CLOSING.exec(body);
  // A file may start with a thematic break; it is front matter if a field follows.
  if (!/^\s*[\w-]+[ \t]*:/.test(body))
    return closing?.index === 0 ? { authors: [], end: start + closing.index + closing[0].length } : undefined;
  if (!closing) throw new UserError(message('read.matterOpen'));
  const fields = await parseYaml(body.slice(0, closing.index));
  return { ...fieldsOf(fields), end: start + closing.index + closing[0].length };
}

function fieldsOf(fields: Readonly<Record<string, unknown>>): Omit<FrontMatter, 'end'> {
  const get = (names: readonly string[]) =>
    names.map((name) => wordsOf(fields[name])).find((words) => words.length > 0) ?? [];
  const [title] = get(FIELDS.title);
  const [subtitle] = get(FIELDS.subtitle);
  const [source] = get(FIELDS.source);
  const [url = isAddress(source) ? source : undefined] = get(FIELDS.url);
  const [language] = get(FIELDS.language);
  const published = get(FIELDS.published).map((stamp) => parseStamp(stamp)?.published)[0];
  return {
    ...(title && { title }),
    ...(subtitle && { subtitle }),
    authors: get(FIELDS.author).flatMap(parseNames),
    ...(published && { published }),
    ...(source && !isAddress(source) && { publisher: source }),
    ...(url && { url }),
    ...(language && { language }),
  };
}

const isAddress = (words: string | undefined): boolean => words !== undefined && /^https?:\/\/\S+$/i.test(words);

/** The texts of a field: a scalar, or each item of a list; `name` of a mapping. */
function wordsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(wordsOf);
  if (typeof value === 'object' && value !== null) return wordsOf((value as { name?: unknown }).name);
  const words = value === undefined || value === null ? '' : withoutBrackets(String(value)).replace(/\s+/g, ' ').trim();
  return words ? [words] : [];
}

// [[Jo Marsh]]   [[people/marsh|Jo Marsh]]   a link to a note, and the words it is shown with
//   ^^^^^^^^                    ^^^^^^^^
const withoutBrackets = (words: string): string => words.replace(/\[\[(?:[^[\]|]*\|)?([^[\]|]*)\]\]/g, '$1');
