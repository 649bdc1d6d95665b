import { sanitize } from '#text/sanitize';
import { webAddress } from '#text/web-address';

// A backslash makes any character literal that is not a letter, digit or white space. A colon starts an emoji if
// another one follows in the same word (`:smile:`), possibly in the text that comes next, or belongs to a URL
// (`https://`); in `07:30` and `he said: yes` it does neither.
const MARKUP = /[\\`*_~|[\]<>#@]|:(?=\/\/|[^\s:]*(?::|$))(?!\d\d(?:[^\d\s:][^\s:]*)?$)/g;

// At the start of a line: a list item. Headings, quotations and small print are already escaped at this point.
const LIST_MARKER = /^(\s*)(?:([-+])|(\d+)\.)(?=\s|$)/;

/** Escapes untrusted text so that it is shown literally: no style, link, mention, emoji, time, heading or quotation. */
export const escapeText = (text: string): string => sanitize(text).replace(MARKUP, '\\$&');

/** Escapes the start of a line that would be read as a list item. */
export const escapeListMarker = (line: string): string =>
  line.replace(LIST_MARKER, (_, space: string, sign?: string, digits?: string) =>
    sign === undefined ? `${space}${digits}\\.` : `${space}\\${sign}`,
  );

export const startsWithListMarker = (line: string): boolean => LIST_MARKER.test(line);

/**
 * Whether a text can be the label of a masked link. Backslashes are not honored there, and a label with brackets, emoji
 * or a URL breaks the link: https://github.com/discord/discord-api-docs/issues/6185, /6116, /7721.
 */
export const isLabel = (text: string): boolean =>
  text.trim() !== '' && escapeText(text) === text && !/\p{Extended_Pictographic}/u.test(text);

// The registered host name. User information before it (`https://good.example@evil.example`) only looks like a host.
const HOST = /^https?:\/\/[\w.-]+(?::\d+)?(?=[/?#]|$)/i;

/**
 * Returns a URL as the target of a masked link, encoded so that it cannot close the parentheses or start other markup;
 * undefined if it is not the URL of a web page.
 */
export function linkAddress(href: string): string | undefined {
  const address = webAddress(href);
  if (address === undefined || !HOST.test(address)) return undefined;
  return address.replace(/[()[\]<>\\`*|\s]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}
