import type { Kysely, Transaction } from 'kysely';
import type { Schema } from './schema.ts';

type Work<T> = (all: Transaction<Schema>) => Promise<T>;

/** One write, in a transaction that it may share with others. */
export type Write = <T>(work: Work<T>) => Promise<T>;

/**
 * Writes that are asked for in the same turn of the loop share one transaction, because a commit waits for the disk (some
 * milliseconds), and a busy minute has thousands. Either all of them are on the disk, or each is told why not.
 */
export function grouped(database: Kysely<Schema>): Write {
  let waiting: ((all: Transaction<Schema>) => Promise<() => void>)[] = [];
  let failing: ((error: unknown) => void)[] = [];

  const flush = async (): Promise<void> => {
    const [works, reject] = [waiting, failing];
    waiting = [];
    failing = [];
    try {
      const told = await database.transaction().execute(async (all) => {
        const results: (() => void)[] = [];
        for (const work of works) results.push(await work(all));
        return results;
      });
      for (const tell of told) tell();
    } catch (error) {
      for (const one of reject) one(error);
    }
  };

  return <T>(work: Work<T>) =>
    new Promise<T>((resolve, reject) => {
      if (waiting.length === 0) setImmediate(() => void flush());
      waiting.push(async (all) => {
        const result = await work(all);
        return () => resolve(result);
      });
      failing.push(reject);
    });
}
