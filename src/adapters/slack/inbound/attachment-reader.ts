import { noText, unreadableFiles } from '#chat/attachments';
import type { Requester } from '#core/access/requester';
import type { Answer, Dispatcher, Upload } from '#core/ports';
import { SlackApiError } from '../api/errors.ts';
import type { Sender } from '../api/send.ts';
import type { Caller } from '../caller.ts';
import { download, fileWithheld, pickReadable } from './attachments.ts';
import { filesOf, linksBehind, type SlackFile, type SlackMessage, textOf } from './message-text.ts';

/** Briefs a message that a user posted. */
export interface AttachmentReader {
  /** @throws UserError if the message contains nothing that can be briefed. */
  read(message: SlackMessage, caller: Caller, asker: Requester, token: string): Promise<Answer>;
}

/** @param hosts the hosts from which files may be fetched. */
export function makeAttachmentReader(
  dispatcher: Dispatcher,
  sender: Sender,
  hosts: readonly string[],
): AttachmentReader {
  /** A file from another workspace arrives without its name and URL, which are fetched. */
  const lookUp = async (file: SlackFile, caller: Caller): Promise<SlackFile> => {
    if (file.file_access !== 'check_file_info' || file.id === undefined) return file;
    try {
      const { file: found } = await sender.call(caller, 'files.info', { file: file.id });
      return (found ?? file) as SlackFile;
    } catch (error) {
      throw error instanceof SlackApiError ? fileWithheld() : error;
    }
  };

  const toUpload = async (message: SlackMessage, caller: Caller, token: string): Promise<Upload> => {
    const files = filesOf(message).slice(0, MAX_FILES);
    const readable = pickReadable(await Promise.all(files.map((file) => lookUp(file, caller))));
    if (readable) return download(readable, token, hosts);
    const words = textOf(message);
    if (words === '') throw files.length > 0 ? unreadableFiles() : noText();
    const links = linksBehind(message);
    return { name: 'message.txt', content: words, ...(links.length > 0 && { links }) };
  };

  return {
    read: async (message, caller, asker, token) =>
      dispatcher.briefUpload(await toUpload(message, caller, token), asker),
  };
}

const MAX_FILES = 10;
