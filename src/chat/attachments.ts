import { UserError } from '#core/errors';
import { message } from '#core/messages/index';
import { maxUploadBytes } from '#core/ports';

/** Names of files that can be briefed, or contain a list of feeds. */
export const READABLE_NAME = /\.(?:txt|md|markdown|x?html?|mht(?:ml)?|opml)$/i;

/** The timeout of a download in milliseconds. */
export const DOWNLOAD_TIMEOUT_MS = 10_000;

export const noText = (): UserError => new UserError(message('error.noText'));

export const unreadableFiles = (): UserError => new UserError(message('error.unreadableFiles'));

export const fileTooLarge = (name: string): UserError =>
  new UserError(message('error.fileTooLarge', { most: maxUploadBytes(name) / 1000 }));

export const fileGone = (): UserError => new UserError(message('error.fileGone'));

/**
 * Reads the download of a file with this name. Reading stops at the size limit, regardless of the stated size.
 *
 * @throws UserError if it is larger.
 */
export async function readLimited(
  name: string,
  body: AsyncIterable<Uint8Array> | readonly Uint8Array[],
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > maxUploadBytes(name)) throw fileTooLarge(name);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
