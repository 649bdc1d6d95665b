import { sanitize } from '#text/sanitize';

// Backslashes are honoured before any ASCII punctuation; these are the marks that begin something somewhere.
const MARKUP = /[\\`*_[\]<>#|~&$^=!]/g;

// At the beginning of a line these make lists, rules, quotations and headings under a line.
const LINE_START = /^(?:([-+])|(\d{1,9})(?=[.)]))/;

// A bare address becomes a link by itself where the dialect says so; a mention, too.
const AUTOLINK = /(?<=\bhttps?|\bftp|\bmailto|\bxmpp):|(?<=\bwww)\.|@/gi;

/** Escapes untrusted text so that it is shown literally: no emphasis, heading, link, mention or table cell. */
export const escapeText = (text: string): string => sanitize(text).replace(MARKUP, '\\$&').replace(AUTOLINK, '\\$&');

/** A line whose first characters would be read as block syntax. */
export const escapeLineStart = (line: string): string =>
  line.replace(LINE_START, (_, sign: string, digits: string) => (digits ? `${digits}\\` : `\\${sign}`));

/** An address as the target of a link: nothing in it can close the parentheses or begin anything else. */
export const escapeAddress = (address: string): string =>
  encodeURI(address.toWellFormed())
    .replace(/%25/g, '%')
    .replace(/[()<>\\`*_|]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);

/** Text in a code span: fenced by more backticks than it holds. */
export function codeSpan(text: string): string {
  const line = sanitize(text);
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((ticks) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  const space = /^`|`$/.test(line) ? ' ' : '';
  return `${fence}${space}${line}${space}${fence}`;
}
