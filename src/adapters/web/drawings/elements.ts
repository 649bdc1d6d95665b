import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';

/** What stands in an element: others and text. Text is escaped wherever it is written, so that it stays text. */
export type Child = ElementContent | string;

export type { Element };
export { h };

/** A link that opens beside the page, if its address is one of the web; its words alone otherwise. */
export function link(href: string | undefined, ...children: readonly Child[]): Element {
  const parsed = href === undefined ? null : URL.parse(href);
  if (!parsed || !/^https?:$/.test(parsed.protocol)) return h('span', ...children);
  return h('a', { href, target: '_blank', rel: 'noopener noreferrer' }, ...children);
}

/** Lines of a text with line breaks between them. */
export const withBreaks = (text: string): readonly Child[] =>
  text.split('\n').flatMap((line, index): readonly Child[] => (index === 0 ? [line] : [h('br'), line]));
