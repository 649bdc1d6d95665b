import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Article } from '#core/article';
import { UserError } from '#core/errors';
import { type Message, message, type Text } from '#core/messages/index';
import { PAGE_NAME } from '#core/ports';
import { MAX_BYTES, MAX_PAGE_BYTES, tooLarge } from './encoding/decode.ts';
import { readArticle } from './read.ts';

/**
 * The article in one file.
 *
 * @throws UserError naming the path, what is wrong with it and what to do.
 */
export async function readFileArticle(path: string): Promise<Article> {
  try {
    return await readArticle(basename(path), await readBytes(path));
  } catch (error) {
    const fault = errorMessage(error);
    throw fault === undefined ? error : new UserError(message('read.inFile', { file: path, reason: fault }));
  }
}

/**
 * The file's bytes. Its size is looked at before they are read, and again while they come: a pipe has none.
 *
 * @throws UserError for a folder and for what is too large; the system's own error where it cannot be read.
 */
export async function readBytes(path: string): Promise<Uint8Array> {
  const stats = await stat(path);
  if (stats.isDirectory()) throw new UserError(message('read.isFolder'));
  // What a page holds beside its story is only known when it has been read.
  const limit = PAGE_NAME.test(path) ? MAX_PAGE_BYTES : MAX_BYTES;
  if (stats.size > limit) throw tooLarge(stats.size, limit);
  const chunks: Buffer[] = [];
  // One byte more than is allowed tells a file that is too large; no more than that is ever held.
  for await (const chunk of createReadStream(path, { end: limit })) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  if (bytes.length > limit) throw tooLarge(bytes.length, limit);
  return bytes;
}

/** What the system's codes mean to the person who named the path. */
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

/** The one sentence for an error that a person can mend; undefined for any other. */
export function errorMessage(error: unknown): Text | undefined {
  if (error instanceof UserError) return error.text;
  return ERROR_MESSAGES[(error as NodeJS.ErrnoException).code ?? ''];
}
