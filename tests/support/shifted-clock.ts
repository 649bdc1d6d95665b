import type { Clock } from '#core/clock';

/** This machine's clock, set by the parent process. */
export interface ShiftedClock extends Clock {
  /** @param ahead by how many milliseconds it runs ahead of the machine's. */
  set(ahead: number): void;
}

/** Milliseconds slept in one go. */
const MAX_SLEEP_MS = 1_000;

export function shiftedClock(): ShiftedClock {
  let ahead = 0;
  const sleepers = new Set<() => void>();
  const now = (): number => Date.now() + ahead;
  return {
    now,
    set(to) {
      ahead = to;
      for (const wake of sleepers) wake();
    },
    async until(instant, signal) {
      const set = ahead;
      // Waiting code reads a clock that was set back again.
      while (!signal.aborted && now() < instant && ahead >= set) {
        const { promise, resolve } = Promise.withResolvers<void>();
        const timer = setTimeout(resolve, Math.min(instant - now(), MAX_SLEEP_MS));
        sleepers.add(resolve);
        signal.addEventListener('abort', () => resolve(), { once: true });
        await promise;
        clearTimeout(timer);
        sleepers.delete(resolve);
      }
    },
  };
}
