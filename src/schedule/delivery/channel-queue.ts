import type { Target } from '#core/publisher';

/** How many channels of a workspace are posted to at once; the rest of its rate limit is left for answers. */
const MAX_LANES = 10;

/** Orders the work for each channel. */
export interface ChannelQueue {
  /** Runs `work` with a promise that resolves when earlier work for the same channel is done. `work` never throws. */
  enqueue(target: Target, work: (turn: Promise<unknown>) => Promise<void>): Promise<void>;
}

/** Runs posts to one channel one after another, so that the second knows what the first has shown. */
export function makeChannelQueue(): ChannelQueue {
  const last = new Map<string, Promise<void>>();
  return {
    enqueue(target, work) {
      const queue = laneOf(target);
      const done = work(last.get(queue) ?? Promise.resolve()).then(() => {
        if (last.get(queue) === done) last.delete(queue);
      });
      last.set(queue, done);
      return done;
    },
  };
}

const laneOf = ({ platform, workspace, channel }: Target): string =>
  JSON.stringify([
    platform,
    workspace,
    [...channel].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % MAX_LANES,
  ]);
