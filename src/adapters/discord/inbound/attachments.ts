import type { APIMessage, APIMessageSnapshotFields, Message, MessageSnapshot } from 'discord.js';
import { UserError } from '#core/errors';
import { MAX_UPLOAD_BYTES, type Upload } from '#core/ports';

/** Where attached files come from. */
export interface FileSource {
  /** The operator's own proxy, which may serve files, too. */
  readonly api?: string | undefined;
  readonly fetch: typeof fetch;
}

/** What is looked at in a message; in a server that the bot is not in, it comes as Discord wrote it. */
type MessageLike = Message | MessageSnapshot | APIMessage | APIMessageSnapshotFields;

interface AttachedFile {
  readonly name: string;
  readonly url: string;
  /** Bytes. */
  readonly size: number;
}

/** Milliseconds that a file may take to come. */
const TIMEOUT_MS = 10_000;
/** https://docs.discord.com/developers/reference#cdn-formatting, and the proxy for media */
const HOSTS: ReadonlySet<string> = new Set(['cdn.discordapp.com', 'media.discordapp.net']);
const READABLE = /\.(?:txt|md|markdown|html?)$/i;

/**
 * The text to brief in a message: a file attached to it, or what it says itself.
 *
 * @throws UserError where there is nothing that can be read, with what to do.
 */
export async function readUpload(message: MessageLike, source: FileSource): Promise<Upload> {
  const files = filesIn(message);
  const readable = files.find(({ name }) => READABLE.test(name));
  if (readable) return { name: readable.name, content: await download(readable, source) };
  const text = textIn(message).trim();
  if (text !== '') return { name: 'message.txt', content: text };
  throw new UserError(files.length > 0 ? OTHER_FILES : NO_TEXT);
}

const OTHER_FILES = 'Files ending in .txt, .md or .html can be briefed: attach the article as one of them.';
const NO_TEXT = 'There is no text in this message: brief one that holds an article’s text, or has it attached.';

function filesIn(message: MessageLike): readonly AttachedFile[] {
  const own = Array.isArray(message.attachments)
    ? message.attachments.map(({ filename, url, size }) => ({ name: filename, url, size }))
    : message.attachments.map(({ name, url, size }) => ({ name, url, size }));
  return own.length > 0 ? own : forwardedMessages(message).flatMap(filesIn);
}

const textIn = (message: MessageLike): string =>
  message.content || embedText(message) || (forwardedMessages(message).map(textIn)[0] ?? '');

/** What a bot has posted stands in embeds, where it has not written itself. */
const embedText = ({ embeds }: MessageLike): string =>
  (embeds ?? [])
    .flatMap(({ title, description, fields }) => [
      title,
      description,
      ...(fields ?? []).flatMap(({ name, value }) => [name, value]),
    ])
    .filter(Boolean)
    .join('\n\n');

/** What a forwarded message holds stands in a message within it. */
function forwardedMessages(message: MessageLike): readonly MessageLike[] {
  if ('messageSnapshots' in message) return [...(message.messageSnapshots?.values() ?? [])];
  return 'message_snapshots' in message ? (message.message_snapshots ?? []).map((snapshot) => snapshot.message) : [];
}

/** @throws UserError where the file is too long, or lies or leads elsewhere. */
async function download({ name, url, size }: AttachedFile, { api, fetch: get }: FileSource): Promise<Uint8Array> {
  if (size > MAX_UPLOAD_BYTES) throw new UserError(FILE_TOO_LARGE);
  if (!isTrusted(url, api)) throw new UserError(`${name} lies elsewhere than with Discord: paste the article’s text.`);
  try {
    const response = await get(url, { redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (!response.ok || !response.body) throw new UserError(FILE_GONE);
    return await readLimited(response.body);
  } catch (error) {
    throw error instanceof UserError ? error : new UserError(FILE_GONE);
  }
}

const FILE_TOO_LARGE = 'The file is too long: 200 KB at most.';
const FILE_GONE = 'The file could not be fetched: try again, or paste the article’s text.';

function isTrusted(address: string, api: string | undefined): boolean {
  const url = URL.parse(address);
  if (!url) return false;
  return (url.protocol === 'https:' && url.port === '' && HOSTS.has(url.hostname)) || url.origin === originOf(api);
}

const originOf = (api: string | undefined): string | undefined =>
  api === undefined ? undefined : URL.parse(api)?.origin;

/** Whatever a file says of its length, no more is taken than may be. */
async function readLimited(body: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > MAX_UPLOAD_BYTES) throw new UserError(FILE_TOO_LARGE);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
