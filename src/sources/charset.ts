import sniff from 'html-encoding-sniffer';

/**
 * Decodes bytes from the web. Valid UTF-8 is read as UTF-8, regardless of any declaration, because declarations are
 * often outdated. Otherwise, in this order: byte-order mark, header, the document's own declaration.
 */
export function decodeWeb(bytes: Uint8Array, contentType: string | undefined, kind: 'html' | 'xml'): string {
  const utf8 = validUtf8(bytes);
  if (utf8 !== undefined && !utf8.includes('\0')) return utf8;
  const label = /charset\s*=\s*["']?([\w:.-]+)/i.exec(contentType ?? '')?.[1];
  const encoding = sniff(bytes, {
    ...(kind === 'xml' ? { xml: true } : { maxPrescanBytes: 4_096 }),
    ...(label === undefined || /^utf-?8$/i.test(label) ? {} : { transportLayerEncodingLabel: label }),
    defaultEncoding: 'windows-1252',
  });
  // Known to be invalid UTF-8 by now: a few invalid bytes do not rule the encoding out, many do.
  const isBroken = encoding === 'UTF-8' && !hasFewFaults(bytes);
  return new TextDecoder(isBroken ? 'windows-1252' : encoding).decode(bytes);
}

function validUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Whether most of the non-ASCII bytes are valid UTF-8. */
function hasFewFaults(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  const faults = text.match(/\ufffd/g)?.length ?? 0;
  const others = text.match(/[\u0080-\ufffc\ufffe\uffff]/g)?.length ?? 0;
  return others > faults;
}
