// What UTF-8 looks like where it was taken for Windows-1252:
//
// â€œWe waited,â€\u009d she said   for   “We waited,” she said
// ^^^           ^^^

/** Letters that Windows-1252 has at 0x80 to 0x9f; five places are empty, and read as they are. */
const HIGH_LETTERS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const BYTES = new Map([...HIGH_LETTERS].map((letter, index) => [letter, 0x80 + index]));

/** A first byte of UTF-8, and one to three that go on, all as letters. */
const SEQUENCE = new RegExp(`[\u00c2-\u00f4][\u00a0-\u00bf${HIGH_LETTERS}]{1,3}`, 'g');

/** Two letters that stand before every curly mark and dash, and next to each other in no language. */
const TELLTALE = /â€/;

/** A text with each letter as it was meant, where UTF-8 was taken for Windows-1252 on the way. */
export function undoMojibake(text: string): string {
  return TELLTALE.test(text) ? text.replace(SEQUENCE, redecode) : text;
}

function redecode(sequence: string): string {
  // The letters may be more than the character takes: the longest stretch that is one is taken.
  for (let length = sequence.length; length >= 2; length -= 1) {
    const letter = decodeLetters(sequence.slice(0, length));
    if (letter !== undefined) return letter + sequence.slice(length);
  }
  // A page that drops what Windows-1252 has no letter for leaves two of a closing mark’s three.
  return sequence;
}

function decodeLetters(letters: string): string | undefined {
  const bytes = Uint8Array.from(letters, (letter) => BYTES.get(letter) ?? letter.charCodeAt(0));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
