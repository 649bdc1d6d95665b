import type { Clock } from '#core/clock';

/** Milliseconds slept in one go: so soon it is noticed that the clock was set, or that the machine was asleep. */
const LONGEST_NAP = 20_000;

/** Milliseconds by which clocks are corrected all the time. */
const DRIFT = 1_000;

/** The time of this machine. Sleeping does not keep the process alive. */
export const realClock: Clock = {
  now: () => Date.now(),
  async until(instant, signal) {
    while (!signal.aborted) {
      const before = Date.now();
      const left = instant - before;
      if (left <= 0) return;
      await nap(Math.min(left, LONGEST_NAP), signal);
      if (Date.now() < before - DRIFT) return;
    }
  },
};

const nap = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const wake = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', wake);
      resolve();
    };
    const timer = setTimeout(wake, milliseconds);
    timer.unref();
    signal.addEventListener('abort', wake);
  });
