import { expect, test } from 'vitest';
import { KeyedQueues } from '#chat/queue/keyed-queues';

test('limits concurrent tasks of a key, runs other keys in parallel, and removes empty queues', async () => {
  const queues = new KeyedQueues(2);
  const begun: string[] = [];
  const { promise: open, resolve } = Promise.withResolvers<void>();
  const task = (name: string) => async (): Promise<string> => {
    begun.push(name);
    await open;
    return name;
  };
  const ended = Promise.all([
    queues.run('a', task('a1')),
    queues.run('a', task('a2')),
    queues.run('a', task('a3')),
    queues.run('b', task('b1')),
  ]);
  expect(begun).toEqual(['a1', 'a2', 'b1']);
  resolve();
  expect(await ended).toEqual(['a1', 'a2', 'a3', 'b1']);
  await new Promise(setImmediate);
  expect(queues.size).toBe(0);
});

test('runs the next task after one that fails', async () => {
  const queues = new KeyedQueues(1);
  const failed = queues.run('a', async () => Promise.reject(new Error('no')));
  expect(await Promise.all([failed.catch(String), queues.run('a', async () => 'next')])).toEqual(['Error: no', 'next']);
});
