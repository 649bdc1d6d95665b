import { setTimeout } from 'node:timers/promises';

/** What has been begun and is not ended. */
export interface Underway {
  /** Counts it until it ends, however it ends; what comes of it is the caller’s. */
  track(one: Promise<unknown>): void;
  /** Resolves when nothing is under way, or after so many milliseconds. */
  settled(patience: number): Promise<void>;
}

export function makeUnderway(): Underway {
  const all = new Set<Promise<unknown>>();
  return {
    track(one) {
      const forget = (): void => void all.delete(one);
      all.add(one);
      one.then(forget, forget);
    },
    async settled(patience) {
      const cut = new AbortController();
      const none = async (): Promise<void> => {
        while (all.size > 0 && !cut.signal.aborted) await Promise.allSettled(all);
      };
      await Promise.race([none(), setTimeout(patience, undefined, cut).catch(() => {})]);
      cut.abort();
    },
  };
}
