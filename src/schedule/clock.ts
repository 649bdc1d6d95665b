import type { Clock } from '#core/clock';

/** The longest single sleep in milliseconds, so that a changed clock or a resumed machine is noticed in time. */
const MAX_SLEEP_MS = 20_000;

/** Corrections of the clock up to this many milliseconds are ignored. */
const DRIFT_MS = 1_000;

/** The time of this machine. Sleeping does not keep the process alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  async until(instant, signal) {
    while (!signal.aborted) {
      const before = Date.now();
      const left = instant - before;
      if (left <= 0) return;
      await sleep(Math.min(left, MAX_SLEEP_MS), signal);
      if (Date.now() < before - DRIFT_MS) return;
    }
  },
};

const sleep = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const finish = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', finish);
      resolve();
    };
    const timer = setTimeout(finish, milliseconds);
    timer.unref();
    signal.addEventListener('abort', finish);
  });
