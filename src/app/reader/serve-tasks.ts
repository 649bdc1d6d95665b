import { parentPort } from 'node:worker_threads';

/** A message from a thread to its pool. */
export type ThreadMessage<Result> =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly result: Result }
  | { readonly kind: 'failed'; readonly error: unknown };

/**
 * Runs a pool’s tasks in this thread, one at a time.
 *
 * @param transfer returns the parts of a result that are transferred instead of copied.
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
