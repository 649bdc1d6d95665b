import type { Span } from '#core/span';

/** The expected speaker of a row. */
export interface ExpectedSpeaker {
  /** The number of a row that must have the same speaker. */
  readonly sameAs?: number;
  readonly name: string;
  readonly anonymous: boolean;
  readonly role?: string;
}

/** One row of a table "who says what", located in its text. */
export interface Row {
  readonly id: string;
  readonly label: string;
  /** The spans of the words between the ellipses of the row. */
  readonly fragments: readonly Span[];
  readonly kind: string;
  readonly parts: number;
  readonly speaker: ExpectedSpeaker;
  readonly side: string;
  /** Any of them is correct. */
  readonly stances: readonly string[];
}

type Cells = readonly [number: string, words: string, kind: string, speaker: string, side: string, stance: string];

/** Reads the table of a `*.expected.md`: number, words, kind, speaker, side, stance; rows in the order of the text. */
export function expectedRows(markdown: string, text: string): Row[] {
  const rows: Row[] = [];
  let cursor = 0;
  for (const cells of tableCells(markdown)) {
    for (const [part, words] of wordsOf(cells).entries()) {
      const row = rowFrom(cells, words, part, rows, text, cursor);
      rows.push(row);
      cursor = row.fragments.at(-1)?.start ?? cursor;
    }
  }
  return rows;
}

const tableCells = (markdown: string): Cells[] =>
  markdown
    .split('\n')
    .filter((line) => /^\|\s*\d+\s*\|/.test(line))
    .map(
      (line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()) as unknown as Cells,
    );

/** A row with "(two)" has two statements, separated by a semicolon. */
const wordsOf = ([, words, kind]: Cells): string[] => (kind.includes('(two)') ? words.split(';') : [words]);

function rowFrom(cells: Cells, words: string, part: number, before: readonly Row[], text: string, from: number): Row {
  const [number, , kind, speaker, side, stance] = cells;
  const several = kind.includes('(two)');
  return {
    id: several ? `${number}${'ab'[part]}` : number,
    label: words.trim(),
    fragments: locate(words, text, from),
    kind: kind.match(/^\w+/)?.[0] ?? '',
    parts: kind.includes('two parts') ? 2 : 1,
    speaker: speakerFrom(speaker, before),
    side: side === '〃' ? (before.at(-1)?.side ?? '') : withoutBrackets(side),
    stances: withoutBrackets(several ? (stance.split(';')[part] ?? stance) : stance).split(' or '),
  };
}

/**
 * Finds the words between the ellipses, in order.
 *
 * @throws Error if the text does not contain them.
 */
function locate(words: string, text: string, from: number): Span[] {
  const pieces = withoutBrackets(words)
    .split('…')
    .map((piece) => piece.replace(/^[\s“”,]+|[\s“”,]+$/g, ''))
    .filter(Boolean);
  let cursor = from;
  const spans = pieces.map((piece) => {
    const start = text.indexOf(piece, cursor);
    if (start < 0) throw new Error(`the text does not have: ${piece}`);
    cursor = start + piece.length;
    return { start, end: cursor };
  });
  // Words followed by an ellipsis extend to the end of their sentence.
  const trails = /…”?$/.test(withoutBrackets(words));
  return trails ? spans.map((span, i) => (i < spans.length - 1 ? span : toSentenceEnd(span, text))) : spans;
}

const toSentenceEnd = ({ start, end }: Span, text: string): Span => ({
  start,
  end: end + (/^[^.!?\n]*/.exec(text.slice(end))?.[0].length ?? 0),
});

function speakerFrom(cell: string, before: readonly Row[]): ExpectedSpeaker {
  const anonymous = cell.includes('(anonymous');
  const [name = '', role] = withoutBrackets(cell).split(/,\s*/, 2);
  if (!/^the same\b/.test(name)) return { name, anonymous, ...(role && { role }) };
  const first = before.findLast((row) => row.speaker.sameAs === undefined);
  if (!first) throw new Error('the first row cannot be "the same"');
  return { ...first.speaker, sameAs: before.indexOf(first) };
}

const withoutBrackets = (cell: string): string => cell.replace(/\s*\([^)]*\)/g, '').trim();
