import { monitorEventLoopDelay } from 'node:perf_hooks';
import { startApp } from '#app';
import { readConfig } from '#config';
import { shiftedClock } from '../tests/support/shifted-clock.ts';
import type { Memory, Pause, ProductCommand } from './product.ts';

// The whole process as it is, but for its clock; it tells what it holds when it is asked.

const clock = shiftedClock();
const delay = monitorEventLoopDelay({ resolution: 10 });
delay.enable();

/** The most that the event loop’s thread has worked between two turns: what else the machine does is not counted. */
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

// Nobody measures any more.
process.on('disconnect', () => process.exit());

// Its first word is what time it is.
await new Promise((resolve) => process.once('message', resolve));
const app = await startApp(readConfig(), process, { clock, random: Math.random });
process.send?.('ready');
await app.ended;
