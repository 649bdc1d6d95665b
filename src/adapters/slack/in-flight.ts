import { setTimeout } from 'node:timers/promises';

/** What has been begun and is not ended. */
export interface InFlight {
  /** Counts it until it ends, however it ends; what comes of it is the caller’s. */
  track(promise: Promise<unknown>): void;
  /** Resolves when nothing is under way, or after so many milliseconds. */
  settled(timeoutMs: number): Promise<void>;
}

export function makeInFlight(): InFlight {
  const all = new Set<Promise<unknown>>();
  return {
    track(promise) {
      const forget = (): void => void all.delete(promise);
      all.add(promise);
      promise.then(forget, forget);
    },
    async settled(timeoutMs) {
      const cut = new AbortController();
      const none = async (): Promise<void> => {
        while (all.size > 0 && !cut.signal.aborted) await Promise.allSettled(all);
      };
      await Promise.race([none(), setTimeout(timeoutMs, undefined, cut).catch(() => {})]);
      cut.abort();
    },
  };
}
