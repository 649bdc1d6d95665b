import { startApp } from '#app';
import { readConfig } from '#config';
import type { Clock } from '#core/scheduling';
import type { Memory, Order } from './product.ts';

// The whole process as it is, but for its clock; it tells what it holds when it is asked.

/** By how many milliseconds this clock runs ahead of the machine's. */
let ahead = 0;
const sleepers = new Set<() => void>();

const clock: Clock = {
  now: () => Date.now() + ahead,
  async until(instant, signal) {
    while (!signal.aborted && clock.now() < instant) {
      const { promise, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, Math.min(instant - clock.now(), 60_000));
      sleepers.add(resolve);
      signal.addEventListener('abort', () => resolve(), { once: true });
      await promise;
      clearTimeout(timer);
      sleepers.delete(resolve);
    }
  },
};

const ANSWERS: { readonly [K in Exclude<Order['kind'], 'time'>]: () => Memory | number } = {
  memory: () => {
    globalThis.gc?.();
    const { heapUsed, external, rss } = process.memoryUsage();
    return { held: heapUsed + external, resident: rss };
  },
  work: () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1_000;
  },
};

process.on('message', (order: Order) => {
  if (order.kind !== 'time') return void process.send?.(ANSWERS[order.kind]());
  ahead = order.ahead;
  for (const wake of sleepers) wake();
});

// Nobody measures any more.
process.on('disconnect', () => process.exit());

// Its first word is what time it is.
await new Promise((resolve) => process.once('message', resolve));
const app = await startApp(readConfig(), process, { clock, random: Math.random });
process.send?.('ready');
await app.ended;
