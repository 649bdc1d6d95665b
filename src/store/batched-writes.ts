import type { Kysely, Transaction } from 'kysely';
import type { Schema } from './schema.ts';

type Task<T> = (all: Transaction<Schema>) => Promise<T>;

/** Runs a write in a transaction, possibly together with other writes. */
export type Write = <T>(task: Task<T>) => Promise<T>;

/**
 * Batches writes of the same turn of the event loop into one transaction, because a commit waits for the disk (some
 * milliseconds), and a busy minute has thousands. Either all of them are on disk, or each rejects.
 */
export function batchWrites(database: Kysely<Schema>): Write {
  let pending: ((all: Transaction<Schema>) => Promise<() => void>)[] = [];
  let rejections: ((error: unknown) => void)[] = [];

  const flush = async (): Promise<void> => {
    const [tasks, reject] = [pending, rejections];
    pending = [];
    rejections = [];
    try {
      const resolvers = await database.transaction().execute(async (all) => {
        const results: (() => void)[] = [];
        for (const task of tasks) results.push(await task(all));
        return results;
      });
      for (const resolveTask of resolvers) resolveTask();
    } catch (error) {
      for (const rejectTask of reject) rejectTask(error);
    }
  };

  return <T>(task: Task<T>) =>
    new Promise<T>((resolve, reject) => {
      if (pending.length === 0) setImmediate(() => void flush());
      pending.push(async (all) => {
        const result = await task(all);
        return () => resolve(result);
      });
      rejections.push(reject);
    });
}
