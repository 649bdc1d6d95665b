// UTF-8 decoded as Windows-1252:
//
// â€œWe waited,â€\u009d she said   for   “We waited,” she said
// ^^^           ^^^

/** Characters of Windows-1252 from 0x80 to 0x9f; the five unassigned bytes map to themselves. */
const HIGH_LETTERS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const BYTES = new Map([...HIGH_LETTERS].map((letter, index) => [letter, 0x80 + index]));

/** A leading byte of UTF-8 and one to three continuation bytes, as characters. */
const SEQUENCE = new RegExp(`[\u00c2-\u00f4][\u00a0-\u00bf${HIGH_LETTERS}]{1,3}`, 'g');

/** The prefix of every curly quotation mark and dash, decoded once or twice; no language has these letters in a row. */
const TELLTALE = /â€|Ã¢â‚¬/;

/** Repairs UTF-8 that was decoded as Windows-1252, once or twice. */
export function undoMojibake(text: string): string {
  const once = TELLTALE.test(text) ? text.replace(SEQUENCE, redecode) : text;
  return TELLTALE.test(once) ? once.replace(SEQUENCE, redecode) : once;
}

function redecode(sequence: string): string {
  // The match may be longer than the encoded character: the longest valid prefix is decoded.
  for (let length = sequence.length; length >= 2; length -= 1) {
    const letter = decodeLetters(sequence.slice(0, length));
    if (letter !== undefined) return letter + sequence.slice(length);
  }
  // Pages that drop characters not in Windows-1252 leave two of the three of a closing quotation mark.
  return sequence.replace(/^â€/, '”');
}

function decodeLetters(letters: string): string | undefined {
  const bytes = Uint8Array.from(letters, (letter) => BYTES.get(letter) ?? letter.charCodeAt(0));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
