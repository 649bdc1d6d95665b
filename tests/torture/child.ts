import { startApp } from '#app';
import { readConfig } from '#config';
import type { Clock } from '#core/scheduling';

// The whole process as it is, but for its clock: that is set, at any time, by whoever started it.

/** By how many milliseconds this clock runs ahead of the machine's. */
let ahead = 0;
const sleepers = new Set<() => void>();

process.on('message', (message: { readonly ahead: number }) => {
  ahead = message.ahead;
  for (const wake of sleepers) wake();
});

const clock: Clock = {
  now: () => Date.now() + ahead,
  async until(instant, signal) {
    const set = ahead;
    // A clock that was set back is looked at again by whoever waits.
    while (!signal.aborted && clock.now() < instant && ahead >= set) {
      const { promise, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, Math.min(instant - clock.now(), 1_000));
      sleepers.add(resolve);
      signal.addEventListener('abort', () => resolve(), { once: true });
      await promise;
      clearTimeout(timer);
      sleepers.delete(resolve);
    }
  },
};

// Its first word is what time it is.
await new Promise((resolve) => process.once('message', resolve));
const app = await startApp(readConfig(), process, { clock, random: Math.random });
process.send?.('ready');
await app.ended;
