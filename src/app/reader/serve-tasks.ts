import { parentPort } from 'node:worker_threads';

/** What a thread tells its pool. */
export type ThreadMessage<Result> =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly result: Result }
  | { readonly kind: 'failed'; readonly error: unknown };

/**
 * Answers a pool’s tasks on this thread, one after another.
 *
 * @param transfer what of a result is handed over instead of copied.
 */
export function serveTasks<Task, Result>(
  handle: (task: Task) => Promise<Result>,
  transfer: (result: Result) => readonly ArrayBuffer[] = () => [],
): void {
  const post = (message: ThreadMessage<Result>, buffers: readonly ArrayBuffer[] = []): void =>
    parentPort?.postMessage(message, [...buffers]);
  parentPort?.on('message', async (task: Task) => {
    try {
      const result = await handle(task);
      post({ kind: 'done', result }, transfer(result));
    } catch (error) {
      post({ kind: 'failed', error });
    }
  });
  post({ kind: 'ready' });
}
