import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Article } from '#core/article';
import { UserError } from '#core/errors';
import { type Message, message, type Text } from '#core/messages/index';
import { PAGE_NAME } from '#core/ports';
import { decode, MAX_BYTES, MAX_PAGE_BYTES, tooLarge } from './encoding/decode.ts';
import { readArticle } from './read.ts';

/**
 * Reads the article in a file.
 *
 * @throws UserError with the path, the problem and the solution.
 */
export async function readFileArticle(path: string): Promise<Article> {
  if (/^https?:\/\//i.test(path))
    throw new UserError(message('read.inFile', { file: path, reason: message('read.isAddress') }));
  return reading(path, async () => readArticle(basename(path), await readBytes(path)));
}

/** Reads the text of a file, whatever its encoding. @throws UserError with the path, the problem and the solution. */
export const readFileText = (path: string): Promise<string> => reading(path, async () => decode(await readBytes(path)));

async function reading<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    const fault = errorMessage(error);
    throw fault === undefined ? error : new UserError(message('read.inFile', { file: path, reason: fault }));
  }
}

/**
 * Reads a file. Its size is checked before and during reading: a pipe has no size in advance.
 *
 * @throws UserError for a folder or a file that is too large; the system error if it cannot be read.
 */
export async function readBytes(path: string): Promise<Uint8Array> {
  const stats = await stat(path);
  if (stats.isDirectory()) throw new UserError(message('read.isFolder'));
  // The share of a page that is not the story is only known after reading.
  const limit = PAGE_NAME.test(path) ? MAX_PAGE_BYTES : MAX_BYTES;
  if (stats.size > limit) throw tooLarge(stats.size, limit);
  const chunks: Buffer[] = [];
  // One byte more than the limit shows that a file is too large; no more is held in memory.
  for await (const chunk of createReadStream(path, { end: limit })) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  if (bytes.length > limit) throw tooLarge(bytes.length, limit);
  return bytes;
}

/** Explanations of system error codes for the user who named the path. */
const ERROR_MESSAGES: Readonly<Record<string, Message>> = {
  ENOENT: message('read.noFile'),
  ENOTDIR: message('read.noFile'),
  EACCES: message('read.noPermission'),
  EPERM: message('read.noPermission'),
  EISDIR: message('read.isFolder'),
  ELOOP: message('read.loop'),
  ENAMETOOLONG: message('read.pathTooLong'),
  EMFILE: message('read.tooManyOpen'),
  ERR_INVALID_ARG_VALUE: message('read.badPath'),
};

/** Returns a one-sentence explanation of an error that a user can fix, or undefined for any other error. */
export function errorMessage(error: unknown): Text | undefined {
  if (error instanceof UserError) return error.text;
  return ERROR_MESSAGES[(error as NodeJS.ErrnoException).code ?? ''];
}
