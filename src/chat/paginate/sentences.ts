const SENTENCES = new Intl.Segmenter('en', { granularity: 'sentence' });

// “We saw it. We acted.” He left.
// ^^^^^^^^^^^^^^^^^^^^^^ ^^^^^^^^ a sentence ends where no quotation is open
const OPENING_QUOTES = /[“„«]/gu;
const CLOSING_QUOTES = /[”»]/gu;

/** Splits a text at the ends of sentences outside quotations; the pieces joined are the text. */
export function sentencesOf(text: string): readonly string[] {
  const pieces: string[] = [];
  let open = '';
  for (const { segment } of SENTENCES.segment(text)) {
    open += segment;
    if (isQuoting(open)) continue;
    pieces.push(open);
    open = '';
  }
  return open === '' ? pieces : [...pieces, open];
}

/** Whether a quotation is open; straight quotes are open after an odd number of them. */
function isQuoting(text: string): boolean {
  const count = (marks: RegExp): number => text.match(marks)?.length ?? 0;
  return count(OPENING_QUOTES) > count(CLOSING_QUOTES) || count(/"/g) % 2 === 1;
}
