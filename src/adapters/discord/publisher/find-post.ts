import { type APIMessage, PermissionFlagsBits } from 'discord.js';
import { message } from '#core/messages/index';
import type { LookupResult } from '#core/publisher';
import type { ChannelCalls } from '../api/channel-calls.ts';
import { PostError } from '../api/delivery-errors.ts';
import { HISTORY } from '../limits.ts';
import { messageKeyIn } from '../message-key.ts';
import { idBefore } from '../snowflake.ts';
import type { ChannelAccess } from './can-post.ts';

/** The most pages that are read back. */
const MAX_PAGES = 100;

const HISTORY_HIDDEN = message('delivery.historyHidden');
const HISTORY_TOO_LONG = message('delivery.historyLong');
const ABSENT: LookupResult = { kind: 'absent' };

interface FindPostDeps {
  readonly calls: ChannelCalls;
  readonly channels: ChannelAccess;
  /** Returns the bot's own ID. */
  readonly self: () => string;
}

/** The key of a message, and where it can be. */
export interface PostQuery {
  readonly channel: string;
  readonly mark: string;
  /** The message whose thread contains it; without a thread, it is a reply below that message. */
  readonly threadParent?: string;
}

/**
 * Searches for a message of the bot, newest first, back to `windowMs` milliseconds before the newest one. The key is in
 * its buttons, which the bot can read in its own messages without any intent.
 */
export async function findPost(
  { channel, mark, threadParent }: PostQuery,
  windowMs: number,
  needs: FindPostDeps,
): Promise<LookupResult> {
  if (threadParent === undefined) return findIn(channel, mark, (newest) => idBefore(newest, windowMs), channel, needs);
  const inThread = await findIn(threadParent, mark, () => 0n, channel, needs);
  if (inThread.kind === 'found') return inThread;
  const beneath = await findIn(channel, mark, () => BigInt(threadParent), channel, needs);
  return beneath.kind === 'absent' ? inThread : beneath;
}

/**
 * @param oldest maps the newest message's ID to the oldest ID to check.
 * @param parent the channel whose permissions apply.
 */
async function findIn(
  channel: string,
  mark: string,
  oldest: (newest: string) => bigint,
  parent: string,
  needs: FindPostDeps,
): Promise<LookupResult> {
  try {
    let before: string | undefined;
    let from: bigint | undefined;
    for (let page = 0; page < MAX_PAGES; page++) {
      const messages = await needs.calls.page(channel, HISTORY.page, before);
      if (page === 0 && messages.length === 0) return await explainEmpty(parent, needs);
      from ??= oldest(messages[0]?.id ?? '0');
      const found = messages.find((message) => isOurs(message, mark, needs.self()));
      if (found) return { kind: 'found', message: found.id };
      before = messages.at(-1)?.id;
      if (messages.length < HISTORY.page || before === undefined || BigInt(before) < from) return ABSENT;
    }
    return { kind: 'hidden', reason: HISTORY_TOO_LONG };
  } catch (error) {
    return toLookupResult(error);
  }
}

const isOurs = ({ author, components }: APIMessage, mark: string, self: string): boolean =>
  author.id === self && messageKeyIn(components) === mark;

/** Without permission to read the history, Discord returns an empty list and no error. */
async function explainEmpty(channel: string, { channels }: FindPostDeps): Promise<LookupResult> {
  const may = await channels.may(channel, PermissionFlagsBits.ReadMessageHistory);
  return may ? ABSENT : { kind: 'hidden', reason: HISTORY_HIDDEN };
}

/** A deleted channel contains no message; an unreachable one may, so the search is retried later. */
function toLookupResult(error: unknown): LookupResult {
  const { delivery, apiError } = error instanceof PostError ? error : new PostError(error);
  if (apiError.status === 404 && delivery.kind === 'channelUnavailable') return ABSENT;
  if (delivery.kind === 'retry') return delivery;
  if (delivery.kind === 'unknown') return { kind: 'retry', retryAfterMs: 0, reason: delivery.reason };
  return { kind: 'hidden', reason: HISTORY_HIDDEN };
}
