/** A token of a typed line: a bare word or `key:value`, without quotation marks. */
export interface Token {
  readonly key?: string;
  readonly value: string;
  /** The offset of the token in the line. */
  readonly start: number;
  readonly quoted: boolean;
  /** Whether the closing quotation mark is missing. */
  readonly open: boolean;
}

/** The closing marks accepted for each opening mark: keyboards and phones insert different ones. */
const CLOSING: Readonly<Record<string, string>> = {
  '"': '"“”',
  '“': '”"“',
  '”': '”"“',
  '„': '“”"',
  '«': '»',
  "'": "'’",
  '‘': "’'",
};
const SINGLE_QUOTES = "'‘";

// A key starts with a letter, so that 10:30 is no option, and no slash follows, so that https://… is none either.
const KEY = /(\p{L}[-_\p{L}\p{N}]{0,31})[:=](?!\/\/)/uy;
const WORD = /\S*/y;
const SPACE = /\s*/y;

/** Splits a line into tokens from `start` on. Any input is accepted. */
export function tokens(line: string, start = 0): readonly Token[] {
  const found: Token[] = [];
  let at = start + match(SPACE, line, start).length;
  let hasLone = false;
  while (at < line.length) {
    const [head = '', key] = matchAll(KEY, line, at);
    const { end, isLone, ...value } = readValue(line, at + head.length, hasLone);
    hasLone ||= isLone;
    found.push({ ...(key === undefined ? {} : { key: key.toLowerCase() }), ...value, start: at });
    at = end + match(SPACE, line, end).length;
  }
  return found;
}

interface ReadValue extends Omit<Token, 'key' | 'start'> {
  readonly end: number;
  /** Whether it begins with an unmatched apostrophe. */
  readonly isLone: boolean;
}

/** @param hasLone whether an earlier apostrophe was unmatched: then later ones are too, and no match is searched. */
function readValue(line: string, start: number, hasLone: boolean): ReadValue {
  const mark = line[start] ?? '';
  const closing = hasLone && SINGLE_QUOTES.includes(mark) ? undefined : CLOSING[mark];
  const end = closing === undefined ? -1 : closingQuoteAt(line, start, closing);
  if (closing === undefined || end < 0) {
    const value = match(WORD, line, start);
    return { value, end: start + value.length, quoted: false, open: false, isLone: closing !== undefined };
  }
  const value = unmask(line.slice(start + 1, end));
  return { value, end: Math.min(end + 1, line.length), quoted: true, open: end >= line.length, isLone: false };
}

/** Finds the closing mark: -1 for an unmatched apostrophe, the end of the line for any other unclosed mark. */
function closingQuoteAt(line: string, start: number, closing: string): number {
  const single = SINGLE_QUOTES.includes(line[start] ?? '');
  for (let at = start + 1; at < line.length; at++) {
    if (line[at] === '\\') at++;
    else if (closing.includes(line[at] ?? '') && (!single || /^(?:\s|$)/.test(line.slice(at + 1, at + 2)))) return at;
  }
  return single ? -1 : line.length;
}

const unmask = (text: string): string => text.replace(/\\(["'“”‘’\\])/gu, '$1');

function matchAll(pattern: RegExp, line: string, at: number): readonly (string | undefined)[] {
  pattern.lastIndex = at;
  return pattern.exec(line) ?? [];
}

const match = (pattern: RegExp, line: string, at: number): string => matchAll(pattern, line, at)[0] ?? '';
