import { type Message, message } from '#core/messages/index';

/** The type of a fetched document. */
export type Kind = 'html' | 'text' | 'feed' | 'pdf' | 'media' | 'data';

/** The error message for each type that is not a page, by host. */
export const REFUSALS: Readonly<Record<Exclude<Kind, 'html' | 'text'>, (host: string) => Message>> = {
  feed: () => message('page.isFeed'),
  pdf: (host) => message('page.isPdf', { host }),
  media: (host) => message('page.isMedia', { host }),
  data: (host) => message('page.isData', { host }),
};

/** Detects the type from the content first, and from the Content-Type header otherwise. */
export function kindOf(bytes: Uint8Array, contentType = ''): Kind {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2_000));
  if (head.startsWith('%PDF-')) return 'pdf';
  if (/^(?:image|audio|video)\//i.test(contentType)) return 'media';
  if (/^[\s\S]{0,500}?<(?:rss|rdf:rdf|feed)[\s>]/i.test(head) && !/<html[\s>]/i.test(head)) return 'feed';
  if (/<(?:!doctype\s+html|html|head|body|p|div|article)[\s>]/i.test(head)) return 'html';
  if (/^text\/html|xhtml/i.test(contentType)) return 'html';
  if (/json/i.test(contentType) && /"version"\s*:\s*"https:\/\/jsonfeed\.org/.test(head)) return 'feed';
  return /^text\/(?:plain|markdown)/i.test(contentType) ? 'text' : 'data';
}
