import { fromQuotedPrintable } from './quoted-printable.ts';

// From: <Saved by Blink>
// MIME-Version: 1.0
// Content-Type: multipart/related; type="text/html"; boundary="----Boundary"
//
// ------Boundary
// Content-Type: text/html
// Content-Transfer-Encoding: quoted-printable
//
// <!DOCTYPE html>=20

/** The text of an e-mail, or of a page saved as one file (.mhtml). */
export interface MimeText {
  readonly bytes: Uint8Array;
  readonly charset: string | undefined;
  readonly isPage: boolean;
  /** The subject of an e-mail. */
  readonly subject: string | undefined;
}

/** The maximum nesting of parts, and the maximum number of parts. */
const MAX_DEPTH = 5;
const MAX_PARTS = 200;
const MAX_HEAD = 20_000;

const HEADERS = /^(?:[A-Za-z][\w-]*:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){2,}\r?\n/;
const MIME = /^(?:mime-version:|content-type:[ \t]*multipart\/|content-transfer-encoding:)/im;

interface Part {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** Returns the readable part of an e-mail: its HTML, else its plain text; undefined if the bytes are not an e-mail. */
export function textOfMime(bytes: Uint8Array): MimeText | undefined {
  const head = Buffer.from(bytes.subarray(0, MAX_HEAD)).toString('latin1').trimStart();
  const headers = HEADERS.exec(head)?.[0];
  if (headers === undefined || !MIME.test(headers)) return undefined;
  const whole = parsePart(Buffer.from(bytes).toString('latin1').trimStart());
  const parts = leavesOf(whole, 0).slice(0, MAX_PARTS);
  const part =
    parts.find((candidate) => typeOf(candidate) === 'text/html') ??
    parts.find((candidate) => typeOf(candidate) === 'text/plain');
  if (!part) return undefined;
  const isPage = typeOf(part) === 'text/html';
  const subject = isPage ? undefined : decodeHeader(whole.headers.get('subject'));
  return { bytes: bodyOf(part), charset: parameterOf(part, 'charset'), isPage, subject };
}

function parsePart(text: string): Part {
  const head = HEAD_END.exec(text);
  const end = head?.index ?? text.length;
  const headers = new Map<string, string>();
  for (const line of text
    .slice(0, end)
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim());
  }
  return { headers, body: text.slice(end + (head?.[0].length ?? 0)) };
}

const HEAD_END = /\r?\n\r?\n/;

/** Returns the leaf parts in order. */
function leavesOf(part: Part, depth: number): Part[] {
  const boundary = /^multipart\//i.test(typeOf(part)) ? parameterOf(part, 'boundary') : undefined;
  if (boundary === undefined || depth >= MAX_DEPTH) return [part];
  const [, ...pieces] = `\n${part.body}`.split(`\n--${boundary}`);
  return pieces
    .filter((piece) => !piece.startsWith('--'))
    .slice(0, MAX_PARTS)
    .flatMap((piece) => leavesOf(parsePart(piece.replace(/^[ \t]*\r?\n/, '').replace(/\r$/, '')), depth + 1));
}

const typeOf = ({ headers }: Part): string =>
  (/^[\w.+-]+\/[\w.+-]+/.exec(headers.get('content-type') ?? 'text/plain')?.[0] ?? '').toLowerCase();

function parameterOf({ headers }: Part, name: string): string | undefined {
  const match = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(
    headers.get('content-type') ?? '',
  );
  return match?.[1] ?? match?.[2];
}

function bodyOf({ headers, body }: Part): Uint8Array {
  const encoding = headers.get('content-transfer-encoding')?.toLowerCase();
  if (encoding === 'quoted-printable') return fromQuotedPrintable(body);
  return Buffer.from(body, encoding === 'base64' ? 'base64' : 'latin1');
}

// Subject: =?utf-8?Q?Bridge_=E2=80=9Copens=E2=80=9D?=
const ENCODED_WORD = /=\?([\w-]+)\?([bq])\?([^?]*)\?=(?:\s+(?==\?))?/gi;

/** Decodes the encoded words of a header. @see https://www.rfc-editor.org/rfc/rfc2047 */
function decodeHeader(value: string | undefined): string | undefined {
  const raw = value && decodeWith('utf-8', Buffer.from(value, 'latin1'), value);
  return raw?.replace(ENCODED_WORD, (whole, charset: string, encoding: string, text: string) => {
    const isBase64 = encoding.toLowerCase() === 'b';
    return decodeWith(
      charset,
      isBase64 ? Buffer.from(text, 'base64') : fromQuotedPrintable(text.replaceAll('_', ' ')),
      whole,
    );
  });
}

/** @param otherwise the result if the charset is unknown, or the bytes are invalid in it. */
function decodeWith(charset: string, bytes: Uint8Array, otherwise: string): string {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return otherwise;
  }
}
