import { UserError } from '#core/errors';
import { type Message, type MessageKey, message } from '#core/messages/index';
import { textOfMime } from './mime.ts';
import { undoMojibake } from './mojibake.ts';
import { fromQuotedPrintable, isQuotedPrintable } from './quoted-printable.ts';

/** The maximum size of an article: far above any real one. */
export const MAX_BYTES = 2_000_000;

/** The maximum size of a page, including its scripts and pictures. */
export const MAX_PAGE_BYTES = 12_000_000;

/** Magic numbers of binary files, which may contain few control characters at the start. */
const BINARY_KINDS: readonly (readonly [magic: string, kind: FileKind])[] = [
  ['%PDF-', 'kind.pdf'],
  ['PK\x03\x04', 'kind.zip'],
  ['\x1f\x8b', 'kind.compressed'],
  ['\x89PNG', 'kind.picture'],
  ['\xff\xd8\xff', 'kind.picture'],
  ['GIF8', 'kind.picture'],
  ['\x7fELF', 'kind.program'],
  ['{\\rtf', 'kind.rtf'],
];

/** The type of a binary file. */
export type FileKind = Extract<MessageKey, `kind.${string}`>;

export const notText = (kind: FileKind): Message => message('read.notText', { kind: message(kind) });

/**
 * Decodes bytes to text.
 *
 * UTF-8 (U+FEFF at the start is kept, so that offsets are those of the decoded file), UTF-16 of either byte order, the
 * charset declared in an HTML or XML file, else Windows-1252. Of an e-mail or a page saved as one file, the readable
 * part is decoded; mojibake is repaired.
 *
 * @throws UserError if a file is larger than {@link MAX_PAGE_BYTES}, is binary, or contains no text.
 */
export function decode(bytes: Uint8Array): string {
  if (bytes.length > MAX_PAGE_BYTES) throw tooLarge(bytes.length);
  const kind = binaryKind(bytes);
  if (kind) throw new UserError(notText(kind));
  const text = undoMojibake(decodeMessage(bytes));
  if (isBinary(text)) throw new UserError(notText('kind.binary'));
  if (!/[^\s\p{Cf}]/u.test(text)) throw new UserError(message('read.empty'));
  return text;
}

/** Returns the error for a file of this size. */
export const tooLarge = (size: number, limit = MAX_PAGE_BYTES): UserError =>
  new UserError(message('read.tooLarge', { size: (size / 1e6).toFixed(1), most: limit / 1e6 }));

function decodeMessage(bytes: Uint8Array): string {
  const mail = textOfMime(bytes);
  if (mail) {
    const text = charsetOf(mail.charset) ? decodeAs(mail.charset as string, mail.bytes) : decodeBytes(mail.bytes);
    return mail.subject === undefined ? text : `Subject: ${mail.subject}\n\n${text}`;
  }
  const text = decodeBytes(bytes);
  return isQuotedPrintable(text) ? decodeBytes(fromQuotedPrintable(text)) : text;
}

function decodeBytes(bytes: Uint8Array): string {
  const utf16 = utf16Order(bytes);
  if (utf16) return decodeAs(utf16, bytes);
  const utf8 = tryUtf8(bytes);
  // A page that is valid UTF-8 is read as UTF-8, regardless of its declaration, which is often outdated.
  return utf8 ?? mostlyUtf8(bytes) ?? decodeAs(declaredCharset(bytes) ?? 'windows-1252', bytes);
}

/** In a text that is mostly UTF-8, a few invalid bytes, cut off or pasted in, do not mean another charset. */
const MIN_VALID_SHARE = 0.9;

function mostlyUtf8(bytes: Uint8Array): string | undefined {
  const text = decodeAs('utf-8', bytes);
  const [others, wrong] = [/[^\0-\x7f]/gu, /\ufffd/gu].map((pattern) => text.match(pattern)?.length ?? 0) as [
    number,
    number,
  ];
  return others > 0 && (others - wrong) / others >= MIN_VALID_SHARE ? text : undefined;
}

function decodeAs(label: string, bytes: Uint8Array): string {
  return new TextDecoder(label, { ignoreBOM: true }).decode(bytes);
}

function tryUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Detects UTF-16 by its byte-order mark, else by NULs: in Latin text, every other byte is one. */
function utf16Order(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, 512);
  const nuls: [even: number, odd: number] = [0, 0];
  head.forEach((byte, index) => {
    if (byte === 0) nuls[index % 2 === 0 ? 0 : 1]++;
  });
  const half = head.length / 2;
  if (head.length < 4 || bytes.length % 2) return undefined;
  if (nuls[1] > half * 0.6 && nuls[0] < half * 0.1) return 'utf-16le';
  if (nuls[0] > half * 0.6 && nuls[1] < half * 0.1) return 'utf-16be';
  return undefined;
}

// <meta charset="euc-kr">   <meta http-equiv=… content="text/html; charset=iso-8859-15">   <?xml … encoding="…"?>
const DECLARED = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:-]+)|^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w:-]+)/i;

function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = decodeAs('windows-1252', bytes.subarray(0, 2048));
  const match = DECLARED.exec(head);
  const label = match?.[1] ?? match?.[2];
  return label && !/^utf-?(?:8|16)/i.test(label) ? charsetOf(label) : undefined;
}

function charsetOf(label: string | undefined): string | undefined {
  try {
    return label === undefined ? undefined : new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

function binaryKind(bytes: Uint8Array): FileKind | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  return BINARY_KINDS.find(([magic]) => head.startsWith(magic))?.[1];
}

/** Whether a text is binary: text has no NULs, and hardly any control characters except tab, LF, FF and CR. */
function isBinary(text: string): boolean {
  let controls = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0) return true;
    if (unit < 32 ? unit !== 9 && unit !== 10 && unit !== 12 && unit !== 13 : unit === 127 || unit === 0xfffd)
      controls++;
  }
  return controls > 8 && controls > text.length / 100;
}
