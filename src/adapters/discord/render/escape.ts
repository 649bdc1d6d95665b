import { sanitize } from '#text/sanitize';
import { webAddress } from '#text/web-address';

// A backslash makes a letter of anything that is neither letter, digit nor white space. A colon begins an emoji where
// another follows it in the same word (`:smile:`), as it may in what comes next, or makes an address (`https://`);
// in `07:30` and `he said: yes` it does neither.
const MARKUP = /[\\`*_~|[\]<>#@]|:(?=\/\/|[^\s:]*(?::|$))(?!\d\d(?:[^\d\s:][^\s:]*)?$)/g;

// At the beginning of a line: an item of a list. Headings, quotations and small print are none any more by then.
const LIST_MARKER = /^(\s*)(?:([-+])|(\d+)\.)(?=\s|$)/;

/** Escapes untrusted text so that it is shown literally: no style, link, mention, emoji, time, heading or quotation. */
export const escapeText = (text: string): string => sanitize(text).replace(MARKUP, '\\$&');

/** A line whose first characters would be read as a list item. */
export const escapeListMarker = (line: string): string =>
  line.replace(LIST_MARKER, (_, space: string, sign?: string, digits?: string) =>
    sign === undefined ? `${space}${digits}\\.` : `${space}\\${sign}`,
  );

export const startsWithListMarker = (line: string): boolean => LIST_MARKER.test(line);

/**
 * Whether a text can be what a masked link shows. Backslashes are not honoured there, and one that holds brackets,
 * emoji or an address is no link at all: https://github.com/discord/discord-api-docs/issues/6185, /6116, /7721.
 */
export const isLabel = (text: string): boolean =>
  text.trim() !== '' && escapeText(text) === text && !/\p{Extended_Pictographic}/u.test(text);

// The registered host name. User information before it (`https://good.example@evil.example`) only looks like a host.
const HOST = /^https?:\/\/[\w.-]+(?::\d+)?(?=[/?#]|$)/i;

/**
 * An address as the target of a masked link: nothing in it can close the parentheses or begin anything else.
 * Undefined for all that is no web page.
 */
export function linkAddress(href: string): string | undefined {
  const address = webAddress(href);
  if (address === undefined || !HOST.test(address)) return undefined;
  return address.replace(/[()[\]<>\\`*|\s]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}
