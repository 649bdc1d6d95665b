/** Escapes of non-ASCII bytes, `=E2=80=9C`, and soft line breaks, `=`. */
const ESCAPE = /=(?:([0-9A-Fa-f]{2})|[ \t]*(?:\r?\n|$))/g;

/** Decodes quoted-printable text to bytes. @see https://www.rfc-editor.org/rfc/rfc2045#section-6.7 */
export const fromQuotedPrintable = (text: string): Uint8Array =>
  Buffer.from(
    text.replace(ESCAPE, (_, hex?: string) => (hex === undefined ? '' : String.fromCharCode(Number.parseInt(hex, 16)))),
    'latin1',
  );

/** A UTF-8 character in several escapes, which occurs only in e-mails. */
const TELLTALE = /=E2=80=(?:9[0-9A-F]|A6)|=C[23]=[89AB][0-9A-F]/i;
/** The minimum share of equals signs that are escapes. */
const MIN_ESCAPES = 0.9;

/** Whether a text is the encoded body of an e-mail. */
export function isQuotedPrintable(text: string): boolean {
  if (!TELLTALE.test(text)) return false;
  const signs = text.split('=').length - 1;
  const escapes = text.match(ESCAPE)?.length ?? 0;
  return escapes >= signs * MIN_ESCAPES;
}
