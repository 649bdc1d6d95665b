import { afterEach, describe, expect, test } from 'vitest';
import { PoolFullError, type PoolOptions, WorkerPool } from '#app/reader/pool';
import { TaskLimitError } from '#app/reader/pool-thread';

const open: WorkerPool<string | number, unknown>[] = [];

function poolOf(options: Partial<PoolOptions> = {}): WorkerPool<string | number, unknown> {
  const script = new URL('./thread.ts', import.meta.url);
  const pool = new WorkerPool<string | number, unknown>({
    ...{ script, threads: 1, cpuMs: 300, heapMb: 32, maxQueue: 3, idleMs: 60_000 },
    ...options,
  });
  open.push(pool);
  return pool;
}

afterEach(() => Promise.all(open.splice(0).map((pool) => pool.close())));

describe('a pool of worker threads', () => {
  test('answers each task with its own result', async () => {
    const pool = poolOf({ threads: 2, maxQueue: 100 });
    const results = await Promise.all([1, 2, 3, 4, 5].map((task) => pool.run(task)));
    expect(results).toEqual([2, 4, 6, 8, 10]);
  });

  test.each(['loop', 'backtrack'])('ends a task that takes too much processor time: %s', async (task) => {
    const pool = poolOf();
    const [limited, next] = [pool.run(task), pool.run(4)];
    await expect(limited).rejects.toEqual(new TaskLimitError('time'));
    expect(await next).toBe(8);
  });

  test('ends a task that takes too much memory, and nothing else', async () => {
    const pool = poolOf({ cpuMs: 60_000 });
    const [limited, next] = [pool.run('grow'), pool.run(4)];
    await expect(limited).rejects.toEqual(new TaskLimitError('memory'));
    expect(await next).toBe(8);
  });

  test('passes an error on, and continues after a thread that exits', async () => {
    const pool = poolOf();
    await expect(pool.run('throw')).rejects.toThrow(new RangeError('no such number'));
    await expect(pool.run('exit')).rejects.toThrow('the worker thread ended');
    expect(await pool.run(5)).toBe(10);
  });

  test('takes urgent tasks first, and limits the queue', async () => {
    const pool = poolOf();
    const order: unknown[] = [];
    const [first, second, third, fourth] = [1, 2, 3, 4].map((task) =>
      pool.run(task).then((result) => order.push(result)),
    );
    await expect(pool.run(5)).rejects.toThrow(PoolFullError);
    const urgent = pool.run(6, { urgent: true }).then((result) => order.push(result));
    await Promise.all([first, second, third, fourth, urgent]);
    expect(order).toEqual([2, 12, 4, 6, 8]);
  });

  test('starts a new thread after the idle one has ended', async () => {
    const pool = poolOf({ idleMs: 1 });
    expect(await pool.run(1)).toBe(2);
    expect(await pool.run(2)).toBe(4);
  });

  test('rejects queued and running tasks when it is closed', async () => {
    const pool = poolOf();
    const [running, waiting] = [pool.run('wait'), pool.run(1)];
    const both = Promise.allSettled([running, waiting]);
    await pool.close();
    expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(pool.run(1)).rejects.toThrow('closed');
  });
});
