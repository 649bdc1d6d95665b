import type { Advice, Lane } from '#chat/queue/rate-limit';
import { makeOutgoing, type Outgoing } from '#chat/queue/request-queue';
import { adviceOn } from './delivery-errors.ts';

/** The lanes of messages to channels are known by it; those of answers to commands have none. */
export const MESSAGE_METHOD = 'message';

/** Answers of one server that may wait at once. */
const MOST_WAITING = 100;

/** Nothing is tried again here: the client does that, when Discord says so. */
const noAdvice: Advice = () => undefined;

/** “Interaction endpoints are not bound to the bot’s Global Rate Limit”: the client’s own buckets say how fast. */
const ANSWERS = { channel: { every: 0, atOnce: 1 }, workspace: { every: 0, atOnce: 50 } } as const;

/** Everything else counts, all servers together. */
const EVERYWHERE = 'everywhere';

/**
 * 50 calls a second for the whole bot, a few of them left for what is not counted here; one at a time to a channel. In no
 * second do more begin than (1000 + 30) / 21.5 + 1, which leaves one for those that arrive later than others.
 *
 * @see https://docs.discord.com/developers/topics/rate-limits#global-rate-limit
 */
const MESSAGES = { channel: { every: 0, atOnce: 1 }, workspace: { every: 21.5, atOnce: 50, catchUp: 30 } } as const;

/** More than are ever under way: whoever posts sees to that. */
const MOST_MESSAGES = 20_000;

/**
 * Everything that goes out: answers to commands and buttons by server, messages to channels by what Discord allows the
 * bot as a whole. An answer waits for no post: neither for those to other channels, nor for one that is held up in its own.
 */
export function makeOutbox(): Outgoing {
  const answers = makeOutgoing(ANSWERS, MOST_WAITING, noAdvice);
  const messages = makeOutgoing(MESSAGES, MOST_MESSAGES, adviceOn);
  return {
    send: (lane, urgency, call) =>
      isMessage(lane) ? messages.send(counted(lane, urgency), urgency, call) : answers.send(lane, urgency, call),
    isFull: (lane) => (isMessage(lane) ? messages.isFull(counted(lane, 'answer')) : answers.isFull(lane)),
    pending: () => answers.pending() + messages.pending(),
    close: async (patience) => void (await Promise.all([answers.close(patience), messages.close(patience)])),
  };
}

const isMessage = ({ method }: Lane): boolean => method === MESSAGE_METHOD;

const counted = ({ channel }: Lane, urgency: 'answer' | 'post'): Lane =>
  channel === undefined || urgency === 'answer' ? { workspace: EVERYWHERE } : { workspace: EVERYWHERE, channel };
