import { setTimeout } from 'node:timers/promises';

/** Tracks promises that are not settled yet. */
export interface InFlight {
  /** Tracks a promise until it settles; errors are handled by the caller. */
  track(promise: Promise<unknown>): void;
  /** Resolves when nothing is in flight, or after `timeoutMs` milliseconds. */
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
