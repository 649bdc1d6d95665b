import { expect, test } from 'vitest';
import { KeyedQueues } from '#chat/queue/keyed-queues';

test('so many tasks of one key run at once, those of others beside them, and empty queues are forgotten', async () => {
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

test('a task that fails lets the next one run', async () => {
  const queues = new KeyedQueues(1);
  const failed = queues.run('a', async () => Promise.reject(new Error('no')));
  expect(await Promise.all([failed.catch(String), queues.run('a', async () => 'next')])).toEqual(['Error: no', 'next']);
});
