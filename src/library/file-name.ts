import { extname } from 'node:path';
import type { ArticleFormat } from '#core/article';
import { firstPart } from '#text/truncate';
import { isArticleName } from './folder.ts';

/** File systems allow 255 bytes, of which a number and a temporary prefix take some. */
const MAX_NAME_BYTES = 200;

const EXTENSIONS: Readonly<Record<ArticleFormat, string>> = { text: '.txt', markdown: '.md', html: '.html' };

/** Characters that some file system does not allow, and those that are not visible or reverse the order of others. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"|?*]/gu;

/** Names of devices on Windows, with any extension. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * Returns a file name for an article, valid on every system and read by the catalog.
 *
 * @param given a file name from elsewhere; folders in it are removed.
 * @param format decides the extension if the name has none of an article.
 */
export function fileNameOf(given: string, format: ArticleFormat): string {
  const name = (given.split(/[/\\]/).at(-1) ?? '')
    .normalize('NFC')
    .replace(UNSAFE, ' ')
    .replace(/\s+/g, ' ')
    // Names that begin so are hidden, or belong to editors.
    .replace(/^[\s.~#]+|[\s.]+$/g, '');
  const extension = isArticleName(name) ? extname(name) : EXTENSIONS[format];
  const stem = cutToBytes(isArticleName(name) ? name.slice(0, -extension.length) : name).trim() || 'article';
  return `${stem}${DEVICE.test(stem.split('.')[0] ?? '') ? '-' : ''}${extension}`;
}

function cutToBytes(stem: string): string {
  let cut = firstPart(stem, MAX_NAME_BYTES);
  while (Buffer.byteLength(cut) > MAX_NAME_BYTES - 10) cut = firstPart(cut, cut.length - 1);
  return cut;
}
