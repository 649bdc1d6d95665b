import type { Target } from '#core/publisher';

/** How many channels of a workspace are posted to at once: the rest of its pace is left to answers. */
const MAX_LANES = 10;

/** Who comes after whom. */
export interface ChannelQueue {
  /** Runs `work`, and tells it when what was taken before it, for the same channel, is done. `work` never throws. */
  enqueue(target: Target, work: (turn: Promise<unknown>) => Promise<void>): Promise<void>;
}

/** Posts to one channel one after another, so that the second knows what the first has shown. */
export function makeChannelQueue(): ChannelQueue {
  const last = new Map<string, Promise<void>>();
  return {
    enqueue(target, work) {
      const lane = laneOf(target);
      const done = work(last.get(lane) ?? Promise.resolve()).then(() => {
        if (last.get(lane) === done) last.delete(lane);
      });
      last.set(lane, done);
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
