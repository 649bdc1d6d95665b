import { stripVTControlCharacters } from 'node:util';

// Controls and what a stranger could turn a line around or hide letters with: bidi embeddings, overrides and
// isolates, interlinear marks, tags, zero-width spaces. Joiners stay: emoji and Persian need them.
const DRIVING =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/**
 * A stranger's text as letters only: nothing in it drives a display, turns a line around or hides letters. White space
 * of every kind becomes one space, half a letter becomes U+FFFD.
 */
export const plain = (text: string): string =>
  stripVTControlCharacters(text.replace(/\s+/gu, ' ')).replace(DRIVING, '').toWellFormed();

/** The text, or its beginning with “…” where it is longer than `most` characters; never half a letter. */
export const clip = (text: string, most: number): string =>
  text.length <= most
    ? text
    : `${text
        .slice(0, most - 1)
        .toWellFormed()
        .replace(/\ufffd$/u, '')
        .trimEnd()}…`;

/** Like {@link clip}, but between two words where one ends in the last third. */
export function clipAtWord(text: string, most: number): string {
  if (text.length <= most) return text;
  const head = text.slice(0, most);
  const end = head.lastIndexOf(' ');
  return end > (most * 2) / 3 ? `${head.slice(0, end).trimEnd()}…` : clip(text, most);
}

/** The address, if it leads to a web page: whatever an article calls its address, nothing else is a link. */
export function webAddress(href: string | undefined): string | undefined {
  const parsed = href === undefined ? null : URL.parse(href.toWellFormed());
  return parsed && /^https?:$/.test(parsed.protocol) ? parsed.href : undefined;
}
