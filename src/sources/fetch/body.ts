import { Readable, type Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { message } from '#core/messages/index';
import { FetchError } from './errors.ts';

/** Accepted content encodings, as the value of `accept-encoding`. */
export const ENCODINGS = 'gzip, deflate, br';

const DECOMPRESS: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  br: createBrotliDecompress,
};

/**
 * Decompresses a body. At most `maxBytes` are held in memory, before and after decompression.
 *
 * @throws FetchError if it is longer, or does not match its headers.
 */
export async function readBody(
  body: Readable,
  headers: Readonly<Record<string, string>>,
  host: string,
  maxBytes: number,
): Promise<Uint8Array> {
  const tooBig = (): FetchError =>
    new FetchError('too-big', message('fetch.tooBig', { host, most: (maxBytes / 1e6).toFixed(0) }));
  try {
    if (Number(headers['content-length']) > maxBytes) throw tooBig();
    let bytes = await collect(body, maxBytes, tooBig);
    // Encodings are removed in the reverse of the order in which they were applied.
    for (const encoding of encodingsOf(headers).reverse()) {
      bytes = await decompress(bytes, encoding, host, (stream) => collect(stream, maxBytes, tooBig));
    }
    return bytes;
  } catch (error) {
    body.destroy();
    throw error;
  }
}

const encodingsOf = (headers: Readonly<Record<string, string>>): string[] =>
  (headers['content-encoding'] ?? '')
    .toLowerCase()
    .split(',')
    .map((encoding) => encoding.trim())
    .filter((encoding) => encoding !== '' && encoding !== 'identity');

async function decompress<T>(
  bytes: Uint8Array,
  encoding: string,
  host: string,
  read: (stream: Readable) => Promise<T>,
): Promise<T> {
  const make = encoding === 'deflate' ? (isZlibStream(bytes) ? createInflate : createInflateRaw) : DECOMPRESS[encoding];
  if (!make) throw new FetchError('malformed', message('fetch.packed', { host, encoding }));
  const stream = make();
  pipeline(Readable.from([bytes]), stream).catch(() => {});
  try {
    return await read(stream);
  } catch (error) {
    if (error instanceof FetchError) throw error;
    throw new FetchError('malformed', message('fetch.damaged', { host }), { cause: error });
  }
}

/** By `deflate`, some servers mean the zlib format, as in the standard; others send raw deflate data. */
const isZlibStream = (bytes: Uint8Array): boolean =>
  ((bytes[0] ?? 0) & 0x0f) === 8 && (((bytes[0] ?? 0) << 8) + (bytes[1] ?? 0)) % 31 === 0;

async function collect(stream: Readable, maxBytes: number, tooBig: () => FetchError): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) {
      stream.destroy();
      throw tooBig();
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}
