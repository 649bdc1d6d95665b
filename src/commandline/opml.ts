import type { Question, Upload } from '#core/ports';

/** What is asked for with a list of feeds that is attached to a message. */
export const IMPORT_FEEDS: Question = { kind: 'call', command: 'feeds import', options: { file: 'attached' } };

/** The text of an upload that is a list of feeds; undefined for any other. */
export function opmlIn({ name, content }: Upload): string | undefined {
  if (!/\.opml$/i.test(name)) return undefined;
  const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
  return /<opml[\s>]/i.test(text) ? text : undefined;
}
