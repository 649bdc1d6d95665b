import { sanitize } from '#text/sanitize';

// A backslash escapes any ASCII punctuation; these characters start markup in some dialect.
const MARKUP = /[\\`*_[\]<>#|~&$^=!]/g;

// At the beginning of a line, these start lists, rules, quotations and setext headings.
const LINE_START = /^(?:([-+])|(\d{1,9})(?=[.)]))/;

// Some dialects convert bare URLs to links, and names to mentions.
const AUTOLINK = /(?<=\bhttps?|\bftp|\bmailto|\bxmpp):|(?<=\bwww)\.|@/gi;

/** Escapes untrusted text so that it is shown literally: no emphasis, heading, link, mention or table cell. */
export const escapeText = (text: string): string => sanitize(text).replace(MARKUP, '\\$&').replace(AUTOLINK, '\\$&');

/** Escapes a line whose first characters would be parsed as block syntax. */
export const escapeLineStart = (line: string): string =>
  line.replace(LINE_START, (_, sign: string, digits: string) => (digits ? `${digits}\\` : `\\${sign}`));

/** Escapes a URL as the target of a link: it cannot close the parentheses or start other markup. */
export const escapeAddress = (address: string): string =>
  encodeURI(address.toWellFormed())
    .replace(/%25/g, '%')
    .replace(/[()<>\\`*_|]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);

/** Text in a code span, fenced by more backticks than it contains. */
export function codeSpan(text: string): string {
  const line = sanitize(text);
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((ticks) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  const space = /^`|`$/.test(line) ? ' ' : '';
  return `${fence}${space}${line}${space}${fence}`;
}
