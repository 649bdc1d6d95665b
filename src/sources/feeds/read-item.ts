import type { Article, Published } from '#core/article';
import { type CatalogEntry, entryWith } from '#core/catalog';
import { UserError } from '#core/errors';
import type { ArchivedArticle, PendingItem, ReadItem } from '#core/storage/feed-store';
import { linkKey } from '#text/link-key';
import { FetchError } from '../fetch/errors.ts';
import { isForeign } from '../foreign.ts';

export interface ItemDeps {
  /** Reads the page of an article. @throws UserError if it has none. */
  readonly readPage: (url: string) => Promise<CatalogEntry>;
  /** Reads a text or a page from memory. @throws UserError if it is not an article, or not in English. */
  readonly readText: (name: string, text: string) => Promise<CatalogEntry>;
  /** Creates the entry of an article whose text is known. */
  readonly brief: (article: Article) => Promise<CatalogEntry>;
  readonly toArchived: (
    entry: CatalogEntry,
    known: Pick<ArchivedArticle, 'key' | 'published' | 'summaryOnly'>,
  ) => ArchivedArticle;
}

/** A story of this many words is complete: its page is not fetched. */
const WHOLE_STORY = 250;

/** The maximum number of attempts for a temporarily unavailable page, and milliseconds until the second attempt. */
const MAX_TRIES = 3;
const RETRY_MS = 600_000;
const PASSING: ReadonlySet<string> = new Set(['timeout', 'busy', 'server', 'unreachable']);

/** Returns the article of an item: the whole story from the feed, else from its page, else the summary in the feed. */
export async function readItem(item: PendingItem, now: number, deps: ItemDeps): Promise<ReadItem> {
  const own = item.content === undefined ? undefined : await readOwn(item, item.content, deps);
  if (own === 'foreign') return { kind: 'none' };
  if ((own && wordsIn(own) >= WHOLE_STORY) || item.url === undefined)
    return own ? keep(own, item, false, deps) : barely(item, deps);
  try {
    const page = await deps.readPage(item.url);
    return keep(own && wordsIn(own) > wordsIn(page) ? own : page, item, false, deps);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    if (isForeign(error)) return { kind: 'none' };
    if (error instanceof FetchError && error.failure === 'gone') return { kind: 'none', withdrawn: true };
    if (error instanceof FetchError && PASSING.has(error.failure) && item.attempts < MAX_TRIES) {
      return { kind: 'later', at: now + Math.max(error.retryAfter ?? 0, RETRY_MS * item.attempts) };
    }
    return own ? keep(own, item, true, deps) : barely(item, deps);
  }
}

/** Reads the story in the feed as a page; undefined if it has none that can be read. */
async function readOwn(
  { title }: PendingItem,
  content: string,
  { readText }: ItemDeps,
): Promise<CatalogEntry | 'foreign' | undefined> {
  const head = `<h1>${escaped(title)}</h1>`;
  const body = /<(?:p|div|br|li|h\d|blockquote|article|section)\b/i.test(content)
    ? content
    : content
        .split(/\n\s*\n/)
        .map((paragraph) => `<p>${paragraph}</p>`)
        .join('');
  const page = `<!doctype html><html><head><title>${escaped(title)}</title></head><body><article>${head}${body}</article></body></html>`;
  try {
    const entry = await readText('item.html', page);
    return wordsIn(entry) > 0 ? entry : undefined;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return isForeign(error) ? 'foreign' : undefined;
  }
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** Returns an article with only the title. */
async function barely(item: PendingItem, deps: ItemDeps): Promise<ReadItem> {
  const text = item.title;
  if (text === '') return { kind: 'none' };
  const article: Article = {
    ...{ id: 'item', text, format: 'text', title: text, authors: item.authors, language: 'en', edits: [] },
    parts: [{ kind: 'headline', span: { start: 0, end: text.length } }],
  };
  return keep(await deps.brief(article), item, true, deps);
}

function keep(entry: CatalogEntry, item: PendingItem, summaryOnly: boolean, deps: ItemDeps): ReadItem {
  const { article } = entry;
  const publisher = article.publisher ?? (item.feed.title || undefined);
  const url = article.url ?? item.url;
  const completed = entryWith(entry, {
    title: item.title || article.title,
    authors: article.authors.length > 0 ? article.authors : item.authors,
    published: article.published ?? publishedAt(item.published),
    ...(publisher === undefined ? {} : { publisher }),
    ...(url === undefined ? {} : { url }),
  });
  const key = item.url === undefined ? `item ${item.seq}` : linkKey(item.url);
  return { kind: 'article', article: deps.toArchived(completed, { key, published: item.published, summaryOnly }) };
}

function publishedAt(instant: number): Published {
  return { at: new Date(instant).toISOString().slice(0, 16), zone: 'Z' };
}

const wordsIn = ({ article: { parts, text } }: CatalogEntry): number =>
  parts
    .filter(({ kind }) => kind === 'paragraph')
    .reduce((sum, { span }) => sum + (text.slice(span.start, span.end).match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0);
