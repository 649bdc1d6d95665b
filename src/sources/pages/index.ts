import { LRUCache } from 'lru-cache';
import type { CatalogEntry } from '#core/catalog';
import { UserError } from '#core/errors';
import { message } from '#core/messages/index';
import { decodeWeb } from '../charset.ts';
import { FetchError } from '../fetch/errors.ts';
import type { Fetched, Fetcher } from '../fetch/index.ts';
import { isForeign } from '../foreign.ts';
import { articleAddress } from './address.ts';
import { type Kind, kindOf, REFUSALS } from './kind.ts';
import { isPaywalled } from './wall.ts';

export interface PageReaderOptions {
  readonly fetcher: Pick<Fetcher, 'fetch' | 'check'>;
  /** Reads a page as an article. @throws UserError if it is not an article, or not in English. */
  readonly read: (name: string, text: string) => Promise<CatalogEntry>;
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
}

/** Reads the articles of web pages. */
export interface PageReader {
  /**
   * Returns the article of a page. The same page is not fetched again within ten minutes, even for another user.
   *
   * @throws UserError with a one-sentence reason if there is none.
   */
  read(url: string): Promise<CatalogEntry>;
}

const KEPT_MS = 600_000;
/** Temporary failures are retried sooner. */
const RETRY_MS = 60_000;
const PASSING: ReadonlySet<string> = new Set(['timeout', 'busy', 'server', 'unreachable']);

/** The maximum number of cached pages, each with its briefing. */
const MAX_KEPT = 50;

interface Kept {
  readonly entry: Promise<CatalogEntry>;
  until: number;
}

export function makePageReader({ fetcher, read, now }: PageReaderOptions): PageReader {
  const kept = new LRUCache<string, Kept>({ max: MAX_KEPT });
  return {
    async read(address) {
      const url = fetcher.check(address);
      const known = kept.get(url);
      if (known && known.until > now()) return known.entry;
      const fresh: Kept = { entry: readPage(url, fetcher, read), until: now() + KEPT_MS };
      kept.set(url, fresh);
      fresh.entry.catch((error) => {
        if (error instanceof FetchError && PASSING.has(error.failure)) fresh.until = now() + RETRY_MS;
        else if (!(error instanceof UserError)) kept.delete(url);
      });
      return fresh.entry;
    },
  };
}

const ACCEPT = 'text/html,application/xhtml+xml;q=0.9,text/plain;q=0.5,*/*;q=0.1';

async function readPage(url: string, fetcher: PageReaderOptions['fetcher'], read: PageReaderOptions['read']) {
  return readFetched(await fetcher.fetch({ url, accept: ACCEPT }), read);
}

/** Reads the article of a fetched page. @throws UserError if it has none. */
async function readFetched({ url, headers, bytes }: Fetched, read: PageReaderOptions['read']): Promise<CatalogEntry> {
  const { host } = new URL(url);
  const kind = kindOf(bytes, headers['content-type']);
  if (kind !== 'html' && kind !== 'text') throw new UserError(REFUSALS[kind](host));
  const text = decodeWeb(bytes, headers['content-type'], 'html');
  const entry = await reading(read(NAMES[kind], text), host);
  const words = wordCount(entry);
  if (isPaywalled(text, words)) {
    throw new UserError(message('page.paywall', { host }));
  }
  if (words < MIN_WORDS || !hasSentence(entry)) throw noArticle(host);
  return withAddress(entry, articleAddress(entry.article.url, url));
}

const NAMES = { html: 'page.html', text: 'page.txt' } as const satisfies Partial<Record<Kind, string>>;

/** Fewer words are a notice, a menu, or the beginning of a story. */
const MIN_WORDS = 40;

/** The errors of the library refer to files; here, the input was a page. */
async function reading(work: Promise<CatalogEntry>, host: string): Promise<CatalogEntry> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof UserError) || isForeign(error)) throw error;
    throw noArticle(host, error);
  }
}

const noArticle = (host: string, cause?: unknown): UserError =>
  new UserError(message('page.noArticle', { host }), { cause });

function wordCount({ article: { parts, text } }: CatalogEntry): number {
  return parts
    .filter(({ kind }) => kind === 'paragraph')
    .reduce((sum, { span }) => sum + (text.slice(span.start, span.end).match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0);
}

/** Whether a paragraph ends like a sentence: in a list of headlines, none does. */
const hasSentence = ({ article: { parts, text } }: CatalogEntry): boolean =>
  parts.some(({ kind, span }) => kind === 'paragraph' && SENTENCE_END.test(text.slice(span.start, span.end)));

const SENTENCE_END = /[.!?…]["'”’»)\]]*\s*$/;

function withAddress({ article, briefing, ...entry }: CatalogEntry, url: string): CatalogEntry {
  const found = { ...article, url };
  return { ...entry, article: found, briefing: { ...briefing, article: found } };
}
