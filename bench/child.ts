import { monitorEventLoopDelay } from 'node:perf_hooks';
import { startApp } from '#app';
import { readConfig } from '#config';
import { shiftedClock } from '../tests/support/shifted-clock.ts';
import type { Memory, Pause, ProductCommand } from './product.ts';

// The complete product with an adjustable clock; it reports its memory on request.

const clock = shiftedClock();
const delay = monitorEventLoopDelay({ resolution: 10 });
delay.enable();

/** The maximum CPU time of the event loop’s thread between two turns, independent of the machine's other load. */
let longestWork = 0;
let worked = process.threadCpuUsage();
setInterval(() => {
  const used = process.threadCpuUsage(worked);
  longestWork = Math.max(longestWork, (used.user + used.system) / 1_000);
  worked = process.threadCpuUsage();
}, 10).unref();

const REPLIES: { readonly [K in Exclude<ProductCommand['kind'], 'time'>]: () => Memory | Pause | number } = {
  memory: () => {
    globalThis.gc?.();
    const { heapUsed, external, rss } = process.memoryUsage();
    return { held: heapUsed + external, resident: rss };
  },
  resident: () => process.memoryUsage().rss,
  pause: () => {
    const pause = { longest: delay.max / 1e6, work: longestWork };
    delay.reset();
    longestWork = 0;
    return pause;
  },
  work: () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1_000;
  },
};

process.on('message', (order: ProductCommand) => {
  if (order.kind !== 'time') return void process.send?.(REPLIES[order.kind]());
  clock.set(order.ahead);
});

// Exits when the parent is gone.
process.on('disconnect', () => process.exit());

// The first message sets the clock.
await new Promise((resolve) => process.once('message', resolve));
const app = await startApp(readConfig(), process, { clock, random: Math.random });
process.send?.('ready');
await app.ended;
