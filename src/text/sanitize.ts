import { stripVTControlCharacters } from 'node:util';

// Controls and what a stranger could turn a line around or hide letters with: bidi embeddings, overrides and
// isolates, interlinear marks, tags, zero-width spaces. Joiners stay: emoji and Persian need them.
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/**
 * A stranger's text as letters only: nothing in it drives a display, turns a line around or hides letters. White space
 * of every kind becomes one space, half a letter becomes U+FFFD.
 */
export const sanitize = (text: string): string =>
  stripVTControlCharacters(text.replace(/\s+/gu, ' ')).replace(INVISIBLE, '').toWellFormed();
