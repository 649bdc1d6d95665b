import { basename } from 'node:path';
import type { Article, ArticleFormat } from '#core/article';
import { UserError } from '#core/errors';
import { message } from '#core/messages/index';
import { PAGE_NAME } from '#core/ports';
import { firstPart } from '#text/truncate';
import { collapseSpace, readAs } from './edits.ts';
import { decode, MAX_BYTES, tooLarge } from './encoding/decode.ts';
import { leanHtml } from './html/lean.ts';
import { requireEnglish } from './language.ts';
import type { ReadResult } from './reader.ts';
import { withRepairs } from './repairs/index.ts';

/**
 * Reads the article in the bytes of a file.
 *
 * @param name the file name: its extension determines the format if the content does not, the rest becomes the id.
 * @throws UserError if the bytes contain no readable article.
 */
export const readArticle = async (name: string, bytes: Uint8Array): Promise<Article> => readText(name, decode(bytes));

/** Reads the article in a decoded text. */
export async function readText(name: string, text: string): Promise<Article> {
  const format = formatOf(name, text);
  requireLength(text, format);
  const { article, language } = await (await readerOf(format))(text);
  const [first] = article.parts;
  if (!first) throw new UserError(message('read.noStory'));
  requireEnglish(wordsOf(article), language);
  return { id: idOf(name), ...withRepairs(article) };
}

/** The scripts and pictures of a page do not count. */
function requireLength(text: string, format: ArticleFormat): void {
  if (text.length <= MAX_BYTES) return;
  if (format !== 'html') throw tooLarge(text.length, MAX_BYTES);
  const { length } = leanHtml(text);
  if (length <= MAX_BYTES) return;
  throw new UserError(message('read.pageTooLarge', { size: (length / 1e6).toFixed(1) }));
}

/** Code for a single format is loaded on first use, for a fast cold start. */
const READERS: Readonly<Record<ArticleFormat, () => Promise<Reader>>> = {
  text: async () => (await import('./text/index.ts')).readText,
  markdown: async () => (await import('./markdown/index.ts')).readMarkdown,
  html: async () => (await import('./html/index.ts')).readHtml,
};
type Reader = (text: string) => ReadResult | Promise<ReadResult>;

/** Cached, because importing a loaded module still takes longer than reading a paragraph. */
const readers: Partial<Record<ArticleFormat, Promise<Reader>>> = {};

function readerOf(format: ArticleFormat): Promise<Reader> {
  readers[format] ??= READERS[format]();
  return readers[format];
}

const ENDINGS: readonly (readonly [pattern: RegExp, format: ArticleFormat])[] = [
  [/\.(?:md|markdown|mdown|mkd)$/i, 'markdown'],
  [PAGE_NAME, 'html'],
];

/** The lines above a page that a tool converted to Markdown. */
const LABELLED_HEAD = /^\ufeff?Title:[ \t]*\S[\s\S]*?^Markdown Content:[ \t]*$/m;

/** The format of a text. A Markdown or HTML extension is trusted, unless the text is a whole page. */
export function formatOf(name: string, text: string): ArticleFormat {
  if (isPage(text)) return 'html';
  const known = ENDINGS.find(([pattern]) => pattern.test(name))?.[1];
  if (LABELLED_HEAD.test(firstPart(text, 8000))) return 'markdown';
  return (
    known ?? (/^\ufeff?(?:---[ \t]*\r?\n[\w-]+[ \t]*:|\+\+\+[ \t]*\r?\n[\w-]+[ \t]*=)/.test(text) ? 'markdown' : 'text')
  );
}

const isPage = (text: string): boolean =>
  /^[\s\ufeff]*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b/i.test(
    firstPart(text, 4000),
  );

/** The beginning of the story's visible text, as much as language detection needs. */
function wordsOf({ text, parts, edits }: Pick<Article, 'text' | 'parts' | 'edits'>): string {
  const words: string[] = [];
  let length = 0;
  for (const { span } of parts) {
    const part = collapseSpace(
      readAs(text, { start: span.start, end: Math.min(span.end, span.start + 40_000) }, edits),
    );
    words.push(part);
    length += part.length;
    if (length > 20_000) break;
  }
  return words.join('\n');
}

/** Derives an article's id from its file name: `news/Über uns 2024.txt` → `uber-uns-2024`. */
export function idOf(name: string): string {
  const slug = basename(name)
    .replace(/(?<=.)\.[^.]*$/, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return slug || 'article';
}
