import { setTimeout } from 'node:timers/promises';
import { serveTasks } from '#app/reader/serve-tasks';

// A thread whose tasks are named by a test.
serveTasks(async (task: string | number) => {
  switch (task) {
    case 'loop':
      for (;;) Math.sqrt(2);
    case 'grow': {
      const all: number[][] = [];
      for (;;) all.push(new Array(100_000).fill(Math.random()));
    }
    case 'backtrack':
      return /^(a+)+$/.test(`${'a'.repeat(60)}b`);
    case 'throw':
      throw new RangeError('no such number');
    case 'exit':
      return process.exit(3);
    case 'wait':
      await setTimeout(60_000);
      return task;
    default:
      return Number(task) * 2;
  }
});
