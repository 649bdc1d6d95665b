import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';

/** The content of an element: other elements and text. Text is always escaped when serialized. */
export type Child = ElementContent | string;

export type { Element };
export { h };

/** A link that opens in a new tab if its URL is a web URL; otherwise its text only. */
export function link(href: string | undefined, ...children: readonly Child[]): Element {
  const parsed = href === undefined ? null : URL.parse(href);
  if (!parsed || !/^https?:$/.test(parsed.protocol)) return h('span', ...children);
  return h('a', { href, target: '_blank', rel: 'noopener noreferrer' }, ...children);
}

/** A picture that the page itself serves, with the size in its name; its description only if it is anywhere else. */
export function picture(path: string, alt: string): Element {
  if (!/^\/(?!\/)/.test(path)) return h('span', `[picture: ${alt}]`);
  const [, width, height] = /-(\d+)x(\d+)\.png$/.exec(path) ?? [];
  return h('img.picture', { src: path, alt, ...(width && height ? { width, height } : {}) });
}

/** Converts the newlines of a text to line breaks. */
export const withBreaks = (text: string): readonly Child[] =>
  text.split('\n').flatMap((line, index): readonly Child[] => (index === 0 ? [line] : [h('br'), line]));
