import { setTimeout } from 'node:timers/promises';
import type { Clock } from '#core/scheduling';

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
      await setTimeout(Math.min(left, LONGEST_NAP), undefined, { signal, ref: false }).catch(() => {});
      if (Date.now() < before - DRIFT) return;
    }
  },
};
