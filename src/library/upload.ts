import type { Article } from '#core/article';
import { UserError } from '#core/errors';
import { message } from '#core/messages/index';
import { MAX_UPLOAD_BYTES, maxUploadBytes, type Upload } from '#core/ports';
import { withoutWebAddresses } from '#text/web-address';
import { decode } from './encoding/decode.ts';
import { readArticle } from './read.ts';

/**
 * Reads the article in a message or an attached file.
 *
 * @throws UserError if it is too long, contains no text or only addresses, or is not a readable article.
 */
export async function readUpload({ name, content }: Upload): Promise<Article> {
  const limit = typeof content === 'string' ? MAX_UPLOAD_BYTES : maxUploadBytes(name);
  // A character takes up to three bytes: text that is certainly too long is not encoded.
  if (content.length > limit) throw tooLong();
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  if (bytes.length > limit) throw tooLong();
  const text = typeof content === 'string' ? content : decode(content);
  if (text.length <= MAX_UPLOAD_BYTES) {
    requireWords(text);
    requireReport(text);
  }
  const article = await readArticle(name, bytes);
  const story = article.parts.reduce((sum, { span }) => sum + span.end - span.start, 0);
  if (story > MAX_UPLOAD_BYTES) throw tooLong();
  return article;
}

const tooLong = (): UserError => new UserError(message('read.tooLong', { most: MAX_UPLOAD_BYTES / 1000 }));

function requireWords(text: string): void {
  const rest = withoutWebAddresses(text);
  if (/[\p{L}\p{N}]/u.test(rest)) return;
  throw new UserError(message(rest === text ? 'read.noWords' : 'read.noLinks'));
}

/** The minimum words of a one-sentence report, more than most remarks have; several sentences need fewer. */
const MIN_WORDS = 40;
const MIN_WORDS_OF_SENTENCES = 20;
const MIN_SENTENCES = 2;

// SEOUL, Oct. 22 (AFN) —   Seoul (AFN) —   the dateline of a wire story, even of the shortest
const DATELINE =
  /^\s*(?:[A-ZÀ-Þ]{2}[A-ZÀ-Þ.'’ -]{0,38}(?:,\s[A-Za-zÀ-ž. ]{2,20}(?:\s\d{1,2})?)?,?\s(?:\([A-Za-zÀ-ž /.&-]{2,40}\)\s?)?|[A-ZÀ-Þ][A-Za-zÀ-ž., ’'-]{1,40}(?:\s\d{1,2})?,?\s\([A-Za-zÀ-ž /.&-]{2,40}\)\s?)(?:[—–]|--)\s/;
// “We waited,” Ann Lee said.   a quotation of two words or more
const QUOTATION = /[“"«„]([^“”"«»„]*)(?=[”"»“])/gu;
// Ann Lee said   said Lee   according to the ministry
const ATTRIBUTION =
  /\p{Lu}[\p{L}’'-]{1,40} (?:said|says|told|added|warned|announced|asked|wrote|argued|denied)\b|\b(?:said|says|added|warned|according to) (?:the )?\p{Lu}|\baccording to the\b|\bthe [\p{L} -]{3,40} (?:said|says|announced|warned)\b/u;

/** Requires a report: a remark has neither the length of an article nor what even the shortest report contains. */
function requireReport(text: string): void {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;
  if (words >= MIN_WORDS || DATELINE.test(text)) return;
  const isAttributed = ATTRIBUTION.test(text);
  if (isAttributed && (isQuoting(text) || words >= MIN_WORDS_OF_SENTENCES)) return;
  if (words >= MIN_WORDS_OF_SENTENCES && sentencesIn(text) >= MIN_SENTENCES) return;
  throw new UserError(message('error.noArticle'));
}

const isQuoting = (text: string): boolean =>
  Array.from(text.matchAll(QUOTATION)).some(
    ([, words = '']) => words.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length > 1,
  );

const sentencesIn = (text: string): number =>
  [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)].filter(({ segment }) =>
    /\p{L}/u.test(segment),
  ).length;
