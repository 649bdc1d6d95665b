import {
  DOWNLOAD_TIMEOUT_MS,
  fileGone,
  fileTooLarge,
  noText,
  READABLE_NAME,
  readLimited,
  unreadableFiles,
} from '#chat/attachments';
import { UserError } from '#core/errors';
import { message } from '#core/messages/index';
import { maxUploadBytes, type Upload } from '#core/ports';
import { PLATFORM } from '../tenant.ts';
import { forwardedMessages, type MessageLike, textIn } from './message-text.ts';

/** The source of attached files. */
export interface FileSource {
  /** The operator's own proxy, which may serve files as well. */
  readonly api?: string | undefined;
  readonly fetch: typeof fetch;
}

interface AttachedFile {
  readonly name: string;
  readonly url: string;
  /** In bytes. */
  readonly size: number;
}

/** https://docs.discord.com/developers/reference#cdn-formatting, and the media proxy. */
const HOSTS: ReadonlySet<string> = new Set(['cdn.discordapp.com', 'media.discordapp.net']);

/**
 * Reads the text to brief from a message: an attached file, or the message's own text.
 *
 * @throws UserError with the solution if nothing is readable.
 */
export async function readUpload(message: MessageLike, source: FileSource): Promise<Upload> {
  const files = filesIn(message);
  const readable = files.find(({ name }) => READABLE_NAME.test(name));
  if (readable) return { name: readable.name, content: await download(readable, source) };
  const text = textIn(message).trim();
  if (text !== '') return { name: 'message.txt', content: text };
  throw files.length > 0 ? unreadableFiles() : noText();
}

function filesIn(message: MessageLike): readonly AttachedFile[] {
  const own = Array.isArray(message.attachments)
    ? message.attachments.map(({ filename, url, size }) => ({ name: filename, url, size }))
    : message.attachments.map(({ name, url, size }) => ({ name, url, size }));
  return own.length > 0 ? own : forwardedMessages(message).flatMap(filesIn);
}

/** @throws UserError if the file is too large, or is on or redirects to another host. */
async function download({ name, url, size }: AttachedFile, { api, fetch: get }: FileSource): Promise<Uint8Array> {
  if (size > maxUploadBytes(name)) throw fileTooLarge(name);
  if (!isTrusted(url, api)) throw new UserError(message('error.fileElsewhere', { file: name, platform: PLATFORM }));
  try {
    const response = await get(url, { redirect: 'manual', signal: AbortSignal.timeout(DOWNLOAD_TIMEOUT_MS) });
    if (!response.ok || !response.body) throw fileGone();
    return await readLimited(name, response.body);
  } catch (error) {
    throw error instanceof UserError ? error : fileGone();
  }
}

function isTrusted(address: string, api: string | undefined): boolean {
  const url = URL.parse(address);
  if (!url) return false;
  return (url.protocol === 'https:' && url.port === '' && HOSTS.has(url.hostname)) || url.origin === originOf(api);
}

const originOf = (api: string | undefined): string | undefined =>
  api === undefined ? undefined : URL.parse(api)?.origin;
