import { type APIMessage, PermissionFlagsBits } from 'discord.js';
import type { Trace } from '#core/publisher';
import type { Calls } from '../api/channel-calls.ts';
import { Attempt } from '../api/delivery-errors.ts';
import { HISTORY } from '../limits.ts';
import { markIn } from '../message-key.ts';
import { idAt } from '../snowflake.ts';
import type { Channels } from './can-post.ts';

/** Milliseconds that clocks may differ by. */
const MARGIN = 60_000;

/** So many pages are read back, no more. */
const MOST_PAGES = 100;

const HIDDEN = 'Onrecord may not read back what it has posted: its role needs “Read Message History” in this channel.';
const TOO_MUCH = 'More has been written in the channel since than Onrecord reads back.';
const ABSENT: Trace = { kind: 'absent' };

interface Needs {
  readonly calls: Calls;
  readonly channels: Channels;
  /** The bot's own id. */
  readonly self: () => string;
}

/** What a message is known by again, and where it can be. */
export interface Wanted {
  readonly channel: string;
  readonly mark: string;
  /** The message in whose thread it went, or beneath it where no thread could be made. */
  readonly under?: string;
}

/** Looks for a message of ours, the newest first; its buttons, which carry the mark, are ours to read without any intent. */
export async function findMessage({ channel, mark, under }: Wanted, since: number, needs: Needs): Promise<Trace> {
  if (under === undefined) return findIn(channel, mark, idAt(since - MARGIN), channel, needs);
  const inThread = await findIn(under, mark, 0n, channel, needs);
  if (inThread.kind === 'found') return inThread;
  const beneath = await findIn(channel, mark, BigInt(under), channel, needs);
  return beneath.kind === 'absent' ? inThread : beneath;
}

/** @param parent the channel whose permissions hold. */
async function findIn(channel: string, mark: string, from: bigint, parent: string, needs: Needs): Promise<Trace> {
  try {
    let before: string | undefined;
    for (let page = 0; page < MOST_PAGES; page++) {
      const messages = await needs.calls.page(channel, HISTORY.page, before);
      if (page === 0 && messages.length === 0) return await emptiness(parent, needs);
      const found = messages.find((one) => isOurs(one, mark, needs.self()));
      if (found) return { kind: 'found', message: found.id };
      before = messages.at(-1)?.id;
      if (messages.length < HISTORY.page || before === undefined || BigInt(before) < from) return ABSENT;
    }
    return { kind: 'hidden', reason: TOO_MUCH };
  } catch (error) {
    return failed(error);
  }
}

const isOurs = ({ author, components }: APIMessage, mark: string, self: string): boolean =>
  author.id === self && markIn(components) === mark;

/** Whoever may not read the history is shown nothing, without being told so. */
async function emptiness(channel: string, { channels }: Needs): Promise<Trace> {
  const may = await channels.may(channel, PermissionFlagsBits.ReadMessageHistory);
  return may ? ABSENT : { kind: 'hidden', reason: HIDDEN };
}

/** What is gone holds nothing; what cannot be reached may be, in a while. */
function failed(error: unknown): Trace {
  const { ending, refusal } = error instanceof Attempt ? error : new Attempt(error);
  if (refusal.status === 404 && ending.kind === 'closed') return ABSENT;
  if (ending.kind === 'later') return ending;
  if (ending.kind === 'unsure') return { kind: 'later', after: 0, reason: ending.reason };
  return { kind: 'hidden', reason: HIDDEN };
}
