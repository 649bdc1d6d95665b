import PQueue from 'p-queue';

/** A queue per key with limited concurrency; removed when it is empty. */
export class KeyedQueues {
  readonly #queues = new Map<string, PQueue>();
  readonly #concurrency: number;

  /** @param concurrency how many tasks of one key run at once. */
  constructor(concurrency: number) {
    this.#concurrency = concurrency;
  }

  get size(): number {
    return this.#queues.size;
  }

  run<T>(key: string, task: () => Promise<T>): Promise<T> {
    return this.#queueOf(key).add(task);
  }

  #queueOf(key: string): PQueue {
    const known = this.#queues.get(key);
    if (known) return known;
    const queue = new PQueue({ concurrency: this.#concurrency });
    queue.addEventListener('idle', () => this.#queues.delete(key));
    this.#queues.set(key, queue);
    return queue;
  }
}
