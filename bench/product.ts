import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cutIndex } from '#text/truncate';
import { environment } from '../tests/support/process.ts';

/** The command of `npm start`. */
const { scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const FLAGS: readonly string[] = scripts.start.match(/--\S+/g) ?? [];

const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url));

/** A command to the product's process. */
export type ProductCommand =
  /** The offset in milliseconds of its clock from the system clock. */
  { readonly kind: 'time'; readonly ahead: number } | { readonly kind: 'work' | 'memory' | 'resident' | 'pause' };

/** The memory of the product's process, in bytes. */
export interface Memory {
  /** The memory in use after garbage collection. */
  readonly held: number;
  /** The resident memory. */
  readonly resident: number;
}

/** The longest pause of the event loop, in milliseconds. */
export interface Pause {
  /** In wall-clock time: includes other processes of a busy machine. */
  readonly longest: number;
  /** CPU time of its thread between two turns. */
  readonly work: number;
}

/** How much of what the process prints as errors is kept, in code units. */
const MAX_ERRORS = 2_000;

/** The whole product in a separate process, so that its resources can be measured; its clock can be set. */
export class Product {
  readonly #child: ChildProcess;
  #errors = '';

  private constructor(child: ChildProcess) {
    this.#child = child;
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      const errors = `${this.#errors}${text}`;
      this.#errors = errors.slice(cutIndex(errors, errors.length - MAX_ERRORS));
    });
  }

  /**
   * Resolves when it accepts questions.
   *
   * @param now the time of its clock: milliseconds since 1970, UTC.
   */
  static async started(settings: Readonly<Record<string, string>>, now: number): Promise<Product> {
    const child = fork(CHILD, [], {
      env: environment(settings),
      execArgv: ['--expose-gc', ...FLAGS],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    const product = new Product(child);
    child.once('exit', (code) => {
      if (code) throw new Error(`The product ended by itself with ${code}: ${product.#errors}`);
    });
    product.setTime(now);
    await once(child, 'message');
    return product;
  }

  setTime(now: number): void {
    this.#send({ kind: 'time', ahead: now - Date.now() });
  }

  async memory(): Promise<Memory> {
    this.#send({ kind: 'memory' });
    const [memory] = await once(this.#child, 'message');
    return memory;
  }

  /** The resident memory, without garbage collection before. */
  async resident(): Promise<number> {
    this.#send({ kind: 'resident' });
    const [resident] = await once(this.#child, 'message');
    return resident;
  }

  /** The event loop’s longest pause since the last call. */
  async pause(): Promise<Pause> {
    this.#send({ kind: 'pause' });
    const [pause] = await once(this.#child, 'message');
    return pause;
  }

  /** Milliseconds of CPU time since its start. */
  async work(): Promise<number> {
    this.#send({ kind: 'work' });
    const [work] = await once(this.#child, 'message');
    return work;
  }

  async stop(): Promise<void> {
    const gone = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await gone;
  }

  #send(order: ProductCommand): void {
    this.#child.send(order);
  }
}
