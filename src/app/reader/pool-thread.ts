import { Worker } from 'node:worker_threads';
import type { ThreadMessage } from './serve-tasks.ts';

export interface ThreadLimits {
  /** CPU time of one task, in milliseconds; independent of the load of the machine. */
  readonly cpuMs: number;
  /** The heap limit of the thread, in megabytes. */
  readonly heapMb: number;
}

/** A task exceeded its limit of CPU time or memory. */
export class TaskLimitError extends Error {
  override readonly name = 'TaskLimitError';
  readonly limit: 'time' | 'memory';

  constructor(limit: 'time' | 'memory') {
    super(`a task exceeded its limit of ${limit}`);
    this.limit = limit;
  }
}

/** The size of a thread’s young generation in megabytes: the default of Node. */
const YOUNG_MB = 48;

/** The interval at which the CPU time of a running task is checked. */
const CHECK_EVERY_MS = 100;

interface Running<Result> {
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/** A worker thread that runs one task at a time. It can be reused after each, unless it was ended by a limit. */
export class PoolThread<Task, Result> {
  readonly #worker: Worker;
  readonly #options: ThreadLimits & { readonly idleMs: number };
  readonly #ready: Promise<void>;
  readonly #exited: Promise<void>;
  #running: Running<Result> | undefined;
  #isEnding = false;
  #idle: NodeJS.Timeout | undefined;

  constructor(options: ThreadLimits & { readonly script: URL; readonly idleMs: number }, onExit: () => void) {
    this.#options = options;
    // The options of the process may not apply to threads, such as an expression to evaluate.
    this.#worker = new Worker(options.script, {
      execArgv: [],
      // The process keeps its young generation small; a reading thread is faster with a larger one.
      resourceLimits: { maxOldGenerationSizeMb: options.heapMb, maxYoungGenerationSizeMb: YOUNG_MB },
    });
    const ready = Promise.withResolvers<void>();
    this.#ready = ready.promise;
    this.#ready.catch(() => {});
    this.#worker.on('message', (message: ThreadMessage<Result>) => {
      if (message.kind === 'ready') ready.resolve();
      else this.#finish(message);
    });
    this.#worker.on('error', (error: NodeJS.ErrnoException) => {
      this.#isEnding = true;
      const cause = error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new TaskLimitError('memory') : error;
      ready.reject(cause);
      this.#reject(cause);
    });
    this.#exited = new Promise((resolve) => {
      this.#worker.once('exit', () => {
        this.#isEnding = true;
        ready.reject(new Error('the worker thread ended'));
        this.#reject(new Error('the worker thread ended'));
        onExit();
        resolve();
      });
    });
    // An idle thread does not keep the process alive.
    this.#worker.unref();
  }

  get isFree(): boolean {
    return this.#running === undefined && !this.#isEnding;
  }

  run(task: Task): Promise<Result> {
    clearTimeout(this.#idle);
    const { promise, resolve, reject } = Promise.withResolvers<Result>();
    this.#running = { resolve, reject };
    this.#worker.ref();
    void this.#ready.then(
      () => {
        this.#worker.postMessage(task);
        if (this.#running) this.#watch(this.#running);
      },
      () => {},
    );
    return promise;
  }

  async end(): Promise<void> {
    this.#isEnding = true;
    clearTimeout(this.#idle);
    await this.#worker.terminate();
    await this.#exited;
  }

  #finish(message: Exclude<ThreadMessage<Result>, { kind: 'ready' }>): void {
    const running = this.#running;
    this.#running = undefined;
    this.#worker.unref();
    this.#idle = setTimeout(() => void this.end(), this.#options.idleMs).unref();
    if (message.kind === 'done') running?.resolve(message.result);
    else running?.reject(message.error);
  }

  #reject(error: unknown): void {
    this.#running?.reject(error);
    this.#running = undefined;
  }

  /** Ends the thread if the current task uses too much CPU time. */
  #watch(running: Running<Result>): void {
    let start: NodeJS.CpuUsage | undefined;
    let isAsked = false;
    const check = async (): Promise<void> => {
      // The result arrives with a turn of the event loop: this timer ensures that there is one.
      if (isAsked) return;
      isAsked = true;
      const used = await this.#worker.cpuUsage(start);
      isAsked = false;
      if (start && this.#running === running && (used.user + used.system) / 1_000 > this.#options.cpuMs) {
        this.#reject(new TaskLimitError('time'));
        await this.end();
      }
      start ??= used;
    };
    const timer = setInterval(() => {
      if (this.#running !== running) clearInterval(timer);
      // A thread that has ended has no usage; its exit event settles the task.
      else void check().catch(() => clearInterval(timer));
    }, CHECK_EVERY_MS);
  }
}
