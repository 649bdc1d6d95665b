import { setTimeout } from 'node:timers/promises';
import { withFilesAsText } from '#chat/file-blocks';
import type { Translate } from '#core/messages/index';
import type { Block, FileBlock, Reply, RichText } from '#core/reply';
import type { Caller } from '../caller.ts';
import { NO_UNFURL } from '../render/message.ts';
import { FILE_SCOPES } from '../scopes.ts';
import { PLATFORM } from '../tenant.ts';
import type { Endpoints } from './endpoints.ts';
import { SlackApiError } from './errors.ts';
import type { Payload } from './queue.ts';
import { postToSecretUrl } from './secret-url.ts';
import type { Sender } from './send.ts';

/** Calls a method with the token of one workspace. @throws SlackApiError */
export type CallMethod = (method: string, payload: Payload) => Promise<Payload>;

/** The maximum length of a description: https://docs.slack.dev/reference/methods/files.getUploadURLExternal */
const MAX_ALT_LENGTH = 1000;

const UPLOAD = 'files.upload';

/**
 * Uploads the content of a file, without sharing it.
 *
 * @returns the file ID.
 * @throws SlackApiError
 * @see https://docs.slack.dev/messaging/working-with-files#uploading_files
 */
async function upload(call: CallMethod, { name, content, alt }: FileBlock, hosts: Endpoints['files']): Promise<string> {
  const { upload_url: url, file_id: id } = (await call('files.getUploadURLExternal', {
    filename: name,
    length: content.byteLength,
    ...(alt.length <= MAX_ALT_LENGTH && { alt_txt: alt }),
  })) as { readonly upload_url?: string; readonly file_id?: string };
  if (url === undefined || id === undefined) throw new SlackApiError(UPLOAD, 'no_reason_given');
  const body = { contentType: 'application/octet-stream', content: Uint8Array.from(content) };
  const { status } = await postToSecretUrl(UPLOAD, url, hosts, body);
  if (status < 200 || status >= 300) throw new SlackApiError(UPLOAD, `http_${status}`);
  return id;
}

const complete = (call: CallMethod, id: string, { name }: FileBlock, channel?: string): Promise<Payload> =>
  call('files.completeUploadExternal', {
    files: [{ id, title: name }],
    ...(channel === undefined ? {} : { channel_id: channel }),
  });

/** The means of uploading pictures. */
export interface PictureUpload {
  readonly call: CallMethod;
  readonly hosts: Endpoints['files'];
  /** Uploads the content of a file; another one is for tests. */
  readonly upload?: (call: CallMethod, file: FileBlock, hosts: Endpoints['files']) => Promise<string>;
  /** Waits for some milliseconds. */
  readonly wait?: (ms: number) => Promise<unknown>;
}

/** Uploads each picture of a reply, so that a message can show it. @throws SlackApiError */
export async function withPictures(reply: Reply, means: PictureUpload): Promise<Reply> {
  const blocks = await Promise.all(
    reply.blocks.map(async (block): Promise<Block> => {
      if (block.type !== 'file' || block.mediaType !== 'image/png') return block;
      const id = await (means.upload ?? upload)(means.call, block, means.hosts);
      await complete(means.call, id, block);
      await untilProcessed(id, means);
      return { ...block, uploaded: id };
    }),
  );
  return { ...reply, blocks };
}

/** The pauses between checks of an uploaded picture, in milliseconds. */
const PAUSES_MS = [200, 400, 800, 1_600, 3_200] as const;

/**
 * Slack processes an upload after it has confirmed it, and rejects a message that shows it earlier:
 * https://github.com/slackapi/node-slack-sdk/issues/1865. Only a processed file has a media type.
 */
async function untilProcessed(id: string, { call, wait = setTimeout }: PictureUpload): Promise<void> {
  for (const pause of PAUSES_MS) {
    const { file } = (await call('files.info', { file: id })) as { readonly file?: { readonly mimetype?: string } };
    if (file?.mimetype) return;
    await wait(pause);
  }
}

/** Explains why a file is replaced by text. */
function whyUnsent({ name }: FileBlock, { reason }: SlackApiError, t: Translate): RichText {
  if (reason !== 'missing_scope') return [t('file.failed', { file: name, reason })];
  return t.rich('file.withheld', { platform: PLATFORM, scope: { text: FILE_SCOPES[0], style: 'code' } });
}

/**
 * Uploads the files of an answer: pictures are shown in the message, data is sent to the user’s conversation with the
 * bot, as a message visible to one user only cannot contain a file. If Slack rejects a file, it is
 * replaced by text with the reason, without a rejection.
 */
export type UploadFiles = (reply: Reply, caller: Caller, t: Translate) => Promise<Reply>;

export const makeFileUpload =
  (sender: Pick<Sender, 'call'>, hosts: Endpoints['files']): UploadFiles =>
  async (reply, caller, t) => {
    const [first] = reply.blocks.filter((block) => block.type === 'file');
    if (!first) return reply;
    const call: CallMethod = (method, payload) => sender.call(caller, method, payload);
    try {
      return await withDataSent(await withPictures(reply, { call, hosts }), caller, { call, hosts, t });
    } catch (error) {
      if (!(error instanceof SlackApiError)) throw error;
      return withFilesAsText(reply, whyUnsent(first, error, t));
    }
  };

interface Means {
  readonly call: CallMethod;
  readonly hosts: Endpoints['files'];
  readonly t: Translate;
}

async function withDataSent(reply: Reply, { user }: Caller, { call, hosts, t }: Means): Promise<Reply> {
  const blocks: Block[] = [];
  for (const block of reply.blocks) {
    if (block.type !== 'file' || block.uploaded !== undefined) {
      blocks.push(block);
      continue;
    }
    const id = await upload(call, block, hosts);
    // The ID of the conversation with the user is known only from the response to a message in it.
    const { channel } = await call('chat.postMessage', {
      channel: user,
      text: t('file.asked', { file: block.name }),
      ...NO_UNFURL,
    });
    await complete(call, id, block, String(channel));
    blocks.push({ type: 'context', text: t.rich('file.sent', { file: { text: block.name, style: 'code' } }) });
  }
  return { ...reply, blocks };
}
