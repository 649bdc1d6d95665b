import type { Article } from '#core/article';
import { UserError } from '#core/errors';
import { MAX_UPLOAD_BYTES, type Upload } from '#core/ports';
import { withoutWebAddresses } from '#text/web-address';
import { decode } from './decode.ts';
import { readArticle } from './read.ts';

/**
 * The article in a message, or in a file attached to one.
 *
 * @throws UserError where it is too long, holds no text or nothing but addresses, or is none that can be read.
 */
export async function readUpload({ name, content }: Upload): Promise<Article> {
  // A character of a message may take up to three bytes: what is surely too long is not turned into bytes.
  if (content.length > MAX_UPLOAD_BYTES) throw tooLong();
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  if (bytes.length > MAX_UPLOAD_BYTES) throw tooLong();
  requireWords(typeof content === 'string' ? content : decode(content));
  return readArticle(name, bytes);
}

const tooLong = (): UserError =>
  new UserError(`This is too long: ${MAX_UPLOAD_BYTES / 1000} KB at most. Hand in the article alone.`);

function requireWords(text: string): void {
  const rest = withoutWebAddresses(text);
  if (/[\p{L}\p{N}]/u.test(rest)) return;
  throw new UserError(
    rest === text
      ? 'There is no text to brief here: paste the article’s text, or attach it as a file.'
      : 'Links cannot be followed yet: paste the article’s text, or attach it as a file.',
  );
}
