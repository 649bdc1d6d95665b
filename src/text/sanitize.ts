import { stripVTControlCharacters } from 'node:util';

// Controls and what a stranger could turn a line around or hide letters with: bidi embeddings, overrides and
// isolates, interlinear marks, tags, zero-width spaces. Joiners stay: emoji and Persian need them.
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** What colours text: the only sequence that the programs themselves print. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: this is what a style begins with
const STYLE = /(\u001b\[[\d;]*m)/;

/** A text without anything that is not seen. */
export const removeInvisible = (text: string): string => text.replace(INVISIBLE, '').toWellFormed();

/**
 * A stranger's text as letters only: nothing in it drives a display, turns a line around or hides letters. White space
 * of every kind becomes one space, half a letter becomes U+FFFD.
 */
export const sanitize = (text: string): string => removeInvisible(stripVTControlCharacters(text.replace(/\s+/gu, ' ')));

/** What a program prints: lines, spaces and colours stay, everything else that a terminal would obey goes. */
export const sanitizeOutput = (text: string): string =>
  text
    .split(STYLE)
    .map((part, index) => (index % 2 === 1 ? part : part.split('\n').map(sanitizeLine).join('\n')))
    .join('');

const sanitizeLine = (line: string): string => removeInvisible(stripVTControlCharacters(line.replaceAll('\t', ' ')));

/** JSON that says the same and can be printed: what a terminal would obey is escaped. */
export const escapeJson = (json: string): string =>
  json.replace(INVISIBLE, (letter) => (letter === '\n' ? letter : unicodeEscapes(letter)));

const unicodeEscapes = (letter: string): string =>
  letter
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
