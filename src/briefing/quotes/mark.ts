import type { Span } from '#core/span';

/** Which mark closes what each mark opens; German „…“ and Swedish ”…” share marks with others. */
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

const MARK = /''|``|["“”„‟«»「」『』＂‘’‚‹›']/g;
export const SINGLE = new Set(['‘', '‚', '‹', "'"]);

/** One mark where it stands. Typewritten '' and `` are one double mark, and read as ". */
export interface Mark extends Span {
  readonly mark: string;
}

/** The marks of one part, in order. */
export function marksIn(text: string, part: Span): Mark[] {
  const marks: Mark[] = [];
  MARK.lastIndex = part.start;
  for (let match = MARK.exec(text); match && match.index < part.end; match = MARK.exec(text)) {
    const [mark] = match;
    marks.push({ start: match.index, end: match.index + mark.length, mark: mark.length > 1 ? '"' : mark });
  }
  return marks;
}

export const LETTER = /[\p{L}\p{N}]/u;

/** The character before a mark; a space at the part's edge. */
export const before = (text: string, part: Span, mark: Span): string =>
  mark.start > part.start ? text.charAt(mark.start - 1) : ' ';
/** The character behind a mark; a space at the part's edge. */
export const after = (text: string, part: Span, mark: Span): string =>
  mark.end < part.end ? text.charAt(mark.end) : ' ';
