import type { Span } from '#core/span';

/** The closing marks of each opening mark; German „…“ and Swedish ”…” share marks with others. */
export const CLOSES: Readonly<Record<string, string>> = {
  '“': '”"',
  '„': '“”"',
  '‟': '”',
  '«': '»',
  '»': '«',
  '「': '」',
  '『': '』',
  '"': '"”',
  '＂': '＂',
  '”': '”',
  '‘': "’'",
  '‚': '‘’',
  '‹': '›',
  "'": "'’",
};

const MARKS: ReadonlySet<number> = new Set(Array.from('"“”„‟«»「」『』＂‘’‚‹›\'', (mark) => mark.charCodeAt(0)));
const OPENING_SINGLE = 0x2018;
const CLOSING_SINGLE = 0x2019;
const APOSTROPHE = 39;
const BACKTICK = 96;
const DOUBLE_PRIME = 0x2033;
const TYPED: ReadonlySet<number> = new Set([APOSTROPHE, BACKTICK, OPENING_SINGLE]);
export const SINGLE = new Set(['‘', '‚', '‹', "'"]);

/**
 * A mark with its position. Typewritten '' and `` are one double mark and are read as ", as is a double prime; so are
 * ‘‘, and ’’ after a double mark.
 */
export interface Mark extends Span {
  readonly mark: string;
  /** Set when it is asked for: many marks before it may ask. */
  single?: SingleMark;
}

/** What a mark closes, judging by the characters around it, where it is read as the end of a single quotation. */
export type SingleMark = 'quotation' | 'possessive' | 'nothing';

/** The marks of one part, in order; scanned by character, as a pattern would search past the end of the part. */
export function marksIn(text: string, part: Span): Mark[] {
  const marks: Mark[] = [];
  let hasDouble = false;
  for (let at = part.start; at < part.end; at += 1) {
    const code = text.charCodeAt(at);
    const isTwice = text.charCodeAt(at + 1) === code;
    if (isTwice && (TYPED.has(code) || (hasDouble && code === CLOSING_SINGLE))) {
      marks.push({ start: at, end: at + 2, mark: '"' });
      at += 1;
    } else if (code === DOUBLE_PRIME) marks.push({ start: at, end: at + 1, mark: '"' });
    else if (MARKS.has(code)) marks.push({ start: at, end: at + 1, mark: text.charAt(at) });
    else continue;
    hasDouble ||= '“"'.includes(marks.at(-1)?.mark ?? ' ');
  }
  return marks;
}

export const LETTER = /[\p{L}\p{N}]/u;

/** The character before a mark; a space at the edge of the part. */
export const before = (text: string, part: Span, mark: Span): string =>
  mark.start > part.start ? text.charAt(mark.start - 1) : ' ';
/** The character after a mark; a space at the edge of the part. */
export const after = (text: string, part: Span, mark: Span): string =>
  mark.end < part.end ? text.charAt(mark.end) : ' ';
