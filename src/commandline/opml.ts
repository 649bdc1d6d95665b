import type { Question, Upload } from '#core/ports';

/** The invocation for an OPML file attached to a message. */
export const IMPORT_FEEDS: Question = { kind: 'call', command: 'feeds import', options: { file: 'attached' } };

/** The text of an uploaded OPML file; undefined for any other upload. */
export function opmlIn({ name, content }: Upload): string | undefined {
  if (!/\.opml$/i.test(name)) return undefined;
  const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
  return /<opml[\s>]/i.test(text) ? text : undefined;
}
