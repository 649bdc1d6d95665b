import { setMaxListeners } from 'node:events';
import { UserError } from '#core/errors';
import { waitFor } from '../timeout.ts';
import { Counts } from './backpressure.ts';
import { travel } from './dispatch.ts';
import { Gates, TURN } from './limiter.ts';
import type { Advice, Lane, Pace, Paces } from './rate-limit.ts';

/** Everything that goes out to one platform. */
export interface Outgoing {
  /**
   * Runs a call when its turn has come. Answers go before posts.
   *
   * @throws BusyError where too many wait already; what the call throws where trying again is of no use.
   */
  send<T>(lane: Lane, urgency: 'answer' | 'post', call: () => Promise<T>): Promise<T>;
  /** Whether a call would be turned away now, so that it can be said before anything is begun. */
  isFull(lane: Lane): boolean;
  /** How many calls wait or run. */
  pending(): number;
  /** Takes nothing new; resolves when what has been taken is done, or after `patience` milliseconds. */
  close(patience: number): Promise<void>;
}

/** Nothing is sent, because too much waits already or because nothing new is taken; shown as written. */
export class BusyError extends UserError {
  override readonly name = 'BusyError';

  constructor(message = 'Onrecord is busy: try again in a minute.') {
    super(message);
  }
}

/** How many workspaces may have as many calls waiting as one may. */
const FULL_WORKSPACES = 20;
const STOPPING = 'Onrecord is restarting: try again in a minute.';

/**
 * Everything that goes out to one platform, through bottleneck: the paces of its channel, its method and its workspace
 * hold for a call all at once.
 *
 * @param most how many calls of one workspace may wait; of all together, {@link FULL_WORKSPACES} times as many.
 * @param advice asked after each failure, with how often the call was made. While a call waits to be made again, those
 *   to the same channel wait behind it; those of the same method or workspace, where it names no channel.
 */
export function makeOutgoing(paces: Paces, most: number, advice: Advice): Outgoing {
  const gates = new Gates();
  const counts = new Counts(most, most * FULL_WORKSPACES);
  const stopped = new AbortController();
  // Each that waits listens: Node would take more than ten for a leak, and say so.
  setMaxListeners(0, stopped.signal);
  let closing: Promise<void> | undefined;

  return {
    async send(lane, urgency, call) {
      if (closing) throw new BusyError(STOPPING);
      if (counts.isFull(lane.workspace)) throw new BusyError();
      const seat = counts.enter(lane.workspace);
      const stops = stopsOf(lane, paces);
      const route = stops.map(({ name, pace }) => gates.take(name, pace));
      try {
        return await travel({ gates: route, call, advice, seat, signal: stopped.signal }, TURN[urgency]);
      } finally {
        seat.leave();
        for (const { name } of stops) gates.leave(name);
      }
    },
    isFull: (lane) => closing !== undefined || counts.isFull(lane.workspace),
    pending: () => counts.all,
    close(patience) {
      closing ??= waitFor(counts.none(), patience).then(() => stopped.abort(new BusyError(STOPPING)));
      return closing;
    },
  };
}

interface Stop {
  readonly name: string;
  readonly pace: Pace;
}

/** What a call is counted by, the narrowest first: while it waits there, it keeps nobody from the others. */
function stopsOf({ workspace, channel, method }: Lane, paces: Paces): readonly Stop[] {
  const methodPace = method === undefined ? undefined : paces.methods?.[method];
  return [
    ...(channel === undefined ? [] : [{ name: JSON.stringify([workspace, 'channel', channel]), pace: paces.channel }]),
    ...(methodPace ? [{ name: JSON.stringify([workspace, 'method', method]), pace: methodPace }] : []),
    { name: JSON.stringify([workspace]), pace: paces.workspace },
  ];
}
