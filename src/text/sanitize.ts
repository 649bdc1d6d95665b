import { stripVTControlCharacters } from 'node:util';

// Control characters and characters that reorder or hide untrusted text: bidi embeddings, overrides and
// isolates, interlinear marks, tags, zero-width spaces. Joiners are kept: emoji and Persian need them.
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** Matches a color sequence: the only escape sequence that the programs print. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: this is what a style begins with
const STYLE = /(\u001b\[[\d;]*m)/;

/** Removes invisible characters from a text. */
export const removeInvisible = (text: string): string => text.replace(INVISIBLE, '').toWellFormed();

/**
 * Sanitizes untrusted text: removes terminal control, text reordering and hidden letters. White space
 * of every kind becomes one space, an unpaired surrogate becomes U+FFFD.
 */
export const sanitize = (text: string): string => removeInvisible(stripVTControlCharacters(text.replace(/\s+/gu, ' ')));

/** Sanitizes program output: lines, spaces and colors are kept, other terminal control sequences are removed. */
export const sanitizeOutput = (text: string): string =>
  text
    .split(STYLE)
    .map((part, index) => (index % 2 === 1 ? part : part.split('\n').map(sanitizeLine).join('\n')))
    .join('');

const sanitizeLine = (line: string): string => removeInvisible(stripVTControlCharacters(line.replaceAll('\t', ' ')));

/** Equivalent JSON that is safe to print: control and invisible characters are escaped. */
export const escapeJson = (json: string): string =>
  json.replace(INVISIBLE, (letter) => (letter === '\n' ? letter : unicodeEscapes(letter)));

const unicodeEscapes = (letter: string): string =>
  letter
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
