/** What a mail makes of what is not ASCII, as letters: `=E2=80=9C`; and of the end of a line that is none: `=`. */
const ESCAPE = /=(?:([0-9A-Fa-f]{2})|[ \t]*(?:\r?\n|$))/g;

/** Bytes of a text that is quoted-printable. @see https://www.rfc-editor.org/rfc/rfc2045#section-6.7 */
export const fromQuotedPrintable = (text: string): Uint8Array =>
  Buffer.from(
    text.replace(ESCAPE, (_, hex?: string) => (hex === undefined ? '' : String.fromCharCode(Number.parseInt(hex, 16)))),
    'latin1',
  );

/** A letter of UTF-8 in several escapes, which nothing but a mail holds. */
const TELLTALE = /=E2=80=(?:9[0-9A-F]|A6)|=C[23]=[89AB][0-9A-F]/i;
/** Most of the equals signs of such a text are escapes. */
const MIN_ESCAPES = 0.9;

/** Whether a text is the body of a mail, as it was sent. */
export function isQuotedPrintable(text: string): boolean {
  if (!TELLTALE.test(text)) return false;
  const signs = text.split('=').length - 1;
  const escapes = text.match(ESCAPE)?.length ?? 0;
  return escapes >= signs * MIN_ESCAPES;
}
