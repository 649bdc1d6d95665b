import type { Published } from '#core/article';
import { UserError } from '#core/errors';
import { parseNames } from '../text/byline.ts';
import { parseStamp } from '../text/timestamp.ts';

/** What the lines between `---` and `---` say of the article. */
export interface FrontMatter {
  readonly title?: string;
  readonly subtitle?: string;
  readonly authors: readonly string[];
  readonly published?: Published;
  readonly publisher?: string;
  readonly url?: string;
  readonly language?: string;
  /** Where the body begins. */
  readonly end: number;
}

/** The names that fields go by; the first is the one to use. */
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
 * The front matter at the start of a Markdown file; undefined where there is none.
 *
 * @throws UserError with the line where it is broken and what to do.
 */
export async function readFrontMatter(text: string): Promise<FrontMatter | undefined> {
  const start = OPENING.exec(text)?.[0].length;
  if (start === undefined) return undefined;
  const body = text.slice(start);
  const closing = CLOSING.exec(body);
  // A file may open with a rule; it is front matter where a field comes next.
  if (!/^\s*[\w-]+[ \t]*:/.test(body))
    return closing?.index === 0 ? { authors: [], end: start + closing.index + closing[0].length } : undefined;
  if (!closing)
    throw new UserError('The front matter that opens in line 1 is never closed: put a line of --- after it.');
  const yaml = body.slice(0, closing.index);
  return { ...fieldsOf(await parse(yaml), yaml), end: start + closing.index + closing[0].length };
}

/** YAML's core schema: a date stays the words it is written in. */
async function parse(yaml: string): Promise<Record<string, unknown>> {
  const { CORE_SCHEMA, load, YAMLException } = await import('js-yaml');
  let fields: unknown;
  try {
    fields = load(yaml, { schema: CORE_SCHEMA });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    // Line 1 of the file is the opening ---.
    const line = (error.mark?.line ?? 0) + 2;
    throw new UserError(
      `The front matter is broken in line ${line} (${error.reason}): write one “name: value” a line, and put a value with a colon or a quotation mark into quotes.`,
    );
  }
  if (typeof fields === 'object' && fields !== null && !Array.isArray(fields)) return fields as Record<string, unknown>;
  throw new UserError(
    'The front matter is no list of fields: write one “name: value” a line, such as “title: Talks end”.',
  );
}

function fieldsOf(fields: Record<string, unknown>, yaml: string): Omit<FrontMatter, 'end'> {
  const get = (names: readonly string[]) =>
    names.map((name) => wordsOf(fields[name])).find((words) => words.length > 0) ?? [];
  const [title] = get(FIELDS.title);
  const [subtitle] = get(FIELDS.subtitle);
  const [source] = get(FIELDS.source);
  const [url] = get(FIELDS.url);
  const [language] = get(FIELDS.language);
  const [stamp] = get(FIELDS.published);
  return {
    ...(title && { title }),
    ...(subtitle && { subtitle }),
    authors: get(FIELDS.author).flatMap(parseNames),
    ...(stamp && { published: publishedOf(stamp, yaml) }),
    ...(source && { publisher: source }),
    ...(url && { url }),
    ...(language && { language }),
  };
}

/** A field's words: a scalar's, or those of each item of a list; `name` of a mapping. */
function wordsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(wordsOf);
  if (typeof value === 'object' && value !== null) return wordsOf((value as { name?: unknown }).name);
  const words = value === undefined || value === null ? '' : String(value).replace(/\s+/g, ' ').trim();
  return words ? [words] : [];
}

function publishedOf(stamp: string, yaml: string): Published {
  const published = parseStamp(stamp)?.published;
  if (published) return published;
  const names = FIELDS.published.join('|');
  const line = yaml.split(/\r\n?|\n/).findIndex((words) => new RegExp(`^["']?(?:${names})\\b`).test(words)) + 2;
  throw new UserError(
    `The front matter’s date in line ${line}, “${stamp.slice(0, 40)}”, cannot be read: write it as 2024-10-22 or 2024-10-22T15:40+09:00.`,
  );
}
