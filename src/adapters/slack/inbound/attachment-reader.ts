import { UserError } from '#core/errors';
import type { Answer, Desk, Material } from '#core/ports';
import type { Asker } from '#core/requester';
import { Refusal } from '../api/errors.ts';
import type { Mail } from '../api/send.ts';
import type { Caller } from '../caller.ts';
import { download, readableOf, withheld } from './attachments.ts';
import { type Attached, filesOf, type Posted, wordsOf } from './message-text.ts';

/** Briefs what somebody has posted. */
export interface Reader {
  /** @throws UserError where there is nothing in it that could be briefed. */
  read(message: Posted, caller: Caller, asker: Asker, token: string): Promise<Answer>;
}

/** @param hosts where files may be fetched from. */
export function makeReader(desk: Desk, mail: Mail, hosts: readonly string[]): Reader {
  /** A file from another workspace comes without its name and address. */
  const looked = async (file: Attached, caller: Caller): Promise<Attached> => {
    if (file.file_access !== 'check_file_info' || file.id === undefined) return file;
    try {
      const { file: found } = await mail.call(caller, 'files.info', { file: file.id });
      return (found ?? file) as Attached;
    } catch (error) {
      throw error instanceof Refusal ? withheld() : error;
    }
  };

  const materialOf = async (message: Posted, caller: Caller, token: string): Promise<Material> => {
    const files = filesOf(message).slice(0, MOST_FILES);
    const readable = readableOf(await Promise.all(files.map((file) => looked(file, caller))));
    if (readable) return download(readable, token, hosts);
    const words = wordsOf(message);
    if (words === '') throw new UserError(files.length > 0 ? OTHER_FILES : NOTHING);
    return { name: 'message.txt', content: words };
  };

  return {
    read: async (message, caller, asker, token) => desk.read(await materialOf(message, caller, token), asker),
  };
}

const MOST_FILES = 10;
const OTHER_FILES = 'Only .txt, .md and .html files can be briefed: attach one, or paste the text.';
const NOTHING = 'There is no text in that message, and no file.';
