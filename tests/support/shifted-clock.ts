import type { Clock } from '#core/clock';

/** A clock that the parent process sets. */
export interface ShiftedClock extends Clock {
  /** @param ahead by how many milliseconds it is ahead of the machine's clock. */
  set(ahead: number): void;
}

/** The longest single sleep, in milliseconds. */
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
      // After the clock was set back, waiting code checks it again.
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
